@testable import EntraIdentity
import Foundation
import Testing

/// Documents of the real services, recorded by others; found by CREDAUDIT_CORPORA.
private let corpora = ProcessInfo.processInfo.environment["CREDAUDIT_CORPORA"]

@Suite("Recorded discovery documents", .enabled(if: corpora != nil, "CREDAUDIT_CORPORA is not set"))
struct RecordedDocumentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let authority: String
    var kind: AuthorityKind?
    var isAccepted = false
    var violations: [String] = []
    /// The cloud that the document turns out to be of.
    var otherCloud: String?
    /// Put in the place of `{tenantid}`, for captures whose tenant was taken out.
    var tenant: String?
    var testDescription: String { "\(file) at \(authority)" }
  }
  static let guid = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
  static let login = "https://login.microsoftonline.com/"

  static let cases: [Case] = [
    Case(file: "tenant-v1-issuer-sts-windows-net", authority: login + guid, isAccepted: true),
    Case(
      file: "tenant-v1-issuer-sts-windows-net", authority: login + "contoso.com", isAccepted: true),
    // The recorder put the key set on localhost: a foreign host, as it should be.
    Case(
      file: "tenant-v2", authority: login + "10c419d4-4a50-45b2-aa4e-919fb84df24f",
      isAccepted: true, violations: ["jwks_uri"]),
    Case(
      file: "tenant-v2", authority: login + guid,
      violations: ["token_endpoint", "jwks_uri", "device_authorization_endpoint"]),
    // The shared documents name no tenant, which no tenant's authority accepts.
    Case(
      file: "common-v2", authority: login + guid,
      violations: ["token_endpoint", "device_authorization_endpoint"]),
    Case(
      file: "common-v1", authority: login + guid,
      violations: ["token_endpoint", "device_authorization_endpoint"]),
    Case(file: "common-v1-2021", authority: login + "contoso.com"),
    Case(file: "common-templated-issuer", authority: login + "contoso.com"),
    Case(file: "organizations-v2", authority: login + "contoso.com"),
    Case(
      file: "common-v2-login-windows-net", authority: "https://login.windows.net/" + guid,
      violations: ["token_endpoint"]),
    // With a tenant in the template's place, each cloud's own is accepted on each of its hosts.
    Case(
      file: "china-v2-subset", authority: "https://login.chinacloudapi.cn/" + guid,
      isAccepted: true, tenant: guid),
    Case(
      file: "china-v2-subset", authority: "https://login.partner.microsoftonline.cn/" + guid,
      isAccepted: true, tenant: guid),
    Case(
      file: "china-v2-subset", authority: login + guid,
      violations: ["token_endpoint", "jwks_uri"], otherCloud: "china", tenant: guid),
    Case(
      file: "us-government-v2-subset", authority: "https://login.usgovcloudapi.net/" + guid,
      isAccepted: true, tenant: guid),
    Case(
      file: "us-government-v2-subset", authority: login + guid,
      violations: ["token_endpoint", "jwks_uri"], otherCloud: "usgov", tenant: guid),
    Case(file: "public-v2-subset", authority: login + guid, isAccepted: true, tenant: guid),
    // The consumer tenant's issuer is its own, but tokens are requested at an alias.
    Case(
      file: "consumers-v2-subset", authority: login + "9188040d-6c67-4c5b-b112-36a304b66dad",
      isAccepted: true, violations: ["token_endpoint"]),
    Case(file: "adfs-fs-contoso", authority: "https://fs.contoso.com/adfs", isAccepted: true),
    Case(
      file: "adfs-fs-contoso", authority: "https://fs2.contoso.com/adfs",
      violations: ["token_endpoint", "jwks_uri"]),
    // Lacks only what an application that acts for itself does not need.
    Case(file: "adfs-missing-fields", authority: "https://fs.contoso.com/adfs", isAccepted: true),
    Case(
      file: "b2c-b2clogin-v2", authority: "https://sometenantid.b2clogin.com/\(guid)/policy",
      isAccepted: true),
    Case(
      file: "b2c-b2clogin-v2", authority: "https://contoso.b2clogin.com/\(guid)/policy",
      violations: ["token_endpoint", "jwks_uri"]),
    Case(
      file: "b2c-b2clogin-v1",
      authority: "https://msidlabb2c.b2clogin.com/msidlabb2c.onmicrosoft.com/b2c_1_sisopolicy",
      isAccepted: true),
    Case(
      file: "b2c-legacy-microsoftonline", authority: login + "tfp/\(guid)/my-policy",
      isAccepted: true),
    Case(
      file: "b2c-policy-as-query-parameter", authority: login + "\(guid)?p=my-policy",
      isAccepted: true),
    Case(
      file: "oidc-generic-duende", authority: "https://demo.duendesoftware.com", kind: .oidc,
      isAccepted: true),
    Case(file: "oidc-generic-duende", authority: "https://demo.duendesoftware.com/", kind: .oidc),
  ]

  private static func body(_ file: String, tenant: String? = nil) throws -> [UInt8] {
    let url = URL(filePath: corpora ?? "").appending(path: "entra/discovery/\(file).json")
    let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    let body = try #require(whole?["body"])
    let text = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    return Array((tenant.map { text.replacing("{tenantid}", with: $0) } ?? text).utf8)
  }

  @Test("a recorded document is its authority's and nobody else's", arguments: cases)
  func documents(_ recorded: Case) throws {
    let authority = try Authority(recorded.authority, kind: recorded.kind)
    let document = OpenIDConfiguration(
      try #require(JSONValue.parse(Self.body(recorded.file, tenant: recorded.tenant)).object))
    #expect(document.missingFields.isEmpty)
    let judgement = IssuerRules.judge(issuer: document.issuer, for: authority)
    #expect((judgement == .accepted) == recorded.isAccepted, "\(judgement)")
    let tenantID = document.issuer.flatMap {
      recorded.isAccepted ? IssuerRules.tenantID(issuer: $0, of: authority) : nil
    }
    let violations = EndpointRules.violations(of: document, for: authority, tenantID: tenantID)
    #expect(violations.map(\.field) == recorded.violations)
    let mismatches = CloudRules.mismatches(of: document, with: authority)
    #expect(mismatches.first?.belongsTo?.id == recorded.otherCloud)
  }

  @Test("a recorded document without a token endpoint says so")
  func malformed() throws {
    let document = OpenIDConfiguration(
      try #require(JSONValue.parse(Self.body("malformed-missing-fields")).object))
    #expect(document.missingFields == ["token_endpoint"])
  }

  @Test("every recorded file of instance discovery names the hosts that the table has")
  func instances() throws {
    struct Metadata: Decodable {
      struct Entry: Decodable {
        let preferred_network: String
        let aliases: [String]
      }
      let metadata: [Entry]
    }
    for file in ["instance-discovery-recorded", "instance-discovery-public"] {
      let data = Data(try Self.body(file))
      for entry in try JSONDecoder().decode(Metadata.self, from: data).metadata {
        let cloud = try #require(Cloud.known(host: entry.preferred_network))
        #expect(entry.aliases.allSatisfy { cloud.aliases.contains($0) }, "\(entry)")
      }
    }
  }
}
