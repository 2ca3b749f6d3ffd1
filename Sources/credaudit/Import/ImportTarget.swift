import AuditReports
import CredentialAudit
import EntraIdentity
import Foundation

/// The file that a draft is to be added to.
struct ImportTarget {
  let path: String
  private let old: [UInt8]
  private let tenant: InventoryTenant
  private let inventory: Inventory

  /// Reads the file and sees whether something can be added to it, before anything is asked of anybody.
  init(_ path: String, for tenant: InventoryTenant, in inventory: Inventory) throws {
    self.path = path
    self.tenant = tenant
    self.inventory = inventory
    switch FileReader().read(path, limit: InventoryLoader.sizeLimit) {
    case .success(let contents): old = contents.bytes
    case .failure(let problem):
      throw UsageProblem(
        problem.detail, hint: problem.hint ?? "name the inventory that the tenant stands in")
    }
    let place = tenant.location.file
    guard Self.isSame(path, place) else {
      throw UsageProblem(
        "tenant '\(tenant.name)' does not stand in '\(path.cleaned(maximum: 200))'",
        hint: "it stands in the inventory's \(place.cleaned(maximum: 200)): --update "
          + place.cleaned(maximum: 200))
    }
    do throws(ReportError) {
      try RewrittenFile(path: path).check()
    } catch {
      throw UsageProblem(error.message, hint: error.hint)
    }
    do throws(UpdateProblem) {
      try InventoryUpdate.check(old, of: tenant, at: path)
    } catch {
      throw UsageProblem(error.message, hint: error.hint)
    }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    func real(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }
    return real(one) == real(other)
  }

  /// The file with what is new in it.
  func update(with draft: InventoryDraft) throws -> InventoryUpdate {
    do {
      return try InventoryUpdate(
        draft, to: old, at: path, in: inventory, now: Surroundings.current.time.now)
    } catch {
      throw UsageProblem(error.message, hint: error.hint)
    }
  }

  /// Puts it in the old one's place, whole or not at all.
  func write(_ update: InventoryUpdate) throws(ReportError) {
    try RewrittenFile(path: path).write(update.bytes, inPlaceOf: old)
  }
}
