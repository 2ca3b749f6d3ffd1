@testable import EntraIdentity
import Testing

@Suite("Whether documents and scopes fit the cloud")
struct CloudRulesTests {
  static let a = "72f988bf-86f1-41af-91ab-2d7cd011db47"

  @Test(
    "a document that names another cloud is told by field and cloud",
    arguments: [
      ("https://login.microsoftonline.com/\(a)", "tenant_region_scope", "USGov", "usgov"),
      ("https://login.microsoftonline.us/\(a)", "tenant_region_scope", "NA", "public"),
      (
        "https://login.microsoftonline.com/\(a)", "cloud_instance_name", "microsoftonline.us",
        "usgov"
      ),
      (
        "https://login.microsoftonline.us/\(a)", "cloud_instance_name", "microsoftonline.com",
        "public"
      ),
      (
        "https://login.microsoftonline.com/\(a)", "msgraph_host",
        "microsoftgraph.chinacloudapi.cn", "china"
      ),
      (
        "https://login.microsoftonline.com/\(a)", "token_endpoint",
        "https://login.microsoftonline.us/\(a)/oauth2/v2.0/token", "usgov"
      ),
      ("https://contoso.b2clogin.com/\(a)/p", "msgraph_host", "graph.microsoft.us", "usgov"),
    ])
  func mismatches(_ authority: String, _ field: String, _ value: String, _ cloud: String) throws {
    let found = CloudRules.mismatches(
      of: OpenIDConfiguration([field: .string(value)]), with: try Authority(authority))
    #expect(found.map(\.field) == [field])
    #expect(found.first?.belongsTo?.id == cloud)
    #expect(found.first?.expected.isEmpty == false)
  }

  @Test(
    "what fits, and what no cloud is known to own, is no mismatch",
    arguments: [
      ("https://login.windows.net/\(a)", "cloud_instance_name", "windows.net"),
      ("https://login.microsoftonline.com/\(a)", "cloud_instance_name", "microsoftonline.com"),
      ("https://login.chinacloudapi.cn/\(a)", "cloud_instance_name", "partner.microsoftonline.cn"),
      ("https://login.microsoftonline.us/\(a)", "msgraph_host", "dod-graph.microsoft.us"),
      ("https://login.microsoftonline.com/\(a)", "tenant_region_scope", "OC"),
      ("https://login.microsoftonline.us/\(a)", "tenant_region_scope", "USGov"),
      ("https://login.sovcloud-identity.fr/\(a)", "msgraph_host", "graph.new.example"),
      ("https://fs.contoso.com/adfs", "msgraph_host", "graph.microsoft.us"),
    ])
  func fits(_ authority: String, _ field: String, _ value: String) throws {
    let document = OpenIDConfiguration([field: .string(value)])
    #expect(CloudRules.mismatches(of: document, with: try Authority(authority)).isEmpty)
  }

  @Test(
    "a scope of another cloud's resource is told, an application's own is not",
    arguments: [
      ("usgov", "https://graph.microsoft.com/.default", "public"),
      ("public", "https://graph.microsoft.us/.default", "usgov"),
      ("public", "https://dod-graph.microsoft.us/.default", "usgov"),
      ("china", "https://management.azure.com//.default", "public"),
      ("usgov", "https://contoso.vault.azure.net/.default", "public"),
      ("usgov", "https://graph.microsoft.us/.default", nil),
      ("usgov", "https://notgraph.microsoft.com/.default", nil),
      ("usgov", "api://graph.microsoft.com/.default", nil),
      ("usgov", "00000003-0000-0000-c000-000000000000/.default", nil),
    ])
  func scopes(_ id: String, _ scope: String, _ other: String?) throws {
    let cloud = try #require(Cloud.all.first { $0.id == id })
    let found = CloudRules.mismatches(of: [try #require(Scope(scope))], with: cloud)
    #expect(found.first?.belongsTo?.id == other)
  }
}
