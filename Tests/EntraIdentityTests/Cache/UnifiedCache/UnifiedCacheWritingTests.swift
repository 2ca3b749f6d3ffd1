import Foundation
import Testing

@testable import EntraIdentity

@Suite("A cache file is written") struct UnifiedCacheWritingTests {
  @Test("vector 25: letter for letter as MSAL writes it")
  func asMSAL() async throws {
    let folder = try CacheFolder()
    let partition = TokenPartition(
      environment: "login.example.com", clientID: "my_client_id", realm: "contoso")
    let record = CacheFolder.record(
      "an access token".replacing(" ", with: "-"), scopes: ["s2", "s1", "s3"],
      host: "login.example.com", at: 1000, refreshIn: 1800)
    try await folder.file().save(record, in: partition)
    #expect(
      try folder.text() == """
        {
            "AccessToken": {
                "-login.example.com-accesstoken-my_client_id-contoso-s1 s2 s3": {
                    "credential_type": "AccessToken",
                    "secret": "an-access-token",
                    "home_account_id": null,
                    "environment": "login.example.com",
                    "client_id": "my_client_id",
                    "target": "s1 s2 s3",
                    "realm": "contoso",
                    "token_type": "Bearer",
                    "cached_at": "1000",
                    "expires_on": "4600",
                    "extended_expires_on": "4600",
                    "refresh_on": "2800"
                }
            },
            "AppMetadata": {
                "appmetadata-login.example.com-my_client_id": {
                    "client_id": "my_client_id",
                    "environment": "login.example.com"
                }
            }
        }
        """)
  }

  @Test("vector 83: with the hash of further parameters as a field and as the key's seventh part")
  func extended() async throws {
    let folder = try CacheFolder()
    let partition = TokenPartition(
      environment: "login.microsoftonline.com", clientID: "Client", realm: CacheFolder.tenant,
      extendedKey: "h4sh")
    try await folder.file().save(CacheFolder.record("t"), in: partition)
    let (key, entry) = try #require(try folder.json()["AccessToken"]?.first)
    #expect(
      key == "-login.microsoftonline.com-atext-client-\(CacheFolder.tenant)-api/.default-h4sh")
    #expect(entry["ext_cache_key"] as? String == "h4sh")
    #expect(entry["credential_type"] as? String == "AccessToken")
    #expect(entry["client_id"] as? String == "Client")
    #expect(
      try folder.json()["AppMetadata"]?.keys.first
        == "appmetadata-login.microsoftonline.com-Client")
  }

  @Test("under the host that the caller wrote, where that is one of the cloud's")
  func host() async throws {
    for (host, written) in [
      ("login.windows.net", "login.windows.net"), ("STS.windows.net", "sts.windows.net"),
      ("login.microsoftonline.us", "login.microsoftonline.com"),
    ] {
      let folder = try CacheFolder()
      try await folder.file().save(CacheFolder.record("t", host: host), in: CacheFolder.partition)
      let entry = try #require(try folder.json()["AccessToken"]?.values.first)
      #expect(entry["environment"] as? String == written)
      #expect(try await folder.file().secrets() == ["t"])
    }
  }

  @Test("in ASCII alone, which every encoding reads as the same")
  func ascii() async throws {
    let folder = try CacheFolder()
    let partition = TokenPartition(
      environment: "idp.example", clientID: "kün😀\"\\\u{1}", realm: "/Realm")
    try await folder.file().save(CacheFolder.record("t", host: "idp.example"), in: partition)
    let text = try folder.text()
    #expect(text.utf8.allSatisfy { $0 < 0x7F })
    #expect(text.contains(#"k\u00fcn\ud83d\ude00\"\\\u0001"#))
    #expect(try await folder.file().secrets(partition) == ["t"])
  }

  @Test("with the scopes that were asked for, where others were granted")
  func requested() async throws {
    let folder = try CacheFolder()
    let record = CacheFolder.record("t", scopes: ["v1", "v2"], requested: ["alias"])
    try await folder.file().save(record, in: CacheFolder.partition)
    #expect(try folder.json()["AccessToken"]?.values.first?["target"] as? String == "v1 v2")
    let read = try #require(try await folder.file().load(CacheFolder.partition).first)
    #expect(read.scopes == ["v1", "v2"])
    #expect(read.requestedScopes == ["alias"])
  }

  @Test("so that a token for the same scopes takes the former one's place")
  func replaced() async throws {
    let folder = try CacheFolder()
    let file = folder.file()
    for secret in ["one", "two"] {
      try await file.save(CacheFolder.record(secret), in: CacheFolder.partition)
      #expect(try await file.secrets() == [secret])
    }
    try await file.save(
      CacheFolder.record("three", scopes: ["other"], life: 60), in: CacheFolder.partition)
    #expect(try await file.secrets() == ["three", "two"])
    #expect(try await folder.file().secrets() == ["three", "two"])
  }

  /// What others wrote: sections, fields, numbers and names that a careless reader would lose.
  private static let foreign = [
    #""Unknown": {"n": 123456789012345678901234567890, "f": 1.10, "e": 1E+2, "z": -0, "twice": 1, "twice": 2}"#,
    #""Number": 0.1000000000000000055511151231257827"#, #""Text": "\u00e9\ud800\/""#,
    #""List": [ 1,2 , {"a":null} ]"#, #""Nothing": null"#,
    #""RefreshToken": {"any key": {"credential_type": "RefreshToken", "secret": "rt", "target": null, "odd": 18446744073709551616}}"#,
    #""IdToken": {"k": {"secret": "idt"}}"#, #""Account": {"a.b": {"username": ""}}"#,
  ]

  @Test("vector 30: with all that others wrote left as it is")
  func kept() async throws {
    let entries = [
      #""user": {"secret": "ut", "home_account_id": "a.b", "expires_on": "1", "x": 1e2}"#,
      #""not an object": 12345678901234567890123"#, #""e\u0301": {}"#, #""\u00e9": []"#,
    ]
    let metadata =
      #""appmetadata-login.microsoftonline.com-client-1": {"family_id": "1", "new": {}}"#
    let folder = try CacheFolder(
      "{" + Self.foreign.joined(separator: ",")
        + ", \"AccessToken\":{\(entries.joined(separator: ","))}, \"AppMetadata\": {\(metadata)} }")
    let file = folder.file()
    for number in 0..<3 {
      try await file.save(
        CacheFolder.record("t\(number)", scopes: ["s\(number)"]), in: CacheFolder.partition)
    }
    try await file.remove(
      environment: "login.microsoftonline.com", clientID: "client-1", realm: nil)
    try await folder.file().save(CacheFolder.record("last"), in: CacheFolder.partition)
    let text = try folder.text()
    // But for the blank after a name's colon, which is ours.
    for part in Self.foreign + entries + [metadata] { #expect(text.contains(part), "\(part)") }
    #expect(try await folder.file().secrets() == ["last"])
    #expect(!text.contains("t0") && !text.contains("t1") && !text.contains("t2"))
  }

  @Test("vector 31: only where there is something new")
  func unchanged() async throws {
    let folder = try CacheFolder()
    let file = folder.file()
    try await file.remove(environment: "login.windows.net", clientID: "client-1", realm: nil)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    try folder.write(CacheFolder.cache())
    let before: NSNumber? = try folder.attribute(.systemFileNumber)
    try await file.remove(environment: "login.windows.net", clientID: "client-2", realm: nil)
    try await file.remove(
      environment: "login.microsoftonline.us", clientID: "client-1", realm: nil)
    #expect(try folder.attribute(.systemFileNumber) == before)
    #expect(try folder.text() == CacheFolder.cache())
  }

  @Test("without an application's tokens once they are removed, in one tenant or in all")
  func removed() async throws {
    let other = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
    func partition(_ client: String, _ realm: String, _ key: String? = nil) -> TokenPartition {
      TokenPartition(
        environment: "login.microsoftonline.com", clientID: client, realm: realm, extendedKey: key)
    }
    let partitions = [
      partition("a", CacheFolder.tenant), partition("a", CacheFolder.tenant, "ext"),
      partition("a", other), partition("a", "contoso.onmicrosoft.com"),
      partition("b", CacheFolder.tenant),
    ]
    let folder = try CacheFolder(
      CacheFolder.cache(["home_account_id": #""u.t""#, "client_id": #""a""#]))
    let file = folder.file()
    for partition in partitions {
      try await file.save(CacheFolder.record("t", host: "login.windows.net"), in: partition)
    }
    func left() async throws -> [Int] {
      var counts: [Int] = []
      for partition in partitions { counts.append(try await folder.file().load(partition).count) }
      return counts
    }
    try await file.remove(
      environment: "login.microsoftonline.com", clientID: "a",
      realm: CacheFolder.tenant.uppercased())
    #expect(try await left() == [0, 0, 1, 1, 1])
    try await file.remove(environment: "login.microsoftonline.com", clientID: "a", realm: nil)
    #expect(try await left() == [0, 0, 0, 0, 1])
    try await file.save(CacheFolder.record("again"), in: partitions[2])
    try await file.save(CacheFolder.record("again"), in: partitions[1])
    #expect(try await left() == [0, 1, 1, 0, 1])
    #expect(try await file.secrets(partitions[4]) == ["t"])
    // The user's is the user's.
    #expect(try folder.json()["AccessToken"]?["some-key"] != nil)
  }

  @Test("without the application's tokens that have ended, and with everybody else's")
  func ended() async throws {
    let folder = try CacheFolder()
    let file = folder.file()
    let other = TokenPartition(
      environment: "login.microsoftonline.com", clientID: "client-2", realm: CacheFolder.tenant)
    try await file.save(
      CacheFolder.record("old", scopes: ["a"], life: 10), in: CacheFolder.partition)
    try await file.save(CacheFolder.record("other", life: 10), in: other)
    try await file.save(
      CacheFolder.record("good", scopes: ["b"], life: 11), in: CacheFolder.partition)
    try await file.save(
      CacheFolder.record("new", scopes: ["c"], at: 1_795_000_011), in: CacheFolder.partition)
    for file in [file, folder.file()] {
      #expect(try await file.secrets() == ["good", "new"])
      #expect(try await file.secrets(other) == ["other"])
    }
  }

  @Test("so that two issuers that share a key take each other's place, and not each other's token")
  func sharedKey() async throws {
    let folder = try CacheFolder()
    let file = folder.file()
    let partitions = ["/Realm", "/realm"].map {
      TokenPartition(environment: "idp.example", clientID: "client-1", realm: $0)
    }
    for (secret, partition) in zip(["one", "two"], partitions) {
      try await file.save(CacheFolder.record(secret, host: "idp.example"), in: partition)
    }
    for file in [file, folder.file()] {
      #expect(try await file.secrets(partitions[0]) == [])
      #expect(try await file.secrets(partitions[1]) == ["two"])
    }
  }

  @Test("of a section that stands twice, the last counts")
  func twice() async throws {
    let first = CacheFolder.cache().dropLast()
    let second = CacheFolder.cache(["secret": #""second""#]).dropFirst()
    let folder = try CacheFolder(first + "," + second)
    #expect(try await folder.file().secrets() == ["second"])
    try await folder.file().save(
      CacheFolder.record("new", scopes: ["c"], life: 7200), in: CacheFolder.partition)
    #expect(try await folder.file().secrets() == ["second", "new"])
    #expect(try folder.text().split(separator: "\"AccessToken\": {").count == 2)
  }
}
