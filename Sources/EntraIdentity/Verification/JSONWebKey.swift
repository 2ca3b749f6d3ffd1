/// One entry of a key set as it came (RFC 7517, section 4): every member may be missing or of the
/// wrong type, which is nil here and judged later.
struct JSONWebKey {
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

  private static let privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth"]

  /// Reads an entry; nil where it is not an object.
  init?(_ value: JSONValue) {
    guard let members = value.object else { return nil }
    func text(_ name: String) -> String? { members[name]?.string }
    kty = text("kty")
    kid = text("kid")
    use = text("use")
    alg = text("alg")
    issuer = text("issuer")
    x5t = text("x5t")
    n = text("n")
    e = text("e")
    crv = text("crv")
    x = text("x")
    y = text("y")
    // Present but unreadable is not the same as missing: it may have forbidden signatures.
    keyOps = members["key_ops"].map { $0.strings ?? [] }
    hasPrivateMembers = Self.privateMembers.contains { members[$0] != nil }
  }
}
