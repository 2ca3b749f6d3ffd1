import Testing

@testable import EntraIdentity

@Suite("The hash of further parameters") struct ExtendedCacheKeyTests {
  @Test(
    "is the one that Microsoft's libraries compute",
    arguments: [
      (["fmi_path": "a/b"], "ov4rzjppsoorvfirec6knwpq_ewdthx-s92gexiklps"),
      (
        ["fmi_path": "SomeFmiPath/FmiCredentialPath"], "cojvfy5tzae3njpkvcebguvvx5vvmnj8hphqrbogjoi"
      ),
      (
        ["client_claims": #"{"access_token":{"a":1}}"#],
        "vvvn_i1ns5uz7gpsh9quwf5jgkb99v_lo0nfw1odd2y"
      ),
      (["fmi_path": "ü", "client_claims": "{}"], "eifjq9wnmgtgduzhcuqahk04skkt9he1cjetncksorw"),
    ])
  func recorded(parameters: [String: String], hash: String) {
    #expect(ExtendedCacheKey.hash(of: parameters) == hash)
  }

  @Test("tells parameters apart whose texts would run together")
  func apart() {
    #expect(
      ExtendedCacheKey.hash(of: ["fmi_path": "value"])
        != ExtendedCacheKey.hash(of: ["fmi_pat": "hvalue"]))
  }

  @Test("is none where there is nothing to tell apart")
  func none() {
    #expect(ExtendedCacheKey.hash(of: [:]) == nil)
    #expect(ExtendedCacheKey.hash(of: ["fmi_path": ""]) == nil)
    #expect(
      ExtendedCacheKey.hash(of: ["fmi_path": "a", "client_claims": ""])
        == ExtendedCacheKey.hash(of: ["fmi_path": "a"]))
  }
}
