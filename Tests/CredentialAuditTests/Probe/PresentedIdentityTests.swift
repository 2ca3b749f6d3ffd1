import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("What credentials present") struct PresentedIdentityTests {
  private func identity(_ secret: String) -> PresentedIdentity? {
    PresentedIdentity(.secret(Secret(secret), .post))
  }

  @Test("is the same for one secret, however it is sent")
  func same() {
    let (one, other) = (
      identity("a-secret"), PresentedIdentity(.secret(Secret("a-secret"), .basic))
    )
    #expect(one == other)
    #expect(one?.hashValue == other?.hashValue)
  }

  @Test(
    "is another one for another secret, be it one byte or one way to write a letter",
    arguments: [
      ("a-secret", "A-secret"), ("a-secret", "a-secret "), ("a-secret", "a-secre"), ("", " "),
      ("caf\u{E9}", "cafe\u{301}"),
    ])
  func different(_ one: String, _ other: String) {
    #expect(identity(one) != identity(other))
  }

  @Test("is never that of a key, whose digest the secret may read like")
  func secretAndKey() {
    #expect(identity("abc") != .key("abc"))
  }

  @Test("and prints nothing of a secret")
  func redacted() throws {
    var text = ""
    dump(try #require(identity("first-secret-value")), to: &text)
    #expect(!text.contains("first"))
    #expect(!"\(try #require(identity("first-secret-value")))".contains("first"))
  }
}
