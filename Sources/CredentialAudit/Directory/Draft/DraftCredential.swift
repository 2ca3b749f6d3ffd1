package import Foundation

/// One credential as a draft names it, with a proposal where it is to be read from.
package struct DraftCredential: Sendable, Hashable {
  /// Where it is to be read from: a proposal that somebody has to fulfil or to replace.
  package enum Reference: Sendable, Hashable {
    case secret(variable: String)
    case certificate(file: String)
    case federated(file: String)
  }

  package let name: String
  package let keyID: UUID
  package let reference: Reference
  /// A certificate's own end, else the entry's; nil where the directory knows none.
  package let end: Date?
  /// One or none, and no room for it where there is none.
  let federations: [DirectoryFederation]
  /// Whether it is on the service principal rather than on the registration.
  package let isOnServicePrincipal: Bool

  /// Whose assertion it takes, for whoever has to find it.
  package var federation: DirectoryFederation? { federations.first }
}
