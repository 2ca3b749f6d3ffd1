import Foundation
import Testing

@testable import EntraIdentity

@Suite("The memory of failures") struct ThrottleMemoryTests {
  private let now = Date(timeIntervalSince1970: 1_795_000_000)

  private func identity(_ client: String) throws -> RequestIdentity {
    let endpoint = TokenEndpoint(try ClientFixtures.authority(.entra))
    let secret = Secret("s")
    return RequestIdentity(
      at: endpoint, clientID: ClientID(client), parameters: GrantParameters(scopes: []),
      credential: .secret(secret, .post), authentication: .secretPost(secret))
  }

  private func throttled(_ seconds: Int) -> IdentityError {
    .unexpected(
      UnexpectedResponse(
        reason: .notJSON, status: 429, contentType: nil, host: "h", retryAfter: .seconds(seconds)))
  }

  @Test("vector 53: when it is full, what is soonest over is forgotten")
  func capacity() throws {
    let memory = ThrottleMemory(capacity: 2)
    memory.note(throttled(60), of: try identity("a"), now: now)
    memory.note(throttled(10), of: try identity("b"), now: now)
    memory.note(throttled(30), of: try identity("c"), now: now)
    #expect(memory.entry(for: try identity("a"), now: now) != nil)
    #expect(memory.entry(for: try identity("b"), now: now) == nil)
    #expect(memory.entry(for: try identity("c"), now: now) != nil)
  }

  @Test("what is over makes room first, and is never handed out")
  func over() throws {
    let memory = ThrottleMemory(capacity: 2)
    memory.note(throttled(1), of: try identity("a"), now: now)
    memory.note(throttled(2), of: try identity("b"), now: now)
    let later = now + 2
    #expect(memory.entry(for: try identity("b"), now: later) == nil)
    memory.note(throttled(60), of: try identity("c"), now: later)
    memory.note(throttled(60), of: try identity("d"), now: later)
    #expect(memory.entry(for: try identity("c"), now: later) != nil)
    #expect(memory.entry(for: try identity("d"), now: later) != nil)
  }

  @Test("two requests are the same question only where every part is the same")
  func identities() throws {
    func identity(
      _ kind: AuthorityKind = .entra, client: String = "c", fields: GrantParameters? = nil,
      secret: String = "s"
    ) throws -> RequestIdentity {
      RequestIdentity(
        at: TokenEndpoint(try ClientFixtures.authority(kind)), clientID: ClientID(client),
        parameters: fields ?? GrantParameters(scopes: [.microsoftGraph]),
        credential: .secret(Secret(secret), .post), authentication: .secretPost(Secret(secret)))
    }
    let all = [
      try identity(), try identity(client: "d"), try identity(secret: "t"),
      try identity(fields: GrantParameters(scopes: [])),
      try identity(fields: GrantParameters(scopes: [.microsoftGraph], fmiPath: "a")),
      try identity(
        fields: GrantParameters(scopes: [.microsoftGraph], claims: ClaimsRequest("{}"))),
    ]
    #expect(Set(all).count == all.count)
    #expect(try identity() == all[0])
    #expect(!"\(all[0])".contains("client"))
  }
}
