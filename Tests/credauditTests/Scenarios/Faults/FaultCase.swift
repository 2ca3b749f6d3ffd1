import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// One way in which what is asked lets a run down, and what the user reads of it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let behaviour: Misbehaviour
  /// Verdict and code.
  let found: String
  /// A phrase of the summary.
  let says: String
  /// A phrase of the fix.
  let fix: String
  let exit: ExitStatus
  /// The inventory's `network`.
  let network: String

  init(
    _ description: String, _ behaviour: Misbehaviour, _ found: String, says: String, fix: String,
    exit: ExitStatus, network: String = "retries: 0"
  ) {
    testDescription = description
    self.behaviour = behaviour
    self.found = found
    self.says = says
    self.fix = fix
    self.exit = exit
    self.network = network
  }

  /// Audits where one place answers so, and expects what the case has of that place's check.
  /// - Parameters:
  ///   - place: What misbehaves: discovery, key set or token endpoint.
  ///   - isCloud: Whether it is a cloud's; else a generic issuer's, which the inventory declares.
  /// - Returns: What the run did, for what else there is to expect of it.
  /// - Throws: Where the scenario could not be played.
  @discardableResult
  func play(at place: ScriptStep.Endpoint, isCloud: Bool = true) async throws -> Outcome {
    var scenario = Scenario()
    let elsewhere = [Self.elsewhere: SimulatedHost()]
    let script = [ScriptStep.always(place, behaviour)]
    if isCloud {
      scenario.world = Contoso.world(script: script, hosts: elsewhere)
      scenario.inventory = Contoso.inventory(network: network)
    } else {
      var issuer = SimulatedTenant.oidc(Self.issuer, [Contoso.app(client: "ledger")])
      issuer.script = script
      scenario.world = SimulatedWorld([issuer], hosts: elsewhere)
      scenario.inventory = Contoso.inventory(
        authority: "https://\(Self.issuer)", network: network, tenant: "kind: oidc",
        client: "ledger")
    }
    let run = try await scenario.audit()
    expect(Self.check(of: place), in: run)
    #expect(!run.reached(Self.elsewhere))
    if place == .discovery {
      #expect(run.found(.credentialAcquisition) == ["unknown authority-failed"])
      #expect(run.requests.allSatisfy { $0.endpoint == .discovery })
    }
    return run
  }

  /// Expects of a run what the case says that the user reads.
  func expect(_ check: CheckID, in run: Outcome) {
    #expect(run.found(check) == [found])
    let finding = run.findings(check).first
    #expect(finding?.summary.contains(says) == true, "\(finding?.summary ?? "nothing")")
    #expect(finding?.fix?.contains(fix) == true, "\(finding?.fix ?? "nothing")")
    #expect(finding.map { run.output.contains($0.code) } == true)
    #expect(run.status == exit)
    #expect(run.report?.run.complete == true)
    #expect(run.report?.credentials.isEmpty == false)
    #expect(run.report?.credentials.allSatisfy { $0.verdict != .pass } == true)
  }

  /// A host that answers, and that no fault may lead to.
  static let elsewhere = "elsewhere.example"
  /// The issuer of the cases that are not about a cloud.
  static let issuer = "idp.partner.example"

  private static func check(of place: ScriptStep.Endpoint) -> CheckID {
    switch place {
    case .keys: .authorityKeys
    case .token: .credentialAcquisition
    case .discovery, .instanceDiscovery, .graph, .other: .authorityDiscovery
    }
  }
}
