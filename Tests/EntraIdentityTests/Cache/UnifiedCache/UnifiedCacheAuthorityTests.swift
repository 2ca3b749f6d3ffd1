import Foundation
import Testing

@testable import EntraIdentity

@Suite("In a cache file, no authority's token answers for another's")
struct UnifiedCacheAuthorityTests {
  private static let tenant = CacheFolder.tenant
  private static let other = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"

  private func partition(_ written: String, _ kind: AuthorityKind?) throws -> TokenPartition {
    let authority = try Authority(written, kind: kind)
    return TokenPartition(
      environment: authority.environment, clientID: "client-1",
      realm: authority.realm(tenantID: authority.tenant))
  }

  private static let authorities: [(String, AuthorityKind?)] = [
    ("https://login.microsoftonline.com/\(tenant)", nil),
    ("https://login.microsoftonline.com/\(other)", nil),
    ("https://login.microsoftonline.com/contoso.com", nil),
    ("https://login.microsoftonline.us/\(tenant)", nil),
    ("https://login.microsoftonline.com/tfp/\(tenant)/b2c_1_a", nil),
    ("https://contoso.b2clogin.com/\(tenant)/b2c_1_a", nil),
    ("https://contoso.b2clogin.com/\(tenant)/b2c_1_b", nil),
    ("https://contoso.ciamlogin.com/\(tenant)", nil),
    ("https://idp.example/adfs", nil), ("https://idp.example:8443/adfs", nil),
    ("https://idp.example/dstsv2/\(tenant)", nil), ("https://idp.example/dstsv2/\(other)", nil),
    ("https://idp.example/\(tenant)", .entra), ("https://idp.example:8443/\(tenant)", .entra),
    ("https://idp.example/contoso.com", .entra), ("https://idp.example/contoso.com/b2c_1_a", .b2c),
    ("https://idp.example", .oidc), ("https://idp.example/adfs", .oidc),
    ("https://idp.example/\(tenant)", .oidc), ("https://idp.example/contoso.com", .oidc),
    ("https://idp.example/Realm", .oidc), ("https://idp.example/realm", .oidc),
    ("https://idp.example/dstsv2", .oidc), ("https://idp.example/realm/", .oidc),
  ]

  @Test("however many there are of one host")
  func apart() async throws {
    let folder = try CacheFolder()
    let file = folder.file()
    for (number, (written, kind)) in Self.authorities.enumerated() {
      let host = try Authority(written, kind: kind).host
      // Scopes of its own, or keys that fold letter case would have one replace the other.
      try await file.save(
        CacheFolder.record("t\(number)", scopes: ["s\(number)"], host: host),
        in: partition(written, kind))
    }
    for (number, (written, kind)) in Self.authorities.enumerated() {
      #expect(try await folder.file().secrets(partition(written, kind)) == ["t\(number)"])
    }
  }

  @Test(
    "MSAL's are read only where it means the same by what it writes",
    arguments: [
      ("login.microsoftonline.com", tenant, [0]), ("contoso.ciamlogin.com", tenant, [7]),
      ("idp.example", "adfs", [8]), ("idp.example", tenant, [12]),
      // dSTS, each tenant's; B2C, each policy's; a generic issuer's first segment.
      ("idp.example", "dstsv2", []), ("contoso.b2clogin.com", tenant, []),
      ("login.microsoftonline.com", "tfp", []), ("login.microsoftonline.com", "contoso.com", []),
      ("idp.example", "contoso.com", []), ("idp.example", "realm", []),
      ("idp.example", "connect", []),
    ])
  func foreign(environment: String, realm: String, readers: [Int]) async throws {
    let folder = try CacheFolder(
      CacheFolder.cache(["environment": "\"\(environment)\"", "realm": "\"\(realm)\""]))
    for (number, (written, kind)) in Self.authorities.enumerated() {
      let found = try await folder.file().secrets(partition(written, kind))
      #expect(found.isEmpty == !readers.contains(number), "\(written)")
    }
  }

  @Test("and MSAL finds ours only there: elsewhere host or realm are none of its own")
  func ours() async throws {
    // Whom MSAL cannot tell apart from others, or would look for elsewhere.
    for (written, kind) in Self.authorities {
      let folder = try CacheFolder()
      let (partition, host) = (
        try partition(written, kind), try Authority(written, kind: kind).host
      )
      try await folder.file().save(CacheFolder.record("t", host: host), in: partition)
      let entry = try #require(try folder.json()["AccessToken"]?.values.first)
      let environment = try #require(entry["environment"] as? String)
      let realm = try #require(entry["realm"] as? String)
      let isShared = !realm.contains("/") && !environment.contains(":")
      let isTold = (realm == Self.tenant || realm == Self.other || realm == "adfs")
      #expect(isShared ? isTold && kind != .oidc && kind != .b2c : true, "\(written)")
      #expect(environment.hasPrefix(host))
    }
  }
}
