import CredentialAudit
import EntraIdentity
import Foundation

/// How lists, evidence and times are written into columns, the same bytes for the same value.
enum StoredText {
  static func encode(_ list: [String]) -> String {
    JSONValue.array(list.map(JSONValue.string)).text
  }

  static func encode(_ evidence: Evidence) -> String {
    JSONValue.array(evidence.items.map { .array([.string($0.name), .string($0.value)]) }).text
  }

  static func encode(_ scope: RunScope) throws -> String {
    try json(
      Scope(
        tenants: scope.tenants, applications: scope.applications, owners: scope.owners,
        tags: scope.tags, shard: scope.shard, shardGroup: scope.shardGroup))
  }

  static func encode(_ account: SuppressionAccount) throws -> String { try json(account) }

  static func encode(_ notices: [RunNotice]) throws -> String {
    try json(notices.map { [$0.code, $0.message, $0.tenant] })
  }

  /// Milliseconds since 1970, within the years that RFC 3339 can write: a date beyond would
  /// otherwise stop the run that met it.
  static func encode(_ date: Date) -> Int64 {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    guard milliseconds < 253_402_300_799_999 else { return 253_402_300_799_999 }
    guard milliseconds > -62_135_596_800_000 else { return -62_135_596_800_000 }
    return Int64(milliseconds)
  }

  static func list(_ text: String) throws -> [String] {
    if let plain = PlainTexts.list(text) { return plain }
    guard let list = try? JSONValue.parse(Array(text.utf8)).strings else { throw Malformed() }
    return list
  }

  static func evidence(_ text: String) throws -> Evidence {
    if let plain = PlainTexts.pairs(text) { return Evidence(plain.map(Evidence.Item.init)) }
    guard let pairs = (try? JSONValue.parse(Array(text.utf8)))?.array?.lists else {
      throw Malformed()
    }
    return Evidence(
      try pairs.map { pair in
        guard pair.count == 2 else { throw Malformed() }
        return Evidence.Item(name: pair[0], value: pair[1])
      })
  }

  static func scope(_ text: String) throws -> RunScope {
    let scope: Scope = try value(text)
    return RunScope(
      tenants: scope.tenants ?? [], applications: scope.applications ?? [],
      owners: scope.owners ?? [], tags: scope.tags ?? [], shard: scope.shard,
      shardGroup: scope.shardGroup)
  }

  static func account(_ text: String) throws -> SuppressionAccount { try value(text) }

  static func notices(_ text: String) throws -> [RunNotice] {
    let rows: [[String?]] = try value(text)
    return try rows.map { row in
      guard row.count == 3, let code = row[0], let message = row[1] else { throw Malformed() }
      return RunNotice(code: code, message: message, tenant: row[2])
    }
  }

  static func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// A word of the product's, a verdict say.
  static func word<Word: RawRepresentable>(_ text: String) throws -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: text) else { throw UnknownWord() }
    return word
  }

  /// A column that the schema takes and that is not what we write.
  struct Malformed: Error {}

  /// A word that this version does not have, of a check that a later one asks, say.
  struct UnknownWord: Error {}

  /// A scope as the database has it. Its own type, so that what an old database holds stays readable
  /// when ``RunScope`` grows.
  private struct Scope: Codable {
    let tenants: [String]?
    let applications: [String]?
    let owners: [String]?
    let tags: [String]?
    let shard: String?
    let shardGroup: String?

    private enum CodingKeys: String, CodingKey {
      case tenants, applications, owners, tags, shard
      case shardGroup = "shard_group"
    }
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func value<Value: Decodable>(_ text: String) throws -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw Malformed()
    }
  }
}

extension [JSONValue] {
  /// Lists of texts; nil where anything else is among them.
  fileprivate var lists: [[String]]? {
    let lists = compactMap(\.strings)
    return lists.count == count ? lists : nil
  }
}
