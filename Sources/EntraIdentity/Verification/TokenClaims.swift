public import Foundation

/// The claims of an access token that are looked at (RFC 7519, section 4.1; RFC 9068; Entra's own).
/// A claim of an unexpected type reads as missing.
public struct TokenClaims: Hashable, Sendable {
  /// Who issued it.
  public let iss: String?
  /// Whom it is for, one or several.
  public let aud: [String]
  /// When it ends.
  public let exp: Date?
  /// When it begins.
  public let nbf: Date?
  /// When it was issued.
  public let iat: Date?
  /// Whom it is about.
  public let sub: String?
  /// Entra's tenant.
  public let tid: String?
  /// The application, in version 1 tokens.
  public let appid: String?
  /// The application, in version 2 tokens.
  public let azp: String?
  /// The application, in tokens of generic issuers (RFC 9068, section 2.2).
  public let clientID: String?
  /// The service principal's object id.
  public let oid: String?
  /// The application roles that were granted.
  public let roles: [String]
  /// The version of the token's form.
  public let ver: String?
  /// `app` for an application's token.
  public let idtyp: String?
  /// The delegated permissions, separated by blanks.
  public let scp: String?
}

extension TokenClaims {
  /// Reads the claims, each for itself.
  init(_ claims: JSONObject) {
    func text(_ name: String) -> String? { claims[name]?.string }
    func list(_ name: String) -> [String] {
      // RFC 7519, section 4.1.3: one value may stand without its array.
      text(name).map { [$0] } ?? claims[name]?.strings ?? []
    }
    func date(_ name: String) -> Date? {
      // RFC 7519, section 2: seconds, perhaps with a fraction. Beyond the year 9999 a number is no
      // date, and conversions of it elsewhere would trap.
      guard let seconds = claims[name]?.double, (0...253_402_300_799).contains(seconds) else {
        return nil
      }
      return Date(timeIntervalSince1970: seconds)
    }
    iss = text("iss")
    aud = list("aud")
    exp = date("exp")
    nbf = date("nbf")
    iat = date("iat")
    sub = text("sub")
    tid = text("tid")
    appid = text("appid")
    azp = text("azp")
    clientID = text("client_id")
    oid = text("oid")
    roles = list("roles")
    ver = text("ver")
    idtyp = text("idtyp")
    scp = text("scp")
  }
}
