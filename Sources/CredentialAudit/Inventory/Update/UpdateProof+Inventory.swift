import EntraIdentity
import Foundation

extension UpdateProof {
  /// Reads what is to be written as the inventory that it will be, and looks for what was drafted.
  /// - Parameters:
  ///   - bytes: The file as it is to be.
  ///   - path: What it is called in messages.
  ///   - inventory: What the file is a part of.
  ///   - now: The time by which it is read.
  /// - Throws: Where it would be no inventory, or another one.
  func check(
    _ bytes: [UInt8], at path: String, in inventory: Inventory, now: Date
  ) throws(UpdateProblem) {
    let read: Inventory
    do throws(InventoryProblems) {
      read = try InventoryLoader(now: now).load(
        path: inventory.path, with: bytes, inPlaceOf: tenant.location.file)
    } catch {
      let first = error.problems.first
      throw UpdateProblem(
        "\(PrintableText.quoted(path, limit: 200)) would be no inventory any more with what is new in "
          + "it" + (first.map { ": line \($0.location.line): \($0.message)" } ?? ""),
        hint: "print the draft without --update, and put its lines in by hand")
    }
    guard let found = read.tenants.first(where: { $0.name == tenant.name }),
      read.tenants.map(\.name) == inventory.tenants.map(\.name), has(found)
    else {
      throw UpdateProblem(
        "\(PrintableText.quoted(path, limit: 200)) would be read as another inventory than what is "
          + "drafted",
        hint: "run the same again; if it stays, print the draft without --update")
    }
  }

  /// Whether the tenant has what it had, and behind that what was drafted.
  private func has(_ new: InventoryTenant) -> Bool {
    let old = tenant.applications
    guard new.applications.count == old.count + applications.count else { return false }
    let added = Dictionary(
      additions.map { ($0.application.name, $0.credentials) }
    ) { first, _ in first }
    return zip(old, new.applications).allSatisfy { old, new in
      let drafted = added[old.name] ?? []
      return old.name == new.name && old.clientID == new.clientID
        && old.credentials.map(\.name) == new.credentials.prefix(old.credentials.count).map(\.name)
        && says(drafted, new.credentials.dropFirst(old.credentials.count))
    }
      && zip(applications, new.applications.dropFirst(old.count)).allSatisfy { drafted, new in
        drafted.name == new.name && new.clientID.uuid == drafted.clientID
          && (drafted.owner == nil || new.terms.owner == drafted.owner)
          && says(drafted.credentials, new.credentials[...])
      }
  }

  private func says(
    _ drafted: [DraftCredential], _ read: ArraySlice<InventoryCredential>
  ) -> Bool {
    drafted.count == read.count
      && zip(drafted, read).allSatisfy { drafted, read in
        drafted.name == read.name && source(of: drafted) == read.kind
          && (drafted.federation != nil || drafted.end?.rfc3339 == read.expires?.rfc3339)
      }
  }

  /// What a reference is once it is read: paths are seen from the file that names them.
  private func source(of credential: DraftCredential) -> CredentialSource {
    let folder = PathName.folder(of: tenant.location.file)
    switch credential.reference {
    case .secret(let variable): return .secret(.env(variable))
    case .certificate(let file):
      return .certificate(
        CertificateReference(
          file: PathName.join(folder, file), key: nil, passphrase: nil, sendX5C: false))
    case .federated(let file):
      return .federated(.reference(.file(PathName.join(folder, file))))
    }
  }
}
