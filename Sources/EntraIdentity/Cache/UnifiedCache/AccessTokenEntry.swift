import Foundation

/// An entry of the section `AccessToken`, as Microsoft's libraries read and write it.
struct AccessTokenEntry {
  /// The name of its own field: the scopes that were asked for, where others were granted. MSAL does
  /// not know them and asks again each time.
  private static let requestedTarget = "requested_target"

  let record: TokenRecord

  /// The end of the year 9999: further on, dates are of no use to anybody.
  private static let lastMoment: TimeInterval = 253_402_300_799

  /// Reads an entry leniently: numbers may be texts, and what is not needed may be missing. Without a
  /// token and its end there is none.
  /// - Parameter entry: Its fields.
  init?(_ entry: [String: JSONValue]) {
    guard let secret = entry["secret"]?.string, let environment = entry["environment"]?.string,
      // It goes into a header: anything that a header may not hold is no token (RFC 6750, 2.1).
      !secret.isEmpty, secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let expiresOn = Self.moment(entry["expires_on"])
    else { return nil }
    let scopes = Self.scopes(entry["target"])
    // An end that is before the usual one is no extension.
    let extended = Self.moment(entry["extended_expires_on"]) ?? expiresOn
    record = TokenRecord(
      secret: Secret(secret), tokenType: entry["token_type"]?.string ?? "Bearer", scopes: scopes,
      requestedScopes: entry[Self.requestedTarget].map { Self.scopes($0) },
      host: environment.lowercased(),
      cachedAt: min(Self.moment(entry["cached_at"]) ?? .init(timeIntervalSince1970: 0), expiresOn),
      expiresOn: expiresOn, extendedExpiresOn: max(expiresOn, extended),
      refreshOn: Self.moment(entry["refresh_on"]))
  }

  /// When an entry is of no use to anybody any more; one that does not say stays for ever.
  static func end(_ entry: [String: JSONValue]) -> Date {
    guard let expiresOn = moment(entry["expires_on"]) else { return .distantFuture }
    return max(expiresOn, moment(entry["extended_expires_on"]) ?? expiresOn)
  }

  init(_ record: TokenRecord) {
    self.record = record
  }

  /// The host that the entry is written for: the one that the caller wrote, which is where others
  /// look; but never one that stands for more than the partition does.
  func environment(in partition: TokenPartition) -> String {
    let host = record.host.lowercased()
    return partition.hosts.contains(host) ? host : partition.environment
  }

  /// The entry's name.
  func key(in partition: TokenPartition) -> [UInt8] {
    var parts = [
      "", environment(in: partition), partition.extendedKey == nil ? "accesstoken" : "atext",
      partition.clientID, partition.storedRealm, target,
    ]
    if let extendedKey = partition.extendedKey { parts.append(extendedKey) }
    return Array(parts.joined(separator: "-").lowercased().utf8)
  }

  /// The fields in MSAL's order, as a JSON object that stands in two others.
  func text(in partition: TokenPartition) -> [UInt8] {
    var fields: [(String, JSONValue)] = [
      ("credential_type", .string("AccessToken")),
      ("secret", record.secret.withValue { .string($0) }),
      ("home_account_id", .null),
      ("environment", .string(environment(in: partition))),
      ("client_id", .string(partition.clientID)),
      ("target", .string(target)),
      ("realm", .string(partition.storedRealm)),
      ("token_type", .string(record.tokenType)),
      ("cached_at", Self.text(record.cachedAt)),
      ("expires_on", Self.text(record.expiresOn)),
      ("extended_expires_on", Self.text(record.extendedExpiresOn)),
    ]
    if let extendedKey = partition.extendedKey {
      fields.append(("ext_cache_key", .string(extendedKey)))
    }
    if let refreshOn = record.refreshOn { fields.append(("refresh_on", Self.text(refreshOn))) }
    if record.requestedScopes != record.scopes {
      let requested = record.requestedScopes.joined(separator: " ")
      fields.append((Self.requestedTarget, .string(requested)))
    }
    var members = RawMembers()
    for (name, value) in fields { members.set(Array(name.utf8), to: value.asciiText) }
    var text: [UInt8] = []
    _ = members.write(to: &text, depth: 2)
    return text
  }

  private var target: String { record.scopes.joined(separator: " ") }

  private static func text(_ moment: Date) -> JSONValue {
    let seconds = min(max(0, moment.timeIntervalSince1970), lastMoment)
    return .string(String(Int(seconds)))
  }

  private static func moment(_ value: JSONValue?) -> Date? {
    let seconds: TimeInterval?
    switch value {
    case .integer(let number)?: seconds = TimeInterval(number)
    case .number(let number)?: seconds = number
    case .string(let text)?: seconds = TimeInterval(text)
    default: seconds = nil
    }
    guard let seconds, (0...lastMoment).contains(seconds) else { return nil }
    return Date(timeIntervalSince1970: seconds)
  }

  private static func scopes(_ value: JSONValue?) -> [String] {
    value?.string?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
  }
}
