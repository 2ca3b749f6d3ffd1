import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// What others read wrongly or not at all, in one directory.
@Suite struct DirectoryDriftTests {
  typealias Watched = WatchedContoso

  private static func key(_ number: Int) -> String {
    "bbbbbbbb-0000-4000-8000-00000000000\(number)"
  }

  private static func client(_ number: Int) -> String {
    "cccccccc-0000-4000-8000-00000000000\(number)"
  }

  /// An application that nobody declared, with its service principal.
  private static func add(
    _ number: Int, to directory: inout SimulatedDirectory,
    _ change: (inout ListedApplication, inout ListedPrincipal) -> Void
  ) {
    var application = ListedApplication(appID: client(number), displayName: "same name")
    var principal = ListedPrincipal(
      appID: client(number), displayName: "same name", appOwnerTenantID: Contoso.id)
    change(&application, &principal)
    directory.applications.append(application)
    directory.principals.append(principal)
  }

  private static func password(
    _ number: Int, from start: Double = -90, to end: Double?
  ) -> ListedPassword {
    ListedPassword(
      keyID: key(number), displayName: "same name", hint: "Zz1", start: Contoso.days(start),
      end: end.map(Contoso.days))
  }

  @Test("Each credential is judged once, by its own end, wherever it stands")
  func drift() async throws {
    let saml = try Contoso.certificate(1, to: 12)
    let plain = try Contoso.certificate(2, to: 200)
    let run = try await Watched(change: { directory in
      // Two of one name, of which one has ended and one is alive.
      Self.add(1, to: &directory) { application, _ in
        application.passwords = [Self.password(1, to: -40), Self.password(2, to: 200)]
      }
      Self.add(2, to: &directory) { application, _ in
        application.passwords = [Self.password(3, to: nil)]
      }
      // One certificate with an entry for each use of it, and the secret of its key.
      Self.add(3, to: &directory) { _, principal in
        principal.singleSignOnMode = "saml"
        var signing = ListedKey(saml, keyID: Self.key(4), usage: "Sign")
        signing.certificate = nil
        var secret = Self.password(6, to: 12)
        secret.customKeyIdentifier = signing.customKeyIdentifier
        principal.keys = [ListedKey(saml, keyID: Self.key(5)), signing]
        principal.passwords = [secret]
      }
      // The directory's entry says another second than the certificate.
      Self.add(4, to: &directory) { application, principal in
        var entry = ListedKey(plain, keyID: Self.key(7))
        entry.end = plain.notAfter.addingTimeInterval(1)
        application.keys = [entry]
        principal.passwords = [Self.password(8, to: 2)]
      }
      Self.add(5, to: &directory) { application, _ in
        application.federations = [
          ListedFederation(
            id: Self.key(9), name: "gh", issuer: "https://token.example", subject: "repo:a")
        ]
      }
    }).scenario.audit()
    func subject(_ application: Int, _ entry: Int) -> String {
      "contoso/\(Self.client(application))/\(Self.key(entry))"
    }
    let expected = [
      subject(1, 1): "skipped leftover-ended", subject(1, 2): "pass ok",
      subject(2, 3): "warning no-end-date", subject(3, 4): "warning expires-soon",
      subject(4, 7): "pass ok", subject(4, 8): "critical expires-soon",
      subject(5, 9): "skipped no-expiry-kind",
    ]
    let credentials = try #require(run.report?.credentials)
    #expect(
      Set(credentials.map(\.subject))
        == Set(expected.keys).union(["contoso/billing/primary"]))
    for (subject, words) in expected {
      #expect(run.found(.credentialExpiry, of: subject) == [words], "\(subject)")
    }
    let certificate = run.findings(.credentialExpiry, of: subject(4, 7)).first
    #expect(certificate?.evidence["expires_at"] == plain.notAfter.rfc3339)
    let onPrincipal = run.findings(.directoryCredential, of: subject(4, 8)).first
    #expect(onPrincipal?.evidence["stands_on"] == "service_principal")
    #expect(credentials.first { $0.subject == subject(3, 4) }?.kind == "certificate")
    #expect(run.status == .findings)
  }

  @Test("A certificate is found by its thumbprint, and a policy that is shorter is told")
  func certificate() async throws {
    let certificate = try Contoso.certificate(to: 300)
    var scenario = Watched(
      credential: "name: primary, certificate: { file: billing.pem }",
      change: { $0.policy = ListedPolicy(keyLifetime: "P180D") }
    ).scenario
    scenario.environment = [:]
    scenario.files = ["billing.pem": .secret(certificate.pem + certificate.keyPEM)]
    let keyed = SimulatedApplication(
      "billing", clientID: Contoso.client, keys: [.certificate(certificate)],
      roles: ["Application.Read.All", "Policy.Read.All"])
    var tenant = scenario.world.tenants[0]
    tenant.applications = [keyed]
    let listed = ListedApplication(keyed, in: tenant)
    tenant.directory?.applications = [listed]
    scenario.world.tenants[0] = tenant
    let run = try await scenario.audit()
    #expect(run.found(.directoryCredential) == ["warning longer-than-policy"])
    #expect(run.report?.credentials.map(\.subject) == ["contoso/billing/primary"])
    #expect(run.report?.credentials.first?.expiresFrom == "certificate")
    #expect(run.found(.directoryAccess) == ["pass ok"])
  }

  @Test("A policy for one application wins over the tenant's own, in both directions")
  func exceptions() async throws {
    let usual = ListedPolicy(passwordLifetime: "P90D")
    // The secret lives for 163 days.
    for (own, found) in [
      (ListedPolicy(passwordLifetime: "P365D"), "pass ok"),
      (ListedPolicy(passwordLifetime: "P1D", rulesAreEnabled: false), "pass ok"),
      (ListedPolicy(isEnabled: false, passwordLifetime: "P365D"), "warning longer-than-policy"),
      (ListedPolicy(keyLifetime: "P365D"), "warning longer-than-policy"),
      (nil, "warning longer-than-policy"),
    ] as [(ListedPolicy?, String)] {
      let run = try await Watched(change: { directory in
        directory.policy = usual
        directory.exceptions = [ListedException(ListedPolicy(passwordLifetime: "P2D"))]
        if let own {
          directory.exceptions.append(
            ListedException(own, applicationIDs: [directory.applications[0].id]))
        }
      }).scenario.audit()
      #expect(run.found(.directoryCredential) == [found])
      #expect(run.found(.directoryAccess) == ["pass ok"])
    }
  }

  @Test("Policies for single applications that do not come are said, and the rest holds")
  func exceptionsRefused() async throws {
    let run = try await Watched(change: { directory in
      directory.policy = ListedPolicy(passwordLifetime: "P90D")
      directory.script = [
        .always(
          .appManagementPolicies,
          .refused(status: 403, code: "AccessDenied", message: "Not for you."))
      ]
    }).scenario.audit()
    #expect(run.found(.directoryAccess) == ["pass ok"])
    #expect(
      run.findings(.directoryAccess).first?.evidence["application_policies_not_read"]
        == "AccessDenied")
    #expect(run.found(.directoryCredential) == ["warning longer-than-policy"])
  }

  @Test("A managed identity reads a directory of which nothing else is declared")
  func managedIdentity() async throws {
    let machine = SimulatedApplication(
      "machine", clientID: Contoso.client, roles: ["Application.Read.All"])
    var scenario = Watched(
      roles: [], secrets: [], credential: "name: primary, managed_identity: system",
      change: { directory in
        directory.applications = [Watched.undeclared(to: 20)]
        directory.principals[0].type = "ManagedIdentity"
        directory.principals[0].keys = [ListedKey(end: Contoso.days(40))]
      }
    ).scenario
    scenario.environment = [:]
    scenario.machine = SimulatedMachine(
      .virtualMachine, tenant: scenario.world.tenants[0], [.init(machine)])
    let run = try await scenario.audit()
    #expect(run.found(.directoryAccess) == ["pass ok"])
    #expect(run.found(.directoryCredential) == ["skipped kept-by-platform"])
    #expect(run.found(.directoryApplication) == ["skipped not-applicable"])
    #expect(
      run.report?.credentials.map(\.subject).sorted()
        == ["contoso/\(Watched.stranger)/\(Watched.other)", "contoso/billing/primary"].sorted())
    #expect(run.status == .clean)
  }
}
