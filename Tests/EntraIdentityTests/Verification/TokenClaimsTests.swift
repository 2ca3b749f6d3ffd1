import Foundation
import Testing

@testable import EntraIdentity

@Suite("A token's claims") struct TokenClaimsTests {
  private func claims(_ json: String) throws -> TokenClaims {
    TokenClaims(try #require(JSONObject(Array(json.utf8))))
  }

  @Test("All that is looked at is read")
  func all() throws {
    let seen = try claims(
      #"{"iss":"i","aud":"a","exp":1795000000,"nbf":1794990000.5,"iat":1,"sub":"s","tid":"t","#
        + #""appid":"p","azp":"z","oid":"o","roles":["r1","r2"],"ver":"1.0","idtyp":"app","#
        + #""scp":"x y","client_id":"c"}"#)
    #expect(seen.iss == "i" && seen.aud == ["a"] && seen.sub == "s" && seen.tid == "t")
    #expect(seen.exp == Date(timeIntervalSince1970: 1_795_000_000))
    #expect(seen.nbf == Date(timeIntervalSince1970: 1_794_990_000.5))
    #expect(seen.iat == Date(timeIntervalSince1970: 1))
    #expect(seen.appid == "p" && seen.azp == "z" && seen.oid == "o" && seen.roles == ["r1", "r2"])
    #expect(seen.clientID == "c")
    #expect(seen.ver == "1.0" && seen.idtyp == "app" && seen.scp == "x y")
  }

  @Test("One claim of a wrong type is missing, and the others are not")
  func wrongTypes() throws {
    let seen = try claims(
      #"{"iss":["i"],"aud":["a",7],"exp":"soon","nbf":-1,"iat":null,"roles":{"r":1},"tid":"t"}"#)
    #expect(seen.iss == nil && seen.aud.isEmpty && seen.roles.isEmpty && seen.tid == "t")
    #expect(seen.exp == nil && seen.nbf == nil && seen.iat == nil)
  }

  @Test("A number beyond all numbers makes the whole set unreadable")
  func overflow() {
    #expect(JSONObject(Array(#"{"iss":"i","iat":1e400}"#.utf8)) == nil)
  }

  @Test("Numbers beyond any calendar are no dates", arguments: ["1e300", "253402300800", "-5"])
  func dates(number: String) throws {
    #expect(try claims(#"{"exp":\#(number)}"#).exp == nil)
  }
}
