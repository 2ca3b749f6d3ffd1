/// One entry of a key set as it came (RFC 7517, section 4): every member may be missing or of the
/// wrong type, which is nil here and judged later.
struct JSONWebKey: Decodable {
  let kty: String?
  let kid: String?
  let use: String?
  let keyOps: [String]?
  let alg: String?
  let issuer: String?
  let x5t: String?
  let n: String?
  let e: String?
  let crv: String?
  let x: String?
  let y: String?
  /// Whether a private part is published with it (RFC 7518, sections 6.2.2 and 6.3.2). It is not
  /// read, but whoever looks after the authority must hear of it.
  let hasPrivateMembers: Bool

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case kty, kid, use, alg, issuer, x5t, n, e, crv, x, y
    case keyOps = "key_ops"
    case d, p, q, dp, dq, qi, oth
  }
  private static let privateMembers: [CodingKeys] = [.d, .p, .q, .dp, .dq, .qi, .oth]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) -> String? { try? container.decode(String.self, forKey: key) }
    kty = text(.kty)
    kid = text(.kid)
    use = text(.use)
    alg = text(.alg)
    issuer = text(.issuer)
    x5t = text(.x5t)
    n = text(.n)
    e = text(.e)
    crv = text(.crv)
    x = text(.x)
    y = text(.y)
    // Present but unreadable is not the same as missing: it may have forbidden signatures.
    keyOps =
      container.contains(.keyOps)
      ? (try? container.decode([String].self, forKey: .keyOps)) ?? [] : nil
    hasPrivateMembers = Self.privateMembers.contains { container.contains($0) }
  }
}

/// The document around the entries; an entry that is not an object is nil.
struct JSONWebKeySet: Decodable {
  private struct Entry: Decodable {
    let key: JSONWebKey?
    init(from decoder: any Decoder) throws { key = try? JSONWebKey(from: decoder) }
  }

  let keys: [JSONWebKey?]

  private enum CodingKeys: String, CodingKey { case keys }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    keys = try container.decode([Entry].self, forKey: .keys).map(\.key)
  }
}
