import EntraSimulator
import Foundation
import Synchronization
import Testing

@Suite("Graph takes the tokens of its own tenants, and asks for their roles")
struct GraphTokenTests {
  @Test("a token of the tenant is taken, with the old issuer that Graph's have")
  func good() throws {
    let scene = try GraphScene(GraphScene.many(3))
    let token = try scene.token()
    #expect(
      OpenedToken(token)?.claims["iss"] as? String == "https://sts.windows.net/\(Scene.tenant)/")
    let answer = try scene.get("/applications", token: token)
    #expect(answer.status == 200)
    #expect(answer.values.count == 3)
    #expect(answer.header("request-id") != nil)
    #expect(answer.header("x-ms-ests-server") == nil)
  }

  @Test(
    "each cloud's Graph takes its own cloud's tokens",
    arguments: [
      (SimulatedCloud.usGovernment, "graph.microsoft.us"),
      (.usGovernment, "dod-graph.microsoft.us"), (.china, "microsoftgraph.chinacloudapi.cn"),
    ])
  func clouds(cloud: SimulatedCloud, host: String) throws {
    var tenant = SimulatedTenant.entra(
      "elsewhere", id: Scene.tenant, cloud: cloud,
      [.secret("reader", clientID: Scene.client, "right", roles: GraphScene.roles)])
    tenant.directory = GraphScene.many(150)
    let scene = try GraphSceneOfCloud(tenant, host: host)
    let answer = scene.get("https://\(host)/v1.0/applications")
    #expect(answer.status == 200)
    #expect(answer.nextLink?.hasPrefix("https://\(host)/v1.0/applications?$skiptoken=") == true)
    #expect(scene.get("https://graph.microsoft.com/v1.0/applications").status == 401)
  }

  private struct GraphSceneOfCloud {
    let core: SimulatorCore
    let token: String

    init(_ tenant: SimulatedTenant, host: String) throws {
      core = try SimulatorCore(SimulatedWorld([tenant]), clock: { Scene.now })
      token =
        core.answer(
          .post(
            tenant.authority + "/oauth2/v2.0/token",
            form: [
              "grant_type": "client_credentials", "client_id": Scene.client,
              "client_secret": "right", "scope": "https://\(host)/.default",
            ])
        ).accessToken ?? ""
    }

    func get(_ url: String) -> SimulatedResponse {
      core.answer(.get(url, headers: [("Authorization", "Bearer " + token)]))
    }
  }

  @Test(
    "what is no token of this tenant's for Graph is refused",
    arguments: [
      (Misbehaviour.TokenFault.foreignKey, "Signature is invalid."),
      (.unknownKeyID, "Signature is invalid."), (.unsigned, "Signature is invalid."),
      (.signedByPublicKey, "Signature is invalid."), (.plainNonce, "Signature is invalid."),
      (.expired, "Lifetime validation failed, the token is expired."),
      (.notYetValid, "Lifetime validation failed, the token is not yet valid."),
      (
        .audience("https://management.azure.com"),
        "Access token validation failure. Invalid audience."
      ),
      (.tenant(GUID.numbered(77)), "Access token validation failure. Invalid issuer."),
      (
        .issuer("https://login.microsoftonline.com/\(Scene.tenant)/v2.0"),
        "Access token validation failure. Invalid issuer."
      ), (.opaque, "IDX14100: JWT is not well formed, there are no dots (.)."),
    ])
  func bad(fault: Misbehaviour.TokenFault, message: String) throws {
    var world = GraphScene.world(GraphScene.many(1))
    world.tenants[0].script = [.always(.token, .token(fault))]
    let core = try SimulatorCore(world, clock: { Scene.now })
    let token = try #require(try Scene(world).secret().accessToken)
    let answer = core.answer(
      .get(
        "https://graph.microsoft.com/v1.0/applications",
        headers: [("Authorization", "Bearer " + token)]))
    #expect(answer.status == 401)
    #expect(answer.graphCode == "InvalidAuthenticationToken")
    #expect(answer.graphMessage == message)
    #expect(answer.header("WWW-Authenticate")?.hasPrefix("Bearer ") == true)
  }

  @Test("a token that was good is refused when its time is over")
  func lifetime() throws {
    let clock = Mutex(Scene.now)
    let core = try SimulatorCore(
      GraphScene.world(GraphScene.many(1)), clock: { clock.withLock(\.self) })
    let token = try #require(
      core.answer(
        .post(
          Scene.tokenURL,
          form: [
            "grant_type": "client_credentials", "client_id": Scene.client,
            "client_secret": "right", "scope": Scene.graph,
          ])
      ).accessToken)
    let request = SimulatedRequest.get(
      "https://graph.microsoft.com/v1.0/applications",
      headers: [("Authorization", "Bearer " + token)])
    clock.withLock { $0 = Scene.now + 3_598 }
    #expect(core.answer(request).status == 200)
    clock.withLock { $0 = Scene.now + 3_599 }
    #expect(core.answer(request).status == 401)
  }

  @Test("without a token nothing is told, not even whether a path is there")
  func noToken() throws {
    let scene = try GraphScene(GraphScene.many(1))
    for path in ["applications", "nothing", "$batch"] {
      let answer = scene.core.answer(.get("https://graph.microsoft.com/v1.0/" + path))
      #expect(answer.status == 401)
      #expect(answer.graphMessage == "Access token is empty.")
    }
  }

  @Test(
    "each path asks for its role",
    arguments: [
      ("/applications", "Application.Read.All"), ("/servicePrincipals", "Application.Read.All"),
      ("/directory/deletedItems/microsoft.graph.application", "Application.Read.All"),
      ("/policies/defaultAppManagementPolicy", "Policy.Read.All"),
      ("/organization", "Organization.Read.All"),
    ])
  func roles(path: String, role: String) throws {
    let allowed = try GraphScene(GraphScene.many(1), roles: [role])
    #expect(try allowed.get(path).status == 200)
    let others = ["Application.Read.All", "Policy.Read.All", "Organization.Read.All"].filter {
      $0 != role
    }
    for roles in [others, []] {
      let refused = try GraphScene(GraphScene.many(1), roles: roles).get(path)
      #expect(refused.status == 403)
      #expect(refused.graphCode == "Authorization_RequestDenied")
      #expect(refused.graphMessage == "Insufficient privileges to complete the operation.")
    }
  }
}
