import EntraIdentity

/// A draft in YAML, line by line, at whatever depth it is to stand.
package struct DraftText: Sendable {
  /// How far things stand from what they are in.
  struct Indentation: Sendable {
    /// From a list's dash to what begins behind it.
    var item = 2
    /// From a key to the dashes of the list below it.
    var list = 2
  }

  private let indentation: Indentation

  init(_ indentation: Indentation = Indentation()) { self.indentation = indentation }

  /// What every reference is marked with.
  package static let mark = "# to be filled in"

  /// Applications as items of a list.
  /// - Parameters:
  ///   - applications: What is written.
  ///   - dash: The column of the list's dashes, from 0.
  /// - Returns: The lines, without their ends.
  func lines(_ applications: [DraftApplication], dash: Int) -> [String] {
    applications.flatMap { application -> [String] in
      let inside = dash + indentation.item
      var members = [
        "name: " + YAMLWord.text(application.name), "client_id: " + application.clientID.text,
      ]
      if let owner = application.owner { members.append("owner: " + YAMLWord.text(owner)) }
      members.append("credentials:")
      return item(members, dash: dash)
        + lines(application.credentials, dash: inside + indentation.list)
    }
  }

  /// Credentials as items of a list.
  /// - Parameters:
  ///   - credentials: What is written.
  ///   - dash: The column of the list's dashes, from 0.
  /// - Returns: The lines, without their ends.
  func lines(_ credentials: [DraftCredential], dash: Int) -> [String] {
    credentials.flatMap { credential -> [String] in
      var members = ["name: " + YAMLWord.text(credential.name)]
      if credential.isOnServicePrincipal {
        members.append("# on the service principal, with key id \(credential.keyID.text)")
      }
      if let federation = credential.federation {
        members.append("# issuer: " + PrintableText.clean(federation.issuer, limit: 600))
        if let subject = federation.subject {
          members.append("# subject: " + PrintableText.clean(subject, limit: 600))
        }
      }
      members.append(Self.reference(credential.reference) + "  " + Self.mark)
      // An assertion has no end, and a key for it would be refused.
      if credential.federation == nil, let end = credential.end {
        members.append("expires: " + end.rfc3339)
      }
      return item(members, dash: dash)
    }
  }

  private static func reference(_ reference: DraftCredential.Reference) -> String {
    switch reference {
    case .secret(let variable): "secret: { env: \(variable) }"
    case .certificate(let file): "certificate: { file: \(file) }"
    case .federated(let file): "federated: { file: \(file) }"
    }
  }

  private func item(_ members: [String], dash: Int) -> [String] {
    let before = String(repeating: " ", count: dash)
    let first = before + "-" + String(repeating: " ", count: indentation.item - 1)
    let others = before + String(repeating: " ", count: indentation.item)
    return members.enumerated().map { ($0 == 0 ? first : others) + $1 }
  }
}
