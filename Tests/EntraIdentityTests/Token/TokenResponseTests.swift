import Foundation
import Testing

@testable import EntraIdentity

@Suite struct TokenResponseTests {
  private static let now = Date(timeIntervalSince1970: 1000)

  private func read(_ body: String, status: Int = 200) throws(IdentityError) -> TokenResponse {
    let response = HTTPResponse(
      status: status,
      headers: [
        (name: "Content-Type", value: "application/json"), (name: "x-ms-request-id", value: "t-1"),
      ], body: Array(body.utf8))
    return try TokenResponse(
      response, reader: ResponseReader(host: "h", now: Self.now), requestID: "r-1", now: Self.now)
  }

  @Test func aTokenIsReadWithAllThatIsSaidOfIt() throws {
    let token = try read(
      #"{"access_token":"to.k.en","token_type":"Bearer","expires_in":3599,"ext_expires_in":"7200","refresh_in":1800,"scope":"a b"}"#
    )
    #expect(token.accessToken.withValue(\.self) == "to.k.en")
    #expect(token.expiresIn == .seconds(3599))
    #expect(token.expiresAt == Date(timeIntervalSince1970: 4599))
    #expect(token.extendedExpiresIn == .seconds(7200))
    #expect(token.refreshIn == .seconds(1800))
    #expect(token.scopes == ["a", "b"])
    #expect(token.requestID == "r-1")
    #expect(token.traceID == "t-1")
    var dumped = "\(token)"
    dump(token, to: &dumped)
    #expect(!dumped.contains("to.k.en"))
  }

  @Test func aServiceMaySayLittle() throws {
    let token = try read(#"{"access_token":"t","token_type":"bearer","expires_in":null}"#)
    #expect(token.expiresIn == nil)
    #expect(token.scopes.isEmpty)
  }

  @Test(
    arguments: [
      ("{}", ["access_token", "token_type"]),
      (#"{"access_token":"","token_type":"Bearer"}"#, ["access_token"]),
      (#"{"access_token":5,"token_type":"Bearer"}"#, ["access_token"]),
      (#"{"access_token":"a\r\nX-Evil: 1","token_type":"Bearer"}"#, ["access_token"]),
      (#"{"access_token":"t","token_type":"pop"}"#, ["token_type"]),
      (#"{"access_token":"t","token_type":"Bearer","expires_in":"soon"}"#, ["expires_in"]),
      (#"{"access_token":"t","token_type":"Bearer","expires_in":-1}"#, ["expires_in"]),
      (#"{"access_token":"t","token_type":"Bearer","expires_in":1e300}"#, ["expires_in"]),
      (
        #"{"access_token":"t","token_type":"Bearer","expires_in":9223372036854775807}"#,
        ["expires_in"]
      ),
    ]) func aFieldThatIsMissingOrOddIsNamed(_ body: String, _ fields: [String]) throws
  {
    do throws(IdentityError) {
      _ = try read(body)
      Issue.record("accepted")
    } catch {
      guard case .unexpected(let response) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(response.reason == .missingFields(fields))
    }
  }
}
