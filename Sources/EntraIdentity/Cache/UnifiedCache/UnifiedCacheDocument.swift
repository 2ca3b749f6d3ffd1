import Foundation

/// The text of a cache file, taken apart only as far as it is ours to change: the entries of
/// `AccessToken` and `AppMetadata`. All the rest is copied as it is written.
struct UnifiedCacheDocument: Sendable {
  /// What is to be done to it.
  enum Change: Sendable {
    case save(TokenRecord, TokenPartition)
    case remove(environment: String, clientID: String, realm: String?)
  }

  private static let (tokensName, metadataName) = (
    Array("AccessToken".utf8), Array("AppMetadata".utf8)
  )
  /// The sections that have to be objects; others may be anything.
  private static let sections: Set = [
    "AccessToken", "RefreshToken", "IdToken", "Account", "AppMetadata",
  ]
  private static let maximumDepth = 64

  /// The text as it was read or is to be written; empty for an absent or empty file.
  private(set) var text: [UInt8] = []
  private var top = RawMembers()
  private var tokens = RawMembers()
  private var metadata = RawMembers()
  /// The applications' own tokens: for each address, the keys of its entries and when each ends.
  private var index: [TokenAddress: [[UInt8]: Date]] = [:]

  /// Reads a text.
  /// - Parameters:
  ///   - text: The file's bytes.
  ///   - path: The file, for what is said of it.
  /// - Throws: ``UnifiedCacheProblem`` where it is not a cache.
  init(_ text: [UInt8], path: String) throws(UnifiedCacheProblem) {
    guard !text.isEmpty else { return }
    self.text = text
    var wrong: String?
    do throws(JSONParser.Problem) {
      var parser = JSONParser(text, maximumDepth: Self.maximumDepth)
      if parser.isAtObject() {
        try parser.members(depth: 1) { parser, name, range throws(JSONParser.Problem) in
          let isObject = parser.isAtObject()
          if Self.sections.contains(name), !isObject { wrong = wrong ?? "its \(name)" }
          try take(name, text[range], from: &parser, isObject: isObject)
        }
      } else {
        wrong = "not an object"
        _ = try parser.locatedValue(depth: 0)
      }
      try parser.end()
    } catch {
      throw UnifiedCacheProblem(.notJSON, path: path, detail: "at byte \(error.offset)")
    }
    if let wrong { throw UnifiedCacheProblem(.notACache, path: path, detail: wrong) }
    indexTokens()
  }

  /// The tokens of a partition, the one that lasts longest last: who puts them in this order has it
  /// in the end where two are for the same scopes.
  func records(of partition: TokenPartition) -> [TokenRecord] {
    partition.hosts
      .flatMap { index[TokenAddress(partition, environment: $0)]?.keys.map { $0 } ?? [] }
      .compactMap { tokens[$0].flatMap(Self.fields).flatMap(AccessTokenEntry.init)?.record }
      .sorted { $0.expiresOn < $1.expiresOn }
  }

  /// Carries out changes, all of them in one new text.
  /// - Returns: Whether there is anything new.
  mutating func apply(_ changes: [Change]) -> Bool {
    var isChanged = false
    var moments: [String: Date] = [:]
    for change in changes {
      switch change {
      case .save(let record, let partition):
        save(record, in: partition)
        moments[partition.clientID] = max(
          record.cachedAt, moments[partition.clientID] ?? record.cachedAt)
        isChanged = true
      case .remove(let environment, let clientID, let realm):
        if remove(environment: environment, clientID: clientID, realm: realm) { isChanged = true }
      }
    }
    removeEnded(moments)
    if isChanged { rewrite() }
    return isChanged
  }

  private mutating func save(_ record: TokenRecord, in partition: TokenPartition) {
    let entry = AccessTokenEntry(record)
    let key = entry.key(in: partition)
    if top[Self.tokensName] == nil { top.set(Self.tokensName, to: []) }
    // What stood under the key may have been another's: MSAL's keys fold letter case.
    if let former = tokens[key].flatMap(Self.fields).flatMap(TokenAddress.init) {
      forget(key, of: former)
    }
    tokens.set(key, to: entry.text(in: partition))
    let environment = entry.environment(in: partition)
    index[TokenAddress(partition, environment: environment), default: [:]][key] =
      record.extendedExpiresOn
    if top[Self.metadataName] == nil { top.set(Self.metadataName, to: []) }
    let name = Array("appmetadata-\(environment)-\(partition.clientID)".utf8)
    // One that is there may say more, such as a family.
    guard metadata[name] == nil else { return }
    var fields = RawMembers()
    fields.set(Array("client_id".utf8), to: JSONValue.string(partition.clientID).asciiText)
    fields.set(Array("environment".utf8), to: JSONValue.string(environment).asciiText)
    var text: [UInt8] = []
    _ = fields.write(to: &text, depth: 2)
    metadata.set(name, to: text)
  }

  private mutating func remove(environment: String, clientID: String, realm: String?) -> Bool {
    let partition = TokenPartition(
      environment: environment, clientID: clientID, realm: realm ?? "")
    let hosts = Set(partition.hosts.map { $0.lowercased() })
    let wanted = realm.map { _ in TokenAddress.folded(partition.storedRealm) }
    let addresses = index.keys.filter {
      $0.clientID == clientID && hosts.contains($0.environment) && (wanted ?? $0.realm) == $0.realm
    }
    var keys: Set<[UInt8]> = []
    for address in addresses {
      keys.formUnion(index.removeValue(forKey: address)?.keys.map { $0 } ?? [])
    }
    tokens.remove(keys)
    return !keys.isEmpty
  }

  /// Takes out what has ended of the applications that save: as MSAL does, or a file would grow for
  /// ever. Others' tokens are theirs to remove.
  /// - Parameter moments: For each application, when its newest token came.
  private mutating func removeEnded(_ moments: [String: Date]) {
    var ended: Set<[UInt8]> = []
    for (address, entries) in index {
      guard let moment = moments[address.clientID] else { continue }
      for (key, end) in entries where end < moment {
        ended.insert(key)
        forget(key, of: address)
      }
    }
    tokens.remove(ended)
  }

  private mutating func forget(_ key: [UInt8], of address: TokenAddress) {
    index[address]?[key] = nil
    if index[address]?.isEmpty == true { index[address] = nil }
  }

  private mutating func rewrite() {
    var text: [UInt8] = []
    text.reserveCapacity(self.text.count + 4096)
    var (tokenPlaces, metadataPlaces): ([RawMembers.Place], [RawMembers.Place]) = ([], [])
    let places = top.write(to: &text, depth: 0) { key, text in
      switch key {
      case Self.tokensName: tokenPlaces = tokens.write(to: &text, depth: 1)
      case Self.metadataName: metadataPlaces = metadata.write(to: &text, depth: 1)
      default: return false
      }
      return true
    }
    top.move(to: text, places)
    tokens.move(to: text, tokenPlaces)
    metadata.move(to: text, metadataPlaces)
    self.text = text
  }
}

extension UnifiedCacheDocument {
  /// Takes one section from the parser.
  private mutating func take(
    _ name: String, _ written: ArraySlice<UInt8>, from parser: inout JSONParser, isObject: Bool
  ) throws(JSONParser.Problem) {
    let key = Array(name.utf8)
    guard isObject, key == Self.tokensName || key == Self.metadataName else {
      let range = try parser.locatedValue(depth: 1).range
      top.append(key, name: written, value: text[range])
      return
    }
    // Of a section that stands twice the last counts, and only that is kept.
    top.remove([key])
    top.append(key, name: written, value: [])
    var members = RawMembers()
    let text = text
    try parser.members(depth: 2) { parser, name, range throws(JSONParser.Problem) in
      let value = try parser.locatedValue(depth: 2).range
      members.append(Array(name.utf8), name: text[range], value: text[value])
    }
    if key == Self.tokensName { tokens = members } else { metadata = members }
  }

  private mutating func indexTokens() {
    for key in tokens.keys {
      guard let fields = tokens[key].flatMap(Self.fields), let address = TokenAddress(fields)
      else { continue }
      index[address, default: [:]][key] = AccessTokenEntry.end(fields)
    }
  }

  private static func fields(_ text: ArraySlice<UInt8>) -> [String: JSONValue]? {
    try? JSONValue.parse(Array(text), maximumDepth: maximumDepth).object
  }
}
