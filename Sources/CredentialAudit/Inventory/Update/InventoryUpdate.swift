import EntraIdentity
package import Foundation

/// An inventory file with a draft put into it. Every byte that was there stays, in its order; what is
/// new stands on lines of its own.
package struct InventoryUpdate: Sendable {
  /// In the file's order.
  package let insertions: [InventoryInsertion]
  /// What cannot be added without touching a line that is there.
  package let omissions: [UpdateOmission]
  /// The whole file as it is to be.
  package let bytes: [UInt8]

  /// Puts a draft into a file.
  /// - Parameters:
  ///   - draft: What is new.
  ///   - old: The file's bytes.
  ///   - path: What it is called in messages.
  ///   - inventory: What the draft's tenant is a part of.
  ///   - now: The time by which the result is read as an inventory.
  /// - Throws: Where applications cannot be added at all, or the result would not say what it has to.
  package init(
    _ draft: InventoryDraft, to old: [UInt8], at path: String, in inventory: Inventory, now: Date
  ) throws(UpdateProblem) {
    let places = try InventoryPlaces(of: draft.tenant, in: old, at: path)
    var omissions: [UpdateOmission] = []
    var placed: [InventoryDraft.Addition] = []
    for addition in draft.additions {
      do throws(UpdateProblem) {
        _ = try places.insertion(of: addition)
        placed.append(addition)
      } catch {
        omissions.append(UpdateOmission(credentials: addition.credentials.count, problem: error))
      }
    }
    var attempt = try Attempt(placed, draft, in: places, to: old)
    let doubts = placed.map { places.doubt(about: $0.application) }
    // What merges bring to other places shows only where it is tried.
    if !attempt.isProven, doubts.contains(where: { $0 != nil }) {
      omissions += zip(placed, doubts).compactMap { addition, doubt in
        doubt.map { UpdateOmission(credentials: addition.credentials.count, problem: $0) }
      }
      placed = zip(placed, doubts).filter { $0.1 == nil }.map(\.0)
      attempt = try Attempt(placed, draft, in: places, to: old)
    }
    guard attempt.isProven else {
      throw UpdateProblem(
        "\(PrintableText.quoted(path, limit: 200)) would mean something else with what is new in it",
        hint: "print the draft without --update, and put its lines in by hand")
    }
    try attempt.proof.check(attempt.bytes, at: path, in: inventory, now: now)
    insertions = attempt.insertions
    bytes = attempt.bytes
    self.omissions = omissions
  }

  /// A file with something new in it, and whether that is all that has changed.
  private struct Attempt {
    let insertions: [InventoryInsertion]
    let bytes: [UInt8]
    let proof: UpdateProof
    let isProven: Bool

    init(
      _ additions: [InventoryDraft.Addition], _ draft: InventoryDraft, in places: InventoryPlaces,
      to old: [UInt8]
    ) throws(UpdateProblem) {
      var insertions: [InventoryInsertion] = []
      for addition in additions { insertions.append(try places.insertion(of: addition)) }
      if !draft.applications.isEmpty {
        insertions.append(try places.insertion(of: draft.applications))
      }
      self.insertions = InventoryUpdate.ordered(insertions)
      bytes = InventoryUpdate.bytes(old, with: self.insertions)
      proof = UpdateProof(
        additions: additions, applications: draft.applications, to: draft.tenant)
      isProven = proof.says(bytes, asMuchAs: old)
    }
  }

  private static func bytes(_ old: [UInt8], with insertions: [InventoryInsertion]) -> [UInt8] {
    var bytes: [UInt8] = []
    var copied = 0
    for insertion in insertions {
      bytes += old[copied..<insertion.offset]
      copied = insertion.offset
      bytes += insertion.bytes
    }
    return bytes + old[copied...]
  }

  /// In the file's order. Of two at the same place, which become one, the credentials come first: they
  /// are deeper.
  private static func ordered(_ insertions: [InventoryInsertion]) -> [InventoryInsertion] {
    let sorted = insertions.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var joined: [InventoryInsertion] = []
    for (_, insertion) in sorted {
      if let last = joined.last, last.offset == insertion.offset {
        joined[joined.count - 1] = last.followed(by: insertion)
      } else {
        joined.append(insertion)
      }
    }
    return joined
  }

  /// Sees whether applications can be added to a tenant at all, without adding any.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - tenant: Which of its tenants.
  ///   - path: What the file is called in messages.
  /// - Throws: Where nothing can be added without touching a line that is there.
  package static func check(
    _ bytes: [UInt8], of tenant: InventoryTenant, at path: String
  ) throws(UpdateProblem) {
    _ = try InventoryPlaces(of: tenant, in: bytes, at: path).insertion(of: [])
  }
}
