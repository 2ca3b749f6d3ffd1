/// What is looked at, by its names: its identity through time.
package enum SubjectName: Sendable, Hashable {
  /// A tenant's authority.
  case authority(tenant: String)
  /// One way for an application to prove itself.
  case credential(tenant: String, application: String, credential: String)

  /// The tenant that it belongs to.
  package var tenant: String {
    switch self {
    case .authority(let tenant), .credential(let tenant, _, _): tenant
    }
  }

  /// `authority` or `credential`.
  package var kind: String {
    switch self {
    case .authority: "authority"
    case .credential: "credential"
    }
  }

  /// The names from the tenant down.
  package var parts: [String] {
    switch self {
    case .authority(let tenant): [tenant]
    case .credential(let tenant, let application, let credential):
      [tenant, application, credential]
    }
  }

  /// As people write it: `contoso`, `contoso/billing/primary`.
  package var text: String { parts.joined(separator: "/") }
}

extension AuthorityRecord {
  /// Its identity through time.
  package var name: SubjectName { .authority(tenant: tenant) }
}

extension CredentialRecord {
  /// Its identity through time.
  package var name: SubjectName {
    .credential(tenant: tenant, application: application, credential: credential)
  }
}
