import Foundation
import Testing

@testable import EntraIdentity

@Suite struct TokenRequestTests {
  private func text(_ secret: Secret?) -> String? { secret?.withValue(\.self) }

  @Test(
    arguments: [
      ("abc-._*09AZ", "abc-._*09AZ"), ("+ & % ~", "%2B+%26+%25+%7E"),
      ("a=b;c/d?", "a%3Db%3Bc%2Fd%3F"),
      ("é東😀", "%C3%A9%E6%9D%B1%F0%9F%98%80"), ("\"\r\n\0", "%22%0D%0A%00"), ("", ""),
    ]) func everyCharacterOfASecretArrives(_ value: String, _ expected: String)
  {
    #expect(FormEncoding.encoded(value) == expected)
    let decoded = expected.replacing("+", with: " ").removingPercentEncoding
    #expect(decoded == value)
  }

  @Test func aSecretStandsInTheFormAfterSortedScopes() {
    let request = TokenRequest(
      clientID: ClientID("id 1"),
      parameters: GrantParameters(scopes: ["b", "a", "b"].compactMap(Scope.init)),
      authentication: .secretPost(Secret("s&1")))
    #expect(
      text(request.body)
        == "client_id=id+1&grant_type=client_credentials&scope=a+b&client_secret=s%261")
    #expect(request.authorization == nil)
  }

  @Test func byBasicIdAndSecretAreOnlyInTheHeaderAndEncodedFirst() {
    let request = TokenRequest(
      clientID: ClientID("a:b"), parameters: GrantParameters(scopes: []),
      authentication: .secretBasic(Secret("p:q%")))
    #expect(text(request.body) == "grant_type=client_credentials")
    #expect(
      text(request.authorization) == "Basic " + Data("a%3Ab:p%3Aq%25".utf8).base64EncodedString())
    #expect(request.sent.count == 2)
  }

  @Test func anAssertionStandsInTheFormWithItsType() {
    let request = TokenRequest(
      clientID: ClientID("i"), parameters: GrantParameters(scopes: []),
      authentication: .assertion(Secret("a.b.c")))
    #expect(
      text(request.body)
        == "client_id=i&grant_type=client_credentials&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=a.b.c"
    )
  }

  @Test func claimsAndPathStandInTheFormWhereTheyAreAskedFor() {
    let request = TokenRequest(
      clientID: ClientID("i"),
      parameters: GrantParameters(
        scopes: [.microsoftGraph], claims: ClaimsRequest(#"{"a":1}"#), fmiPath: "a/b"),
      authentication: .secretPost(Secret("s")))
    #expect(
      text(request.body)?.hasSuffix(
        "%2F.default&claims=%7B%22a%22%3A1%7D&fmi_path=a%2Fb&client_secret=s") == true)
  }

  @Test func aRequestPrintsNoSecret() {
    for authentication in [
      TokenRequest.Authentication.secretPost(Secret("hunter2")), .secretBasic(Secret("hunter2")),
      .assertion(Secret("hunter2")),
    ] {
      let request = TokenRequest(
        clientID: ClientID("i"), parameters: GrantParameters(scopes: []),
        authentication: authentication)
      var dumped = "\(request) \(String(reflecting: request)) \(request.body)"
      dump(request, to: &dumped)
      #expect(!dumped.contains("hunter2"))
    }
  }
}
