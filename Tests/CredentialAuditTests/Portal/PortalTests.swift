import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("Where a credential is found in the cloud's portal")
struct PortalTests {
  private typealias Directory = DirectoryFixture

  private static let client = UUID(uuidString: Directory.client) ?? UUID()
  private static let credentials =
    "https://portal.azure.com/#@\(Directory.tenantID)/view/Microsoft_AAD_RegisteredApps/"
    + "ApplicationMenuBlade/~/Credentials/appId/\(Directory.client)"
  private static let enterprise =
    "https://portal.azure.com/#@\(Directory.tenantID)/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/"
    + "~/Overview/objectId/00000000-0000-4000-8000-000000000801/appId/\(Directory.client)"

  @Test(
    "by the cloud, and nowhere for other families and clouds",
    arguments: [
      ("https://login.microsoftonline.com/\(Directory.tenantID)", "portal.azure.com"),
      ("https://login.windows.net/\(Directory.tenantID)", "portal.azure.com"),
      ("https://login.microsoftonline.us/\(Directory.tenantID)", "portal.azure.us"),
      ("https://login.partner.microsoftonline.cn/\(Directory.tenantID)", "portal.azure.cn"),
      ("https://login.sovcloud-identity.fr/\(Directory.tenantID)", nil),
      ("https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_sign_in", nil),
      ("https://contoso.ciamlogin.com", nil), ("https://sts.contoso.example/adfs", nil),
    ])
  func clouds(_ authority: String, _ host: String?) throws {
    let portal = Portal(try Authority(authority))
    #expect(
      portal?.credentials(of: Self.client).hasPrefix("https://\(host ?? "-")/#@")
        == host.map { _ in true })
  }

  @Test("of a tenant that is written as a domain only what discovery named gets into the address")
  func domain() throws {
    let authority = try Authority("https://login.microsoftonline.com/contoso.example")
    let rest = "view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/"
    #expect(
      Portal(authority)?.credentials(of: Self.client)
        == "https://portal.azure.com/#\(rest)\(Directory.client)")
    #expect(
      Portal(authority, tenantID: .guid(Directory.tenantID))?.credentials(of: Self.client)
        == Self.credentials)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let directory: DirectoryFixture
    let page: String?
  }

  static let cases = [
    Case(
      testDescription: "a secret of the registration",
      directory: Directory(passwords: [Directory.password(1)], fitting: [Directory.id(1)]),
      page: credentials),
    Case(
      testDescription: "one that stands on the service principal",
      directory: Directory(
        principalPasswords: [Directory.password(1)], fitting: [Directory.id(1)]),
      page: enterprise),
    Case(
      testDescription: "an application that is registered elsewhere",
      directory: Directory(isThere: false), page: enterprise),
    Case(
      testDescription: "one that the directory does not have",
      directory: Directory(isThere: false, hasPrincipal: false), page: nil),
    Case(
      testDescription: "a directory that was not read",
      directory: Directory(notRead: "reader-unusable"), page: credentials),
    Case(
      testDescription: "a managed identity of an unread one",
      directory: Directory(kind: .managedIdentity(.system), notRead: "offline"),
      page: nil),
  ]

  @Test("a declared one, by where the directory has it", arguments: cases)
  func declared(row: Case) throws {
    #expect(
      try row.directory.observation(at: .proven(ResolvedFixture.resolved())).portalPage == row.page)
    #expect(row.directory.observation(at: .failed(.authorityURL, code: "x")).portalPage == nil)
  }

  @Test("one that only the directory knows, and that with what was seen of its source")
  func entry() throws {
    let directory = Directory(
      passwords: [Directory.password(1)], principalPasswords: [Directory.password(2)])
    for (number, page) in [(1, Self.credentials), (2, Self.enterprise)] {
      var observation = try directory.entry(number, isDeclared: false)
      #expect(observation.portalPage == nil)
      observation.portal = Portal(try Authority(directory.tenant.authority))
      let findings = CheckCatalog.judge(observation).leading(to: observation.portalPage)
      #expect(
        findings.filter { $0.evidence["portal"] != nil }.map(\.check) == [.credentialSource])
      #expect(findings.compactMap { $0.evidence["portal"] } == [page])
    }
  }
}
