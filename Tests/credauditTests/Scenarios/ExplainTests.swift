import CredentialAudit
import EntraIdentity
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// `explain` and `authority`: questions by hand.
@Suite struct ExplainTests {
  @Test(
    "A code is explained, whoever's it is",
    arguments: [
      ("7000222", "AADSTS7000222"), ("AADSTS7000222", "expired"), ("aadsts90002", "tenant"),
      ("invalid_client", "class"), ("credential.expiry", "when does it end"),
      ("expires-soon", "ends"), ("issuer-mismatch", "issuer"), ("common-tenant", "tenant"),
      ("variable-not-set", "cron"), ("tls-hostname", "name"), ("EXPIRED", "end"),
      ("ok", "in order"), ("run-part", "--tenant"), ("run-incomplete", "Run again"),
      ("AADSTS7000215: Invalid client secret provided. Ensure", "secret"),
    ])
  func explained(_ code: String, _ says: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(["explain", code])
      #expect(run.status == .clean)
      #expect(run.output.contains(says))
      let json = try await stage.run(["explain", code, "--format", "json"])
      let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(json.output.utf8))
      #expect(rows.count == 1)
    }
  }

  @Test(
    "A code that is nobody's is told, with the nearest one that is",
    arguments: [
      ("expires-son", "expires-soon"), ("credental.expiry", "credential.expiry"),
      ("isuer-mismatch", "issuer-mismatch"), ("invalid_clent", "invalid_client"), ("1", "AADSTS"),
      ("<script>\u{1B}[31m", "AADSTS"),
    ])
  func unknown(_ code: String, _ hint: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(["explain", code])
      #expect(run.status == .usage)
      #expect(run.error.contains("hint: ") && run.error.contains(hint))
      #expect(!run.error.contains("\u{1B}"))
    }
  }

  static let codes: [String] =
    SourceProblem.Code.allCases.map(\.rawValue) + SourceRemark.Code.allCases.map(\.rawValue)
    + CredentialProblem.Code.allCases.map(\.rawValue)
    + AuthorityProblem.Code.allCases.map(\.rawValue)
    + AuthorityRemark.Code.allCases.map(\.rawValue)
    + TransportError.Kind.allCases.map(\.rawValue) + CheckID.allCases.map(\.rawValue)

  @Test("Every code that a finding can have is explained", arguments: codes)
  func everyCode(_ code: String) {
    #expect(Explanation(code) != nil)
  }

  @Test(
    "An authority is looked at by hand, and nothing is kept",
    arguments: [
      ([Contoso.authority], ExitStatus.clean),
      (["https://login.windows.net/\(Contoso.id)"], .clean),
      ([Contoso.authority, Contoso.authority], .clean),
      (["https://login.microsoftonline.com/common"], .findings),
      ([Contoso.authority, "https://login.microsoftonline.com/\(Contoso.other)"], .findings),
      (["https://nowhere.example", "--kind", "oidc"], .unknown),
      ([Contoso.authority, "--tenant-id", Contoso.id], .clean),
      (
        [
          "https://login.microsoftonline.com/contoso.onmicrosoft.com", "--tenant-id", Contoso.other,
        ],
        .findings
      ),
    ])
  func authority(_ arguments: [String], _ status: ExitStatus) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(["authority", "--format", "json"] + arguments)
      #expect(run.status == status)
      let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(run.output.utf8))
      let urls = Set(arguments.filter { $0.hasPrefix("https://") })
      #expect(Set(rows.map { $0["authority"] }) == Set(urls))
      #expect(Set(rows.map { [$0["authority"], $0["check"]] }).count == 8 * urls.count)
      #expect(rows.count == Set(rows).count)
      #expect(run.asked(.token) == 0)
      #expect(!FileManager.default.fileExists(atPath: stage.database))
    }
  }
}
