import EntraIdentity
import Foundation

/// A folder of a test's own with one cache file in it, gone with the test.
final class CacheFolder: Sendable {
  static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
  static let partition = TokenPartition(
    environment: "login.microsoftonline.com", clientID: "client-1", realm: tenant)

  let folder: String
  let path: String

  init() throws {
    folder = NSTemporaryDirectory() + "entra-cache-" + UUID().uuidString
    path = folder + "/tokens.json"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  convenience init(_ text: String) throws {
    try self.init()
    try write(text)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The cache over the file, as another process would make it.
  func file(timeout: Duration = .seconds(60), time: any TimeSource = SystemTime())
    -> UnifiedCacheFile
  {
    UnifiedCacheFile(path: path, lockTimeout: timeout, time: time)
  }

  /// Writes the file in place, as MSAL's users do.
  func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// The names of what is in the folder.
  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder))
  }

  func attribute<Value>(_ key: FileAttributeKey, of path: String? = nil) throws -> Value? {
    try FileManager.default.attributesOfItem(atPath: path ?? self.path)[key] as? Value
  }

  func mode(of path: String? = nil) throws -> Int? {
    try attribute(.posixPermissions, of: path).map { (number: NSNumber) in number.intValue }
  }

  /// What is in the file, as any JSON reader finds it.
  func json() throws -> [String: [String: [String: any Sendable]]] {
    let data = try Data(contentsOf: URL(filePath: path))
    let object = try JSONSerialization.jsonObject(with: data)
    return object as? [String: [String: [String: any Sendable]]] ?? [:]
  }

  static func record(
    _ secret: String, scopes: [String] = ["api/.default"], requested: [String]? = nil,
    host: String = "login.microsoftonline.com", at: TimeInterval = 1_795_000_000,
    life: TimeInterval = 3600, refreshIn: TimeInterval? = nil
  ) -> TokenRecord {
    let now = Date(timeIntervalSince1970: at)
    return TokenRecord(
      secret: Secret(secret), tokenType: "Bearer", scopes: scopes, requestedScopes: requested,
      host: host, cachedAt: now, expiresOn: now + life,
      refreshOn: refreshIn.map { now + $0 })
  }

  /// A cache with one entry of the section `AccessToken`, as MSAL writes it but for what is given;
  /// a field that is given as an empty text is left out.
  static func cache(_ fields: [String: String] = [:]) -> String {
    var entry = [
      "credential_type": #""AccessToken""#, "secret": #""from-msal""#, "home_account_id": "null",
      "environment": #""login.microsoftonline.com""#, "client_id": #""client-1""#,
      "target": #""api/.default""#, "realm": "\"\(tenant)\"", "token_type": #""Bearer""#,
      "cached_at": #""1795000000""#, "expires_on": #""1795003600""#,
      "extended_expires_on": #""1795003600""#,
    ]
    entry.merge(fields) { $1 }
    let members = entry.filter { !$0.value.isEmpty }.map { "\"\($0.key)\": \($0.value)" }
    return "{\"AccessToken\": {\"some-key\": {\(members.sorted().joined(separator: ", "))}}}"
  }
}

extension UnifiedCacheFile {
  /// The tokens' characters of a partition, which in these tests are nobody's secret.
  func secrets(_ partition: TokenPartition = CacheFolder.partition) async throws -> [String] {
    try await load(partition).map { $0.secret.withValue(\.self) }
  }
}
