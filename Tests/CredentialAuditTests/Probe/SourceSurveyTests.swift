import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("The survey reads every source once, before anything is sent")
struct SourceSurveyTests {
  private let location = SourceLocation(file: "inventory.yaml", line: 1, column: 1)

  /// One tenant for each client id, each with one application and one secret.
  private func plan(_ applications: [(client: String, variable: String)]) -> AuditPlan {
    AuditPlan(inventory(applications.map { ($0.client, .env($0.variable)) }))
  }

  private func inventory(_ applications: [(client: String, source: SecretReference)]) -> Inventory {
    let tenants = applications.enumerated().map { number, written in
      let credential = InventoryCredential(
        name: "primary", kind: .secret(written.source), expires: nil,
        thresholds: ExpiryThresholds(), scopes: nil, expectation: TokenExpectations(), owner: nil,
        runbook: nil, tags: [], location: location)
      let application = InventoryApplication(
        name: "app", clientID: ClientID(written.client), credentials: [credential],
        location: location)
      return InventoryTenant(
        name: "t\(number)", authority: "https://login.microsoftonline.com/t\(number).example",
        kind: nil, tenantID: nil, tags: [], owner: nil, directory: nil, trustedHosts: [],
        clientAuthentication: .post, applications: [application], location: location)
    }
    return Inventory(
      path: "inventory.yaml", sha256: "", network: NetworkSettings(), unknownFor: Days(3),
      tenants: tenants, suppressions: [])
  }

  private let reader = SecretReader(
    environment: ["A": "first-secret-value", "B": "other-secret-value"],
    commands: .never(reason: "test"))

  @Test("and says how many others present the same secret, naming a few")
  func sharedSecret() async {
    let plan = plan((0..<8).map { ("client-\($0)", "A") } + [("client-8", "B")])
    let survey = await SourceSurvey(plan, reader: reader, platform: .test)
    let use = survey.others(with: "t3/app/primary")
    #expect(use.count == 7)
    #expect(use.names == ["t0/app", "t1/app", "t2/app", "t4/app", "t5/app"])
    #expect(survey.others(with: "t8/app/primary") == .none)
  }

  @Test("and that of a directory's reader also where the run was not asked for it, once")
  func directoryReader() async throws {
    let inventory = try InventoryLoader(now: .now).load(
      bytes: Array(
        """
        version: 1
        tenants:
          - name: contoso
            authority: https://login.microsoftonline.com/contoso.example
            directory: { as: auditor/key }
            applications:
              - name: auditor
                client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
                credentials: [{ name: key, secret: { env: A } }]
              - name: billing
                client_id: 11111111-2222-4333-8444-555555555555
                credentials: [{ name: primary, secret: { env: B } }]

        """.utf8), path: "inventory.yaml")
    let part = AuditPlan(inventory, scope: RunScope(applications: ["billing"]))
    #expect(part.credentials.map(\.subject) == ["contoso/billing/primary"])
    let survey = await SourceSurvey(part, reader: reader, platform: .test)
    #expect(part.directoryReaders.map(\.subject) == ["contoso/auditor/key"])
    for planned in part.directoryReaders {
      guard case .read = survey.source(of: planned).observation else {
        Issue.record("it was not read")
        continue
      }
    }
    let said = survey.scrubber(of: "contoso").scrub("first-secret-value and other-secret-value")
    #expect(!said.contains("first-secret") && !said.contains("other-secret"))
  }

  @Test("and a part of it tells of the same secret in another part what the whole does")
  func sharedAcrossParts() async {
    let inventory = inventory((0..<12).map { ("client-\($0)", .env($0 < 9 ? "A" : "B")) })
    let whole = await SourceSurvey(AuditPlan(inventory), reader: reader, platform: .test)
    var seen: Set<String> = []
    for index in 1...4 {
      let scope = RunScope(shard: "\(index)/4")
      let part = AuditPlan(inventory, scope: scope)
      let others = AuditPlan.otherParts(of: inventory, scope: scope)
      #expect(part.credentialCount + others.count == 12)
      let survey = await SourceSurvey(part, beside: others, reader: reader, platform: .test)
      for planned in part.credentials {
        #expect(survey.others(with: planned.subject) == whole.others(with: planned.subject))
        #expect(survey.source(of: planned).credential != nil)
        seen.insert(planned.subject)
      }
      #expect(others.allSatisfy { survey.source(of: $0).credential == nil })
    }
    #expect(seen.count == 12)
  }

  @Test("and what only a command can read is left to the part that it belongs to")
  func commandsOfOtherParts() {
    let inventory = inventory([
      ("a", .command(["/bin/false"])), ("b", .command(["/bin/false"])), ("c", .file("c")),
    ])
    let others = (1...8).map {
      AuditPlan.otherParts(of: inventory, scope: RunScope(shard: "\($0)/8")).map(\.subject)
    }
    #expect(others.filter { $0 == ["t2/app/primary"] }.count == 7)
    #expect(others.filter(\.isEmpty).count == 1)
    #expect(AuditPlan.otherParts(of: inventory, scope: RunScope()).isEmpty)
  }

  @Test("and takes one registration in many tenants for one application")
  func oneRegistration() async {
    let survey = await SourceSurvey(
      plan((0..<8).map { _ in ("client", "A") }), reader: reader, platform: .test)
    #expect(survey.others(with: "t3/app/primary") == .none)
  }

  @Test("and what the deadline comes before was not looked at, which is unknown")
  func deadline() async throws {
    let time = ManualTime()
    let plan = plan([("client", "A")])
    let survey = await SourceSurvey(
      plan, reader: reader, platform: .test, time: time, deadline: time.now)
    let planned = try #require(plan.credentials.first)
    let observation = CredentialObservation(
      planned: planned, source: survey.source(of: planned).observation,
      sharedWith: .none, authority: .failed(.authorityDiscovery, code: "timeout"),
      acquisitions: [], now: time.now)
    let findings = CredentialCheck.source.evaluate(observation)
    #expect(findings.map(\.verdict) == [.unknown])
    #expect(findings.map(\.code) == ["deadline"])
  }

  @Test("and begins no more once the deadline is there; what was read by then counts")
  func deadlineInBetween() async {
    let plan = plan((0..<160).map { ("client-\($0)", "A") })
    let time = CountedTime(beginnings: 40)
    let survey = await SourceSurvey(
      plan, reader: reader, platform: .test, time: time, deadline: time.end)
    let codes = plan.credentials.map { planned -> String in
      switch survey.source(of: planned).observation {
      case .read: "read"
      case .notRead(let code): code
      case .unreadable, .unusable, .kept: "other"
      }
    }
    // It looks at the clock for each, and for each portion.
    let read = codes.count { $0 == "read" }
    #expect((35..<40).contains(read))
    #expect(codes.count { $0 == "deadline" } == codes.count - read)
  }

  @Test("and is ended by its task's end: what was not read then was cancelled, and is not green")
  func cancelled() async throws {
    let plan = plan([("client", "A")])
    let surveying = Task { [reader] in
      while !Task.isCancelled { await Task.yield() }
      return await SourceSurvey(plan, reader: reader, platform: .test)
    }
    surveying.cancel()
    let planned = try #require(plan.credentials.first)
    guard case .notRead(code: "cancelled") = await surveying.value.source(of: planned).observation
    else {
      Issue.record("it was read")
      return
    }
  }

  @Test("and of thousands that share a secret names a few to each")
  func sharedByThousands() async {
    let plan = plan((0..<2_000).map { ("client-\($0)", "A") })
    let survey = await SourceSurvey(plan, reader: reader, platform: .test)
    let uses = plan.credentials.map { survey.others(with: $0.subject) }
    #expect(uses.allSatisfy { $0.count == 1_999 && $0.names.count == 5 })
  }

  @Test("and its secrets are taken out of what their own tenant's server says")
  func scrubbing() async {
    let survey = await SourceSurvey(
      plan([("a", "A"), ("b", "B")]), reader: reader, platform: .test)
    let text = survey.scrubber(of: "t0").scrub("you sent first-secret-value")
    #expect(text == "you sent <redacted>")
  }

  /// A clock that reaches the deadline when it was looked at so many times.
  private final class CountedTime: TimeSource {
    let end = Date(timeIntervalSince1970: 1_795_000_000)
    private let left: Mutex<Int>

    init(beginnings: Int) { left = Mutex(beginnings) }

    var now: Date {
      left.withLock {
        $0 -= 1
        return $0 >= 0 ? end - 1 : end
      }
    }

    func sleep(for duration: Duration) async throws {}
  }
}
