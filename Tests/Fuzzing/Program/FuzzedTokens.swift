import CredentialAudit
import EntraIdentity

/// One token for Graph, which no failure may show.
struct FuzzedTokens: DirectoryTokens {
  static let text = "fuzz~directory-token-that-no-failure-may-show"

  func token(renewed: Bool) async throws(IdentityError) -> Secret { Secret(Self.text) }
}
