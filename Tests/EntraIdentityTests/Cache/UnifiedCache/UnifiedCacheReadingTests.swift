import Foundation
import TestSupport
import Testing

@testable import EntraIdentity

@Suite("A cache file is read") struct UnifiedCacheReadingTests {
  @Test("where there is none, or nothing in it, as an empty cache")
  func nothing() async throws {
    let folder = try CacheFolder()
    #expect(try await folder.file().load(CacheFolder.partition).isEmpty)
    #expect(try folder.names().isEmpty)
    try folder.write("")
    #expect(try await folder.file().load(CacheFolder.partition).isEmpty)
    try folder.write("{}")
    #expect(try await folder.file().load(CacheFolder.partition).isEmpty)
  }

  @Test("with every field that MSAL writes")
  func fields() async throws {
    let folder = try CacheFolder(
      CacheFolder.cache([
        "target": #""b/.default a/.default""#, "refresh_on": #""1795001800""#,
        "extended_expires_on": #""1795007200""#,
      ]))
    let records = try await folder.file().load(CacheFolder.partition)
    let record = try #require(records.first)
    #expect(records.count == 1)
    #expect(record.secret.withValue(\.self) == "from-msal")
    #expect(record.scopes == ["a/.default", "b/.default"])
    #expect(record.requestedScopes == record.scopes)
    #expect(record.host == "login.microsoftonline.com")
    #expect(record.cachedAt == Date(timeIntervalSince1970: 1_795_000_000))
    #expect(record.expiresOn == Date(timeIntervalSince1970: 1_795_003_600))
    #expect(record.extendedExpiresOn == Date(timeIntervalSince1970: 1_795_007_200))
    #expect(record.refreshOn == Date(timeIntervalSince1970: 1_795_001_800))
    #expect(record.correlationID == nil)
  }

  @Test(
    "an application's token has no account: null, an empty text or nothing",
    arguments: [
      ("null", true), ("\"\"", true), ("", true), ("\"uid.utid\"", false), ("\" \"", false),
      ("1", false), ("[]", false), ("false", false),
    ])
  func account(written: String, isRead: Bool) async throws {
    let folder = try CacheFolder(CacheFolder.cache(["home_account_id": written]))
    #expect(try await folder.file().secrets() == (isRead ? ["from-msal"] : []))
  }

  @Test(
    "whose client, cloud, tenant and further parameters are the partition's, and no other",
    arguments: [
      (["environment": #""login.windows.net""#], true),
      (["environment": #""STS.windows.net""#], true),
      (["environment": #""login.microsoftonline.us""#], false),
      (["environment": #""evil.login.microsoftonline.com""#], false), (["environment": ""], false),
      (["realm": "\"\(CacheFolder.tenant.uppercased())\""], true), (["realm": ""], false),
      (["realm": #""6babcaad-604b-40ac-a9d7-9fd97c0b779f""#], false), (["realm": "7"], false),
      (["client_id": #""client-2""#], false), (["client_id": #""CLIENT-1""#], false),
      (["client_id": "null"], false), (["ext_cache_key": #""abc""#], false),
      (["ext_cache_key": #""""#], true), (["ext_cache_key": "null"], true),
      (["ext_cache_key": "5"], false),
      // Tokens that are bound to a key or that nobody knows the kind of.
      (["key_id": #""1""#], false), (["token_type": #""pop""#], false),
      (["token_type": #""ssh-cert""#], false), (["token_type": #""bearer""#], true),
      (["token_type": ""], true), (["credential_type": #""AccessToken_With_AuthScheme""#], false),
      (["credential_type": #""atext""#], true), (["credential_type": ""], true),
    ])
  func matching(fields: [String: String], isRead: Bool) async throws {
    let folder = try CacheFolder(CacheFolder.cache(fields))
    #expect(try await folder.file().secrets() == (isRead ? ["from-msal"] : []))
  }

  @Test("vector 27: a token that is bound to a key answers for nobody, and stays")
  func boundToKey() async throws {
    let text = CacheFolder.cache(["key_id": #""2""#])
    let folder = try CacheFolder(text)
    #expect(try await folder.file().secrets() == [])
    try await folder.file().save(CacheFolder.record("ours"), in: CacheFolder.partition)
    #expect(try await folder.file().secrets() == ["ours"])
    #expect(try folder.json()["AccessToken"]?["some-key"]?["key_id"] as? String == "2")
  }

  @Test("vector 83: with further parameters, by their hash alone")
  func extended() async throws {
    let folder = try CacheFolder(CacheFolder.cache(["ext_cache_key": #""abc""#]))
    func partition(_ key: String?) -> TokenPartition {
      TokenPartition(
        environment: "login.microsoftonline.com", clientID: "client-1", realm: CacheFolder.tenant,
        extendedKey: key)
    }
    #expect(try await folder.file().secrets(partition("abc")) == ["from-msal"])
    #expect(try await folder.file().secrets(partition("abd")) == [])
    #expect(try await folder.file().secrets(partition(nil)) == [])
  }

  @Test(
    "although numbers are numbers or fractions",
    arguments: [
      #""1795003600""#, "1795003600", "1795003600.0", "1795003600.9", #""1795003600.5""#,
      "1.7950036e9",
    ])
  func numbers(written: String) async throws {
    let folder = try CacheFolder(
      CacheFolder.cache([
        "expires_on": written, "cached_at": "", "extended_expires_on": "\"soon\"",
        "refresh_on": "{}", "target": "7",
      ]))
    let record = try #require(try await folder.file().load(CacheFolder.partition).first)
    #expect(record.expiresOn.timeIntervalSince1970.rounded(.down) == 1_795_003_600)
    #expect(record.extendedExpiresOn == record.expiresOn)
    #expect(record.refreshOn == nil)
    #expect(record.scopes == [])
  }

  @Test(
    "but for entries without a token or its end, which stay where they are",
    arguments: [
      ["expires_on": ""], ["expires_on": "null"], ["expires_on": "\"\""], ["expires_on": "-5"],
      ["expires_on": "\"nan\""], ["expires_on": "\"inf\""], ["expires_on": "1e300"],
      ["expires_on": "true"], ["expires_on": "9223372036854775807"], ["secret": ""],
      ["secret": "\"\""], ["secret": "7"], ["secret": #""a b""#], ["secret": #""a\r\nX: y""#],
      ["secret": #""é""#],
    ])
  func odd(fields: [String: String]) async throws {
    let folder = try CacheFolder(CacheFolder.cache(fields))
    #expect(try await folder.file().secrets() == [])
    let before = try folder.text()
    let entry = before.dropFirst(#"{"AccessToken": {"#.count).dropLast(2)
    try await folder.file().save(CacheFolder.record("ours"), in: CacheFolder.partition)
    #expect(try folder.text().contains(entry))
    #expect(try await folder.file().secrets() == ["ours"])
  }

  @Test("vector 29: by its fields, whatever its key is")
  func wrongKey() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    #expect(try await folder.file().secrets() == ["from-msal"])
  }

  @Test("so that the token that lasts longest comes last")
  func order() async throws {
    let folder = try CacheFolder()
    for (host, life) in [("sts.windows.net", 300), ("login.microsoft.com", 900), ("x", 600)] {
      try await folder.file().save(
        CacheFolder.record("\(life)", host: host, life: TimeInterval(life)),
        in: CacheFolder.partition)
    }
    #expect(try await folder.file().secrets() == ["300", "600", "900"])
  }

  @Test("again as soon as somebody has written it, by replacing it or in place")
  func changes() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    let file = folder.file()
    #expect(try await file.secrets() == ["from-msal"])
    #expect(try await file.secrets() == ["from-msal"])
    try folder.write(CacheFolder.cache(["secret": #""second""#]))
    #expect(try await file.secrets() == ["second"])
    let other = folder.path + ".other"
    try Data(CacheFolder.cache(["secret": #""third!""#]).utf8).write(to: URL(filePath: other))
    #expect(rename(other, folder.path) == 0)
    #expect(try await file.secrets() == ["third!"])
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(try await file.secrets() == [])
  }
}
