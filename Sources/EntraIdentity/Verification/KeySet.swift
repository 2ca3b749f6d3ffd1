/// The signing keys that an authority publishes (RFC 7517): those that can be used, by `kid`.
///
/// A set with entries that cannot be used is still a set; they are listed with the reason.
public struct KeySet: Sendable {
  /// One key that can verify signatures.
  public struct Entry: Sendable {
    /// `kid`, by which tokens name it.
    public let keyID: String
    /// `alg`: the only algorithm it may be used with, where it says so.
    public let algorithm: String?
    /// `issuer`, where Entra limits a key to one; it may hold the template `{tenantid}`.
    public let issuer: String?
    /// `x5t`, the thumbprint of its certificate, where it has one.
    public let thumbprint: String?
    /// Whether the private part is published with it: the key is then everybody's.
    public let exposesPrivateKey: Bool

    let key: VerificationKey
  }

  /// The keys that can be used, in the document's order.
  public let usable: [Entry]
  /// The entries that cannot, in the document's order.
  public let skipped: [SkippedKey]
  private let byKeyID: [String: Entry]

  private static let maximumSize = 1 << 20
  private static let maximumKeys = 200

  /// Reads a key set.
  /// - Parameter json: The document, at most 1 MiB with at most 200 keys.
  /// - Throws: ``KeySetProblem`` where it is not a key set at all.
  public init(json: [UInt8]) throws(KeySetProblem) {
    guard json.count <= Self.maximumSize else {
      throw KeySetProblem(.tooLarge, "The key set is larger than 1 MiB.")
    }
    guard let object = JSONObject(json) else {
      throw KeySetProblem(.notJSON, "The key set is not a JSON object.")
    }
    guard !object.hasRepeatedNames, let member = object["keys"] else {
      throw KeySetProblem(.noKeys, "The document has not exactly one member 'keys'.")
    }
    guard let keys = member.array else {
      throw KeySetProblem(.noKeys, "The member 'keys' is not an array.")
    }
    guard keys.count <= Self.maximumKeys else {
      throw KeySetProblem(.tooManyKeys, "The key set has more than \(Self.maximumKeys) keys.")
    }
    self.init(keys.map(JSONWebKey.init))
  }

  /// The key that a token names, by exactly this `kid`.
  /// - Parameter kid: The token's `kid`.
  /// - Returns: The key, or nil where the set has no usable one of this name.
  public func key(kid: String) -> Entry? { byKeyID[kid] }

  /// A set without keys: what there is to verify with where no set could be had.
  public static let empty = KeySet([])

  private init(_ keys: [JSONWebKey?]) {
    var usable: [Entry] = []
    var skipped: [SkippedKey] = []
    for key in keys {
      do throws(SkippedKey.Reason) {
        guard let key else { throw .malformed }
        usable.append(try Entry(key))
      } catch {
        skipped.append(SkippedKey(keyID: key?.kid, reason: error))
      }
    }
    let groups = Dictionary(grouping: usable, by: \.keyID)
    let merged = groups.compactMapValues(Entry.merged)
    var seen: Set<String> = []
    self.usable = usable.compactMap { entry in
      if let one = merged[entry.keyID], seen.insert(entry.keyID).inserted { return one }
      skipped.append(SkippedKey(keyID: entry.keyID, reason: .duplicateKeyID))
      return nil
    }
    self.skipped = skipped
    byKeyID = merged
  }
}

extension KeySet.Entry {
  fileprivate init(_ source: JSONWebKey) throws(SkippedKey.Reason) {
    let key = try VerificationKey(source)
    // RFC 7517, sections 4.2 and 4.3: a key for encryption must not verify signatures.
    guard source.use ?? "sig" == "sig", source.keyOps?.contains("verify") ?? true else {
      throw .notForSigning
    }
    if let alg = source.alg {
      guard let algorithm = SignatureAlgorithm(rawValue: alg), key.fits(algorithm) else {
        throw .unsupportedAlgorithm
      }
    }
    guard let keyID = source.kid, !keyID.isEmpty else { throw .noKeyID }
    self.init(
      keyID: keyID, algorithm: source.alg, issuer: source.issuer, thumbprint: source.x5t,
      exposesPrivateKey: source.hasPrivateMembers, key: key)
  }

  /// The one key of several entries of the same name; nil where they are different keys, for then
  /// which of them verifies would be the order's choice, or an attacker's.
  fileprivate static func merged(_ entries: [KeySet.Entry]) -> KeySet.Entry? {
    guard let first = entries.first,
      entries.allSatisfy({ $0.key.identity == first.key.identity })
    else { return nil }
    // One key may stand there once for each issuer that it signs for: it is then limited to none.
    let issuers = Set(entries.map(\.issuer))
    let algorithms = Set(entries.map(\.algorithm))
    guard algorithms.count == 1 else { return nil }
    return KeySet.Entry(
      keyID: first.keyID, algorithm: first.algorithm,
      issuer: issuers.count == 1 ? first.issuer : nil, thumbprint: first.thumbprint,
      exposesPrivateKey: entries.contains(where: \.exposesPrivateKey), key: first.key)
  }
}
