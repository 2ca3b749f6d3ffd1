import Testing

@testable import CredentialAudit

@Suite("A range of tenants") struct TenantRangeTests {
  @Test(
    "goes by the bytes of the names, both ends included",
    arguments: [
      ("b", true), ("d", true), ("ba", true), ("c", true), ("a", false), ("da", false),
      ("B", false), ("é", false), ("", false),
    ])
  func ends(name: String, isIn: Bool) {
    #expect(TenantRange(first: "b", last: "d").contains(name) == isIn)
  }
}
