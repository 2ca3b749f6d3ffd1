import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// A directory that cannot be read to its end: never good news, whatever was read until then.
@Suite struct DirectoryFaultTests {
  typealias Watched = WatchedContoso

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: GraphFault
    let code: String
  }

  static let cases = [
    Case(testDescription: "403", fault: .permissionMissing, code: "directory-refused"),
    Case(testDescription: "500", fault: .answer(.status(500)), code: "directory-unanswered"),
    Case(
      testDescription: "a portal", fault: .answer(.portalPage), code: "directory-malformed"),
    Case(testDescription: "cut off", fault: .truncated, code: "directory-malformed"),
    Case(
      testDescription: "a foreign link", fault: .foreignLink(host: "evil.example"),
      code: "directory-foreign-link"),
    Case(testDescription: "a loop", fault: .loop, code: "directory-loop"),
  ]

  @Test(
    "A fault on any page is unknown and ends with 3, however well all else is", arguments: cases,
    [GraphCollection.applications, .servicePrincipals])
  func fault(_ row: Case, _ collection: GraphCollection) async throws {
    let run = try await Watched(change: { directory in
      directory.applications.append(Watched.undeclared(to: 3))
      directory.script = [.always(collection, row.fault)]
    }).scenario.audit()
    let access = try #require(run.findings(.directoryAccess).first)
    #expect(access.verdict == .unknown)
    #expect(access.code == row.code)
    #expect(run.found(.directoryApplication) == ["unknown directory-not-read"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    // Half of a directory is told by nobody.
    #expect(run.report?.credentials.map(\.subject) == ["contoso/billing/primary"])
    #expect(!run.reached("evil.example"))
    #expect(run.status == .unknown)
  }

  @Test("A token that ends in the middle is renewed, and throttling is waited for")
  func heals() async throws {
    let run = try await Watched(change: { directory in
      directory.script = [
        .first(1, .applications, .expiredToken),
        .first(1, .servicePrincipals, .answer(.throttled(.seconds(7)))),
      ]
    }).scenario.audit()
    #expect(run.found(.directoryAccess) == ["pass ok"])
    #expect(run.waited >= .seconds(7))
    #expect(run.status == .clean)
  }

  @Test("Without the permission it is named, with the way to grant it")
  func permission() async throws {
    let run = try await Watched(roles: ["User.Read.All"]).scenario.audit()
    let access = try #require(run.findings(.directoryAccess).first)
    #expect(access.words == "unknown directory-permission-missing")
    #expect(access.fix?.contains("Application.Read.All") == true)
    #expect(run.status == .unknown)
  }

  @Test("A reader whose secret is refused or missing leaves the directory unread")
  func reader() async throws {
    var scenario = Watched().scenario
    scenario.environment["SECRET"] = Contoso.wrong
    let refused = try await scenario.audit()
    #expect(refused.found(.directoryAccess) == ["unknown directory-no-token"])
    #expect(refused.found(.directoryCredential) == ["unknown directory-not-read"])
    #expect(refused.status == .findings)
    scenario.environment = [:]
    let missing = try await scenario.audit()
    #expect(missing.found(.directoryAccess) == ["unknown reader-unusable"])
    #expect(missing.status == .unknown)
  }

  @Test("Where the authority is not proven, nothing is asked of its directory")
  func authority() async throws {
    var scenario = Watched().scenario
    scenario.world.tenants[0].script = [
      .always(.discovery, .document([.tenant(Contoso.other)]))
    ]
    let run = try await scenario.audit()
    #expect(run.found(.directoryAccess) == ["unknown authority-failed"])
    #expect(!run.reached("graph.microsoft.com"))
  }
}
