import EntraSimulator
import Foundation
import Testing

@Suite("Graph lists applications as the real one does")
struct GraphListTests {
  @Test(
    "a list has pages of 100 unless it is asked for others, up to 999",
    arguments: [
      ("", [100, 100, 100, 100, 50]), ("?$top=200", [200, 200, 50]), ("?$top=999", [450]),
      ("?%24top=450", [450]),
    ])
  func pages(query: String, sizes: [Int]) throws {
    let pages = try GraphScene(GraphScene.many(450)).walk("/applications" + query)
    #expect(pages.map(\.values.count) == sizes)
    let ids = pages.flatMap(\.values).compactMap { $0["appId"]?.text }
    #expect(ids == (0..<450).map { GUID.numbered($0, kind: 0xA1) })
    #expect(pages.last?.nextLink == nil)
  }

  @Test(
    "a query that is not served is refused, with the reason",
    arguments: [
      ("?$top=1000", "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive."),
      ("?$top=0", "Invalid page size specified: '0'. Must be between 1 and 999 inclusive."),
      (
        "?$select=id,secrets",
        "Could not find a property named 'secrets' on type 'microsoft.graph.application'."
      ), ("?$count=true", "$count is not currently supported."),
      ("?$filter=appId eq 'x'", "The query option '$filter' is not simulated."),
      ("?$expand=manager", "'manager' cannot be expanded here."),
      ("?$skiptoken=anything", "The specified page token is not valid."),
    ])
  func badQueries(query: String, message: String) throws {
    let answer = try GraphScene(GraphScene.many(2)).get("/applications" + query)
    #expect(answer.status == 400)
    #expect(answer.graphMessage == message)
  }

  @Test("the count stands on the first page only, and every page wants its header")
  func count() throws {
    let scene = try GraphScene(GraphScene.many(450))
    let pages = try scene.walk("/applications?$count=true&$top=200&$select=id", eventual: true)
    #expect(pages.map { $0.json?["@odata.count"]?.serialized } == ["450", nil, nil])
    let second = try #require(pages[0].nextLink)
    #expect(try scene.get(second).status == 400)
    #expect(try scene.get("/applications/$count").status == 400)
    let alone = try scene.get("/applications/$count", eventual: true)
    #expect(String(decoding: alone.bytes, as: UTF8.self) == "450")
  }

  @Test("what is selected comes, and a certificate only with keyCredentials")
  func selection() throws {
    let certificate = try MintedCertificate.client(
      "billing", key: .reusableRSA(1), notBefore: Scene.now, notAfter: Scene.now + 86_400)
    let scene = try GraphScene(
      SimulatedDirectory([
        ListedApplication(
          displayName: "billing", passwords: [ListedPassword(hint: "abc", end: Scene.now + 0.25)],
          keys: [ListedKey(certificate)])
      ]))
    let whole = try #require(try scene.get("/applications").values.first)
    #expect(whole["keyCredentials"]?.elements?.first?["key"] == .null)
    let selected = try scene.get("/applications?$select=appId,keyCredentials,passwordCredentials")
    #expect(
      selected.json?["@odata.context"]?.text
        == "https://graph.microsoft.com/v1.0/$metadata"
        + "#applications(appId,keyCredentials,passwordCredentials)")
    guard case .object(let members) = try #require(selected.values.first) else { return }
    #expect(members.map(\.name) == ["appId", "keyCredentials", "passwordCredentials"])
    let key = try #require(members[1].value.elements?.first)
    #expect(key["key"]?.text == Data(certificate.der).base64EncodedString())
    let thumbprint = try #require(base64URL(certificate.sha1Thumbprint))
    #expect(key["customKeyIdentifier"]?.text == thumbprint.base64EncodedString())
    #expect(key["endDateTime"] == "2026-11-19T11:06:40Z")
    let password = try #require(members[2].value.elements?.first)
    #expect(password["endDateTime"] == "2026-11-18T11:06:40.2500000Z")
    #expect(password["secretText"] == .null)
    #expect(password["hint"] == "abc")
  }

  @Test("an object is found by its id and by its client id, and else is not there")
  func objects() throws {
    let scene = try GraphScene(GraphScene.many(5))
    let (id, appID) = (GUID.numbered(3, kind: 0xA0), GUID.numbered(3, kind: 0xA1))
    for path in [
      "/applications/\(id)", "/applications('\(id)')", "/applications(appId='\(appID)')",
      "/applications(appId=%27\(appID)%27)", "/servicePrincipals(appId='\(appID)')",
    ] {
      #expect(try scene.get(path).json?["appId"]?.text == appID, "\(path)")
    }
    for path in ["/applications/\(appID)", "/applications(appId='\(id)')"] {
      let answer = try scene.get(path)
      #expect(answer.status == 404)
      #expect(answer.graphCode == "Request_ResourceNotFound")
    }
    #expect(try scene.get("/nothing").graphCode == "BadRequest")
  }

  @Test("twenty owners come with an application, and all of them by themselves")
  func owners() throws {
    let owners = (0..<23).map {
      ListedOwner(
        id: GUID.numbered($0), displayName: "Owner \($0)",
        userPrincipalName: "owner\($0)@contoso.example")
    }
    let directory = SimulatedDirectory([
      ListedApplication(id: GUID.numbered(1), displayName: "billing", owners: owners)
    ])
    let scene = try GraphScene(directory, roles: ["Application.Read.All", "User.Read.All"])
    let expanded = try scene.get("/applications?$select=id&$expand=owners($select=id,displayName)")
    let some = expanded.values.first?["owners"]?.elements
    #expect(some?.count == 20)
    #expect(
      some?.first?.serialized == "{\"@odata.type\":\"#microsoft.graph.user\","
        + "\"id\":\"\(GUID.numbered(0))\",\"displayName\":\"Owner 0\"}")
    let path = "/applications/\(GUID.numbered(1))/owners?$select=id,userPrincipalName,mail"
    let all = try scene.get(path).values
    #expect(all.count == 23)
    #expect(all[22]["userPrincipalName"] == "owner22@contoso.example")
    // Who may not read users sees that there are owners, and not who.
    let blind = try GraphScene(directory).get(path).values
    #expect(blind[22]["id"]?.text == GUID.numbered(22))
    #expect(blind[22]["userPrincipalName"] == .null)
    #expect(
      try scene.get("/applications?$expand=owners&$count=true", eventual: true).status == 400)
  }

  @Test("federated credentials, deleted applications, rules and the tenant are told")
  func others() throws {
    let id = GUID.numbered(1)
    let scene = try GraphScene(
      SimulatedDirectory(
        [
          ListedApplication(
            id: id, displayName: "billing",
            federations: [
              ListedFederation(name: "cluster", issuer: "https://c.example/", subject: "a:B")
            ])
        ], deleted: [ListedApplication(displayName: "old", deletedAt: Scene.now - 86_400)],
        policy: ListedPolicy(passwordLifetime: "P180D")),
      roles: ["Application.Read.All", "Policy.Read.All", "Organization.Read.All"])
    let federation = try scene.get("/applications/\(id)/federatedIdentityCredentials").values.first
    #expect(federation?["issuer"] == "https://c.example/")
    #expect(federation?["audiences"] == ["api://AzureADTokenExchange"])
    let deleted = try scene.get("/directory/deletedItems/microsoft.graph.application").values
    #expect(deleted.map { $0["deletedDateTime"] } == ["2026-11-17T11:06:40Z"])
    let policy = try scene.get("/policies/defaultAppManagementPolicy").json
    let rule = policy?["applicationRestrictions"]?["passwordCredentials"]?.elements?.first
    #expect(rule?["maxLifetime"] == "P180D")
    #expect(policy?["applicationRestrictions"]?["keyCredentials"] == [])
    let tenant = try scene.get("/organization?$select=id,displayName,verifiedDomains").values.first
    #expect(tenant?["id"]?.text == Scene.tenant)
  }

  @Test("policies for single applications are told, and whom each is for, page by page")
  func exceptions() throws {
    var directory = SimulatedDirectory()
    let ids = (0..<120).map { GUID.numbered($0) }
    directory.exceptions = [
      ListedException(
        id: GUID.numbered(900), ListedPolicy(passwordLifetime: "P365D"), applicationIDs: ids,
        principalIDs: [GUID.numbered(500)])
    ]
    let scene = try GraphScene(directory, roles: ["Application.Read.All", "Policy.Read.All"])
    let policies = try scene.get("/policies/appManagementPolicies").values
    let rule = policies.first?["restrictions"]?["passwordCredentials"]?.elements?.first
    #expect(policies.count == 1 && rule?["maxLifetime"] == "P365D")
    let path = "/policies/appManagementPolicies/\(GUID.numbered(900))/appliesTo"
    let first = try scene.get(path)
    #expect(first.values.count == 100 && first.json?["@odata.nextLink"] != nil)
    let all = try scene.get(path + "?$select=id&$top=999").values
    #expect(all.compactMap { $0["id"]?.text } == ids + [GUID.numbered(500)])
    #expect(all.last?["@odata.type"] == "#microsoft.graph.servicePrincipal")
    let missing = "/policies/appManagementPolicies/\(GUID.numbered(901))/appliesTo"
    #expect(try scene.get(missing).status == 404)
    let unprivileged = try GraphScene(directory, roles: ["Application.Read.All"])
    #expect(try unprivileged.get("/policies/appManagementPolicies").status == 403)
    #expect(try unprivileged.get(path).status == 403)
  }

  @Test("federated credentials come with a list where the cloud serves that")
  func expandedFederations() throws {
    let federations = (0..<21).map {
      ListedFederation(name: "f\($0)", issuer: "https://i.example", subject: "s\($0)")
    }
    var directory = SimulatedDirectory([
      ListedApplication(id: GUID.numbered(1), displayName: "billing", federations: federations)
    ])
    let path = "/applications?$select=id&$expand=federatedIdentityCredentials"
    let all = try GraphScene(directory).get(path).values.first?["federatedIdentityCredentials"]
    #expect(all?.elements?.count == 20)
    #expect(all?.elements?.first?["subject"] == "s0")
    directory.expandsFederations = false
    directory.unknownMembers = ["isDisabled"]
    let older = try GraphScene(directory)
    #expect(try older.get(path).graphCode == "Request_UnsupportedQuery")
    #expect(try older.get("/applications?$select=id,isDisabled").graphCode == "BadRequest")
    #expect(try older.get("/applications?$select=id").status == 200)
  }

  @Test("a tenant that says nothing of its directory has what its token endpoint goes by")
  func derived() throws {
    let scene = try GraphScene(nil)
    let application = try #require(
      try scene.get("/applications?$select=id,appId,displayName,passwordCredentials").values.first)
    #expect(application["appId"]?.text == Scene.client)
    let password = application["passwordCredentials"]?.elements?.first
    #expect(password?["hint"] == "rig")
    #expect(password?["endDateTime"] == "2299-12-31T00:00:00Z")
    let again = try scene.get("/applications(appId='\(Scene.client)')").json
    #expect(again?["id"] == application["id"])
    #expect(again?["passwordCredentials"] == application["passwordCredentials"])
    let principal = try scene.get("/servicePrincipals(appId='\(Scene.client)')").json
    #expect(principal?["appOwnerOrganizationId"]?.text == Scene.tenant)
  }

  @Test("members are left out or written otherwise, as told")
  func oddMembers() throws {
    var application = ListedApplication(displayName: "odd")
    application.missing = ["passwordCredentials"]
    application.overrides = ["createdDateTime": "yesterday", "keyCredentials": .null]
    let scene = try GraphScene(SimulatedDirectory([application]))
    let query = "?$select=createdDateTime,passwordCredentials,keyCredentials"
    #expect(
      try scene.get("/applications" + query).values.first?.serialized
        == "{\"createdDateTime\":\"yesterday\",\"keyCredentials\":null}")
  }
}
