import EntraSimulator
import Foundation
import Testing

@Suite("Discovery documents have each family's own shape")
struct DiscoveryTests {
  @Test(
    "an Entra document names the issuer that was recorded for its host",
    arguments: [
      ("login.microsoftonline.com", "login.microsoftonline.com", SimulatedCloud.worldwide),
      ("login.windows.net", "login.windows.net", .worldwide),
      ("login.microsoftonline.us", "login.microsoftonline.us", .usGovernment),
      ("login.partner.microsoftonline.cn", "login.partner.microsoftonline.cn", .china),
      ("login.chinacloudapi.cn", "login.partner.microsoftonline.cn", .china),
      ("westeurope.login.microsoft.com", "login.microsoftonline.com", .worldwide),
    ])
  func entra(host: String, issuerHost: String, cloud: SimulatedCloud) throws {
    let world = SimulatedWorld([.entra("contoso", id: Scene.tenant, cloud: cloud, [])])
    let scene = try Scene(world)
    for name in [Scene.tenant, "contoso.onmicrosoft.com", "CONTOSO.onmicrosoft.com"] {
      let response = scene.get("https://\(host)/\(name)/v2.0/.well-known/openid-configuration")
      #expect(response.status == 200)
      #expect(response.json?["issuer"]?.text == "https://\(issuerHost)/\(Scene.tenant)/v2.0")
      #expect(
        response.json?["token_endpoint"]?.text
          == "https://\(host)/\(Scene.tenant)/oauth2/v2.0/token")
      #expect(
        response.json?["jwks_uri"]?.text == "https://\(host)/\(Scene.tenant)/discovery/v2.0/keys")
    }
  }

  @Test("the old form of a document names sts.windows.net and the old endpoints")
  func oldForm() throws {
    let scene = try Scene.secretScene()
    let document = scene.get(Scene.login + "/.well-known/openid-configuration").json
    #expect(document?["issuer"]?.text == "https://sts.windows.net/\(Scene.tenant)/")
    #expect(document?["token_endpoint"]?.text == Scene.login + "/oauth2/token")
  }

  @Test("the aliases keep the placeholder in their issuer", arguments: ["common", "organizations"])
  func aliases(name: String) throws {
    let url = "https://login.microsoftonline.com/\(name)/v2.0/.well-known/openid-configuration"
    let document = try Scene.secretScene().get(url).json
    #expect(
      document?["issuer"]?.text == "https://login.microsoftonline.com/{tenantid}/v2.0")
    #expect(document?["tenant_region_scope"] == .null)
  }

  @Test(
    "a tenant that does not live in the cloud that is asked is refused as recorded",
    arguments: [
      ("login.microsoftonline.com", Scene.tenant, 90002, "invalid_tenant"),
      ("login.microsoftonline.com", "test", 90002, "invalid_tenant"),
      ("login.microsoftonline.com", "no_such", 900_023, "invalid_request"),
      (
        "login.microsoftonline.com", "00000000-0000-0000-0000-000000000000", 900_021,
        "invalid_request"
      ),
    ])
  func unknown(host: String, tenant: String, code: Int, error: String) throws {
    let scene = try Scene(
      SimulatedWorld([.entra("gov", id: Scene.tenant, cloud: .usGovernment, [])]))
    let response = scene.get("https://\(host)/\(tenant)/v2.0/.well-known/openid-configuration")
    #expect(response.status == 400)
    #expect(response.code == code)
    #expect(response.error == error)
  }

  @Test("region scopes are those of the tenant")
  func regions() throws {
    var tenant = SimulatedTenant.entra("dod", id: Scene.tenant, cloud: .usGovernment, [])
    tenant.regionSubScope = "DOD"
    let url =
      "https://login.microsoftonline.us/\(Scene.tenant)/v2.0/.well-known/openid-configuration"
    let document = try Scene(SimulatedWorld([tenant])).get(url).json
    #expect(document?["tenant_region_scope"]?.text == "USGov")
    #expect(document?["tenant_region_sub_scope"]?.text == "DOD")
    #expect(document?["msgraph_host"]?.text == "graph.microsoft.us")
  }

  @Test("B2C, External ID, AD FS and generic issuers each have their own issuer and endpoints")
  func families() throws {
    let tenants: [(SimulatedTenant, discovery: String, issuer: String, token: String)] = [
      (
        .b2c("fabrikam", id: Scene.tenant, []),
        "https://fabrikam.b2clogin.com/fabrikam.onmicrosoft.com/B2C_1_sign_in/v2.0",
        "https://fabrikam.b2clogin.com/\(Scene.tenant)/v2.0/",
        "https://fabrikam.b2clogin.com/fabrikam.onmicrosoft.com/B2C_1_sign_in/oauth2/v2.0/token"
      ),
      (
        .ciam("shop", id: Scene.tenant, []),
        "https://shop.ciamlogin.com/shop.onmicrosoft.com/v2.0",
        "https://\(Scene.tenant).ciamlogin.com/\(Scene.tenant)/v2.0",
        "https://shop.ciamlogin.com/\(Scene.tenant)/oauth2/v2.0/token"
      ),
      (
        .adfs("fs.contoso.example", []), "https://fs.contoso.example/adfs",
        "https://fs.contoso.example/adfs", "https://fs.contoso.example/adfs/oauth2/token/"
      ),
      (
        .oidc("idp.example", path: "/realm", []), "https://idp.example/realm",
        "https://idp.example/realm", "https://idp.example/realm/token"
      ),
      (
        .oidc("plain.example", []), "https://plain.example", "https://plain.example",
        "https://plain.example/token"
      ),
    ]
    let scene = try Scene(SimulatedWorld(tenants.map(\.0)))
    for tenant in tenants {
      let document = scene.get(tenant.discovery + "/.well-known/openid-configuration").json
      #expect(document?["issuer"]?.text == tenant.issuer)
      #expect(document?["token_endpoint"]?.text == tenant.token)
      let keys = document?["jwks_uri"]?.text.flatMap { scene.get($0).json?["keys"]?.elements }
      #expect(keys?.count == 2)
    }
  }

  @Test("a B2C policy may stand in the query, and an unknown one is not there")
  func policies() throws {
    let scene = try Scene(SimulatedWorld([.b2c("fabrikam", id: Scene.tenant, [])]))
    let root = "https://fabrikam.b2clogin.com/fabrikam.onmicrosoft.com"
    let tail = "/v2.0/.well-known/openid-configuration"
    let query = scene.get("\(root)\(tail)?p=b2c_1_sign_in").json
    #expect(query?["token_endpoint"]?.text == "\(root)/oauth2/v2.0/token?p=b2c_1_sign_in")
    #expect(scene.get("\(root)/b2c_1_other\(tail)").status == 404)
  }

  @Test(
    "instance discovery knows the clouds' hosts and no other",
    arguments: [
      ("login.microsoftonline.com", true), ("login.usgovcloudapi.net", true),
      ("login.contoso.example", false), ("login.microsoftonline.com.evil.example", false),
    ])
  func instances(host: String, isKnown: Bool) throws {
    let endpoint = "https%3A%2F%2F\(host)%2Fcommon%2Foauth2%2Fv2.0%2Fauthorize"
    let response = try Scene.secretScene().get(
      "https://login.microsoftonline.com/common/discovery/instance?api-version=1.1"
        + "&authorization_endpoint=\(endpoint)")
    if isKnown {
      #expect(response.json?["metadata"]?.elements?.count == 5)
      #expect(
        response.json?["tenant_discovery_endpoint"]?.text
          == "https://\(host)/common/v2.0/.well-known/openid-configuration")
    } else {
      #expect(response.status == 400)
      #expect(response.code == 50049)
      #expect(response.error == "invalid_instance")
    }
  }
}
