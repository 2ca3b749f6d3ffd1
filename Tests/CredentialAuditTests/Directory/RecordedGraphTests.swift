import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

/// Microsoft's own sample answers; found by CREDAUDIT_CORPORA.
private let corpora = ProcessInfo.processInfo.environment["CREDAUDIT_CORPORA"]

@Suite("Recorded answers of Graph", .enabled(if: corpora != nil, "CREDAUDIT_CORPORA is not set"))
struct RecordedGraphTests {
  private struct Sample {
    let status: Int?
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    init(_ name: String) throws {
      let path = try #require(corpora) + "/entra/graph-samples/\(name).json"
      let bytes = try #require(FileManager.default.contents(atPath: path))
      let value = try JSONValue.parse(Array(bytes))
      status = value["_status"]?.integer
      headers = (value["_headers"]?.object ?? [:]).map { (name: $0, value: $1.string ?? "") }
      body = Array(try #require(value["body"]).text.utf8)
    }

    func page<Entry>(
      _ read: (GraphFields) throws(GraphMalformation) -> Entry
    ) throws -> (entries: [Entry], link: String?) {
      var entries: [Entry] = []
      let page = try GraphPage(body) { fields throws(GraphMalformation) in
        entries.append(try read(fields))
      }
      return (entries, page.nextLink)
    }
  }

  @Test("federated credentials are what they say")
  func federations() throws {
    let entries = try Sample("federatedidentitycredentials-list").page {
      fields throws(GraphMalformation) in try DirectoryFederation(fields)
    }.entries
    let tenant = "3d1e2be9-a10a-4a0c-8380-7ce190f98ed9"
    let id = try #require(UUID(uuidString: "bdad0963-4a7a-43ae-b569-e67e1da3f2c0"))
    #expect(
      entries == [
        DirectoryFederation(
          id: id, name: "testing", issuer: "https://login.microsoftonline.com/\(tenant)/v2.0",
          subject: "a7d388c3-5e3f-4959-ac7d-786b3383006a", audiences: ["api://AzureADTokenExchange"]
        )
      ])
  }

  @Test("a secret is what it says, its value never")
  func password() throws {
    let fields = try GraphFields(answer: Sample("application-addpassword").body)
    let password = try DirectoryPassword(fields)
    #expect(password.keyID.uuidString.lowercased() == "f0b0b335-1d71-4883-8f98-567911bfdca6")
    #expect(password.displayName == "Password friendly name")
    #expect(password.hint == "[6g")
    #expect(password.end == Date(timeIntervalSince1970: 1_631_217_029.3086381))
    #expect(!"\(password)".contains("removed"))
  }

  @Test("a SAML certificate's identifier is its thumbprint")
  func certificate() throws {
    let sample = try Sample("serviceprincipal-addtokensigningcertificate")
    let key = try DirectoryKey(GraphFields(answer: sample.body))
    #expect(key.customKeyIdentifier == GraphFormTests.thumbprint)
    #expect(key.usage == "Verify")
    #expect(key.end == Date(timeIntervalSince1970: 1_706_140_800))
    // The sample's certificate is cut short.
    #expect(key.certificate == nil)
  }

  @Test("an application has seven decimals in its date and no credentials")
  func application() throws {
    let fields = try GraphFields(answer: Sample("application-get").body)
    // It was asked for without its owners, which are never taken for none.
    var owners: Set<DirectoryOwner> = []
    #expect(throws: GraphMalformation("the answer.owners is no array")) {
      try DirectoryApplication(fields, federations: { _ in nil }, owners: &owners)
    }
    let application = try DirectoryApplication(deleted: fields)
    #expect(application.createdAt == Date(timeIntervalSince1970: 1_568_747_435.2742618))
    #expect(application.displayName == "Display name")
    #expect(try fields.list("passwordCredentials") { _ in 0 }.isEmpty)
  }

  @Test(
    "a list without what was asked for is not read as one of applications without credentials",
    arguments: ["application-list", "application-list-count"])
  func shortened(_ name: String) throws {
    var owners: Set<DirectoryOwner> = []
    #expect(throws: GraphMalformation("value[0].id is missing")) {
      try Sample(name).page { fields throws(GraphMalformation) in
        try DirectoryApplication(fields, federations: { _ in nil }, owners: &owners)
      }
    }
  }

  @Test("an owner's placeholder is no owner")
  func owner() throws {
    #expect(throws: GraphMalformation("value[0].id is no GUID")) {
      try Sample("application-owners").page { fields throws(GraphMalformation) in
        try DirectoryOwner(fields)
      }
    }
  }

  @Test("an empty page has a link")
  func link() throws {
    let page = try Sample("application-delta-nextlink").page { _ in 0 }
    #expect(page.entries.isEmpty)
    #expect(page.link?.hasPrefix("https://graph.microsoft.com/v1.0/applications/delta?") == true)
  }

  @Test("a policy that nobody set has no rule")
  func policy() throws {
    let policy = try DirectoryPolicy(GraphFields(answer: Sample("tenantappmanagementpolicy").body))
    #expect(policy == DirectoryPolicy())
  }

  @Test(
    "an error is read by its code",
    arguments: [
      ("error-429", "TooManyRequests", true, "94fb3b52-452a-4535-a601-69e0a90e3aa2"),
      (
        "error-advanced-query-1", "Request_BadRequest", false,
        "d9bbd4d8-bb2d-44e6-99a1-71a9516da744"
      ),
      (
        "error-advanced-query-2", "Request_UnsupportedQuery", false,
        "9b600954-ba11-4899-8ce9-6abad341f299"
      ),
    ])
  func error(_ name: String, _ code: String, _ isTransient: Bool, _ requestID: String) throws {
    let sample = try Sample(name)
    let response = HTTPResponse(
      status: try #require(sample.status),
      headers: sample.headers + [(name: "content-type", value: "application/json")],
      body: sample.body)
    let reader = ResponseReader(host: "graph.example", now: .now)
    let found = GraphTrouble(response, reader: reader, token: Secret("x"), expectsJSON: true)
    let trouble = try #require(found)
    #expect(trouble.isTransient == isTransient)
    #expect(trouble.retryAfter == (isTransient ? .seconds(2.128) : nil))
    guard case .refused(let refusal, _) = trouble else {
      Issue.record("\(trouble)")
      return
    }
    #expect(refusal.code == code)
    #expect(refusal.requestID == requestID)
  }
}
