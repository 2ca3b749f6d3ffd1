@testable import EntraIdentity
import Foundation
import TestSupport

/// A client with its clock and its service, for tests of what is asked when.
struct ClientBench {
  let time = ManualTime()
  let service = StubTokenService()
  let cache: TokenCache
  let client: ConfidentialClient

  /// Makes a client of the tenant ``StubTokenService/tenant``, unless another authority is named. No
  /// request is repeated and no refresh is put off, unless a test wants that.
  init(
    authority: String = "https://login.microsoftonline.com/\(StubTokenService.tenant)",
    kind: AuthorityKind? = nil,
    credential: ClientCredential = .secret(Secret("hunter2hunter2"), .post),
    settings: ClientSettings = ClientSettings(retry: .never), cache: TokenCache? = nil
  ) throws {
    self.cache = cache ?? TokenCache(random: { 0 })
    client = ConfidentialClient(
      clientID: ClientID("client-1"), credential: credential,
      authority: try Authority(authority, kind: kind), transport: service, cache: self.cache,
      settings: settings, time: time)
  }

  /// A client of an AD FS, which gives tokens without scopes too.
  static func adfs(
    _ credential: ClientCredential = .secret(Secret("hunter2hunter2"), .post)
  ) throws -> ClientBench {
    let written = "https://fs.contoso.example/adfs"
    let bench = try ClientBench(authority: written, credential: credential)
    bench.service.serve(
      try Authority(written),
      [
        "issuer": written, "token_endpoint": written + "/oauth2/token",
        "jwks_uri": written + "/discovery/keys",
      ])
    return bench
  }

  /// Another client of the same application, with the same cache, clock and service.
  func another(
    authority: String, kind: AuthorityKind? = nil, clientID: String = "client-1"
  ) throws -> ConfidentialClient {
    ConfidentialClient(
      clientID: ClientID(clientID), credential: .secret(Secret("hunter2hunter2"), .post),
      authority: try Authority(authority, kind: kind), transport: service, cache: cache,
      settings: ClientSettings(retry: .never), time: time)
  }

  static func scopes(_ texts: String...) -> [Scope] { texts.compactMap(Scope.init) }
}
