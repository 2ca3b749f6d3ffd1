import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("A plan") struct AuditPlanTests {
  private static let location = SourceLocation(file: "inventory.yaml", line: 1, column: 1)
  private static let shared = "https://login.microsoftonline.com/shared.example"

  private func credential(_ name: String, owner: String? = nil) -> InventoryCredential {
    InventoryCredential(
      name: name, kind: .secret(.env("S")), expires: nil, thresholds: ExpiryThresholds(),
      scopes: nil, expectation: TokenExpectations(), owner: owner, runbook: nil, tags: [],
      location: Self.location)
  }

  private func tenant(
    _ name: String, at authority: String, _ credentials: [[InventoryCredential]],
    directory: InventoryDirectory? = nil
  ) -> InventoryTenant {
    InventoryTenant(
      name: name, authority: authority, kind: nil, tenantID: nil, tags: [], owner: nil,
      directory: directory, trustedHosts: [], clientAuthentication: .post,
      applications: credentials.enumerated().map {
        InventoryApplication(
          name: "app\($0)", clientID: ClientID("client"), credentials: $1,
          location: Self.location)
      }, location: Self.location)
  }

  private func plan(_ scope: RunScope = RunScope()) -> AuditPlan {
    let other = "https://login.microsoftonline.com/other.example"
    let tenants = [
      tenant("one", at: Self.shared, [[credential("a"), credential("b", owner: "jo")]]),
      tenant("two", at: other, [[], [credential("c", owner: "jo")]]),
      tenant("three", at: Self.shared, [[credential("d")], [credential("e", owner: "jo")]]),
      tenant("four", at: "no url", []),
    ]
    return AuditPlan(
      Inventory(
        path: "inventory.yaml", sha256: "", network: NetworkSettings(), unknownFor: Days(3),
        tenants: tenants, suppressions: []), scope: scope)
  }

  @Test("has each authority once, where it stands first, with all who share it")
  func groups() {
    let plan = plan()
    #expect(
      plan.groups.map { $0.tenants.map(\.tenant.name) } == [["one", "three"], ["two"], ["four"]])
    #expect(plan.authorityCount == 4)
    #expect(plan.groups.map(\.reading.written).first == Self.shared)
  }

  @Test("has every credential, group by group, in the inventory's order")
  func credentials() {
    let plan = plan()
    #expect(
      plan.credentials.map(\.subject) == [
        "one/app0/a", "one/app0/b", "three/app0/d", "three/app1/e", "two/app1/c",
      ])
    #expect(plan.credentialCount == 5)
    #expect(plan.groups.map { $0.tenants.map(\.credentialCount) } == [[2, 2], [1], [0]])
  }

  @Test("has of a part only what was asked for")
  func part() {
    let plan = plan(RunScope(owners: ["jo"]))
    #expect(plan.credentials.map(\.subject) == ["one/app0/b", "three/app1/e", "two/app1/c"])
    #expect(plan.authorityCount == 3)
  }

  @Test("asks whom a directory named, where the inventory names nobody and has one")
  func ownedByDirectory() {
    let directory = InventoryDirectory(reader: "app0/a", watch: .inventory)
    let credentials = [[credential("a"), credential("b"), credential("c", owner: "kim")]]
    let tenants = [
      tenant("one", at: Self.shared, credentials, directory: directory),
      tenant("two", at: Self.shared, credentials),
    ]
    let inventory = Inventory(
      path: "inventory.yaml", sha256: "", network: NetworkSettings(), unknownFor: Days(3),
      tenants: tenants, suppressions: [])
    let known = Dictionary(
      uniqueKeysWithValues: ["one", "two"].flatMap { tenant in
        ["a", "c"].map {
          (SubjectName.credential(tenant: tenant, application: "app0", credential: $0), "jo")
        }
      })
    let plan = AuditPlan(inventory, scope: RunScope(owners: ["jo"]), owners: known)
    #expect(plan.credentials.map(\.subject) == ["one/app0/a"])
    #expect(plan.notices.first?.message.hasPrefix("1 declared credential without") == true)
    #expect(AuditPlan(inventory, scope: RunScope(), owners: known).credentialCount == 6)
  }

  @Test("knows a document of each cloud that will be asked")
  func documents() {
    let documents = PlannedDocuments(of: plan())
    #expect(documents.ofClouds.map(\.host) == ["login.microsoftonline.com"])
    #expect(documents.named == documents.ofClouds.first)
  }

  @Test("knows the first document at a host with a name, whatever else is at that host before it")
  func firstNamed() {
    let host = "https://login.corp.example"
    let plan = AuditPlan(
      Inventory(
        path: "inventory.yaml", sha256: "", network: NetworkSettings(), unknownFor: Days(3),
        tenants: [
          tenant("one", at: host + "/6f9c1f0e-5d0c-4b0e-9f0a-3a8f5c1d2e4b", [[credential("a")]]),
          tenant("two", at: host + "/adfs", [[credential("b")]]),
        ], suppressions: []))
    #expect(PlannedDocuments(of: plan).named?.path.hasPrefix("/adfs/") == true)
  }
}
