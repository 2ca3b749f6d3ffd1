import Foundation
import Testing

@testable import EntraIdentity

@Suite("An assertion from elsewhere") struct ForeignAssertionTests {
  private func read(_ claims: String, header: String = #"{"alg":"RS256","kid":"k"}"#)
    -> ForeignAssertion?
  {
    ForeignAssertion(Secret(TestJWS.encode(header) + "." + TestJWS.encode(claims) + ".c2ln"))
  }

  @Test("A Kubernetes token says who it is for and until when")
  func kubernetes() throws {
    let assertion = try #require(
      read(
        #"{"aud":["api://AzureADTokenExchange"],"exp":1795000000,"iat":1,"iss":"https://oidc/","#
          + #""nbf":1794990000,"kubernetes.io":{"pod":{"name":"a"}},"sub":"system:x:y"}"#))
    #expect(assertion.audience == ["api://AzureADTokenExchange"])
    #expect(assertion.issuer == "https://oidc/" && assertion.subject == "system:x:y")
    #expect(assertion.expires == Date(timeIntervalSince1970: 1_795_000_000))
    #expect(assertion.notBefore == Date(timeIntervalSince1970: 1_794_990_000))
    #expect(assertion.algorithm == "RS256" && assertion.keyID == "k")
  }

  @Test("Claims of unexpected types read as missing")
  func oddTypes() throws {
    let assertion = try #require(
      read(#"{"aud":"one","exp":"1795000000","iss":7,"nbf":1e300,"sub":null}"#))
    #expect(assertion.audience == ["one"])
    #expect(assertion.expires == nil && assertion.notBefore == nil)
    #expect(assertion.issuer == nil && assertion.subject == nil)
  }

  @Test(
    "What is no signed JWT is nil",
    arguments: ["", "a.b", "a.b.c", "..", "e30.e30.e30", "eyJhbGciOiJub25lIn0.W10.", "\u{0}.é.x"])
  func notOne(text: String) {
    #expect(ForeignAssertion(Secret(text)) == nil)
  }

  @Test("A claim that stands twice is refused: two readers would see two audiences")
  func repeated() {
    #expect(read(#"{"aud":"a","aud":"b"}"#) == nil)
    #expect(read(#"{"aud":"a","\u0061ud":"b"}"#) == nil)
  }
}
