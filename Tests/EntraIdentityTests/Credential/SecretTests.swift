import Crypto
import EntraIdentity
import Foundation
import Testing

@Suite("A secret has no printable form") struct SecretTests {
  private struct Holder {
    let name = "holder"
    let secret: Secret
    let list: [Secret]
    let choice: ClientCredential
  }

  private static let value = "hunter2~Q8s"

  @Test("Neither alone nor inside something else, by any way of printing")
  func printing() {
    let secret = Secret(Self.value)
    let holder = Holder(secret: secret, list: [secret], choice: .secret(secret, .post))
    var texts = [
      "\(secret)", "\(holder)", secret.description, secret.debugDescription,
      String(describing: holder), String(reflecting: secret), String(reflecting: holder),
      String(describing: Optional(secret)),
      "\(ClientCredential.assertion(secret))", String(describing: Mirror(reflecting: secret)),
    ]
    for value in [secret as Any, holder as Any, [1: secret] as Any, ("a", secret) as Any] {
      var text = ""
      dump(value, to: &text)
      texts.append(text)
      texts.append("\(Mirror(reflecting: value).children.map { "\($0)" })")
    }
    for text in texts {
      #expect(!text.contains(Self.value))
      #expect(!text.contains("hunter2"))
    }
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test("It is lent to a closure, whose error keeps its type")
  func lending() throws {
    #expect(Secret("a").withValue { $0 + "b" } == "ab")
    let seen: CredentialProblem.Code?
    do throws(CredentialProblem) {
      _ = try Secret("a").withValue { _ throws(CredentialProblem) in
        throw CredentialProblem(.malformed, "no")
      }
      seen = nil
    } catch {
      seen = error.code
    }
    #expect(seen == .malformed)
  }

  @Test("Two secrets compare by a keyed digest")
  func digests() {
    let key = SymmetricKey(size: .bits256)
    #expect(Secret("a").digest(key: key) == Secret("a").digest(key: key))
    #expect(Secret("a").digest(key: key) != Secret("b").digest(key: key))
    #expect(Secret("a").digest(key: key) != Secret("a").digest(key: SymmetricKey(size: .bits256)))
  }
}
