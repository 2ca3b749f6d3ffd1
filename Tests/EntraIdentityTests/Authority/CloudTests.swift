import EntraIdentity
import Testing

@Suite("Clouds")
struct CloudTests {
  @Test("no host belongs to two clouds, and each cloud is found by all of its hosts")
  func aliases() {
    let hosts = Cloud.all.flatMap(\.aliases)
    #expect(Set(hosts).count == hosts.count)
    #expect(Set(Cloud.all.map(\.id)).count == Cloud.all.count)
    for cloud in Cloud.all {
      #expect(cloud.aliases.allSatisfy { Cloud.known(host: $0.uppercased()) == cloud })
      #expect(Set(cloud.legacyAliases).isSubset(of: cloud.aliases))
    }
  }

  @Test(
    "a host that is only near to a known one is unknown",
    arguments: [
      "microsoftonline.com", "x.login.microsoftonline.com", "login.microsoftonline.com.",
      "login.microsoftonline.com.evil.example", "evil-login.microsoftonline.com", "",
    ])
  func unknown(_ host: String) {
    #expect(Cloud.known(host: host) == nil)
  }

  @Test(
    "the default scope is the cloud's own Graph, where one is known",
    arguments: [
      ("public", "https://graph.microsoft.com/.default"),
      ("usgov", "https://graph.microsoft.us/.default"),
      ("china", "https://microsoftgraph.chinacloudapi.cn/.default"),
      ("bleu", nil), ("usgov-legacy", nil), ("ppe", nil),
    ])
  func scopes(_ id: String, _ scope: String?) {
    #expect(Cloud.all.first { $0.id == id }?.defaultScope?.value == scope)
  }

  @Test(
    "a regional host has exactly one label of a region's form before the suffix",
    arguments: [
      ("westus2.login.microsoft.com", true), ("login.microsoft.com", false),
      ("a.b.login.microsoft.com", false), (".login.microsoft.com", false),
      ("2west.login.microsoft.com", false), ("-west.login.microsoft.com", false),
      ("westus2.login.microsoftonline.com", false), ("evillogin.microsoft.com", false),
    ])
  func regions(_ host: String, _ isRegional: Bool) {
    #expect(Cloud.worldwide.isRegional(host: host) == isRegional)
  }
}
