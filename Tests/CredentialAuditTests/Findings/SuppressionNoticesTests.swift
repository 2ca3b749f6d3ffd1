import Foundation
import Testing

@testable import CredentialAudit

@Suite("What is said of suppressions at a run's end")
struct SuppressionNoticesTests {
  /// One suppression over an inventory of two tenants, of which contoso has two credentials.
  private struct Case {
    var match = "tenant: contoso, check: credential.expiry"
    var until = "2026-12-31"
    /// The run is of 2026-11-22.
    var scope = RunScope()
    var complete = true
    var offline = false

    /// Counts a run that found what `seen` says, by subject, and gives the notices.
    func notices(_ seen: [String: [Finding]]) throws -> [RunNotice] {
      try account(seen).notices(complete: complete, offline: offline)
    }

    func account(_ seen: [String: [Finding]]) throws -> SuppressionAccount {
      let text = """
        version: 1
        tenants:
          - name: contoso
            authority: https://login.microsoftonline.com/contoso.example
            applications:
              - name: billing
                client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
                credentials:
                  - { name: primary, secret: { env: A } }
                  - { name: signing, tags: [old], secret: { env: B } }
          - name: fabrikam
            authority: https://login.microsoftonline.com/fabrikam.example
            applications:
              - name: mailer
                client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
                credentials: [{ name: primary, secret: { env: C } }]
        suppressions:
          - match: { \(match) }
            reason: replaced soon
            owner: jo@contoso.example
            until: \(until)
        """
      let inventory = try InventoryLoader(now: Fixture.now).load(
        bytes: Array(text.utf8), path: "config/inventory.yaml")
      let book = SuppressionBook(inventory, at: Fixture.now)
      let plan = AuditPlan(inventory, scope: scope)
      var tally = SuppressionTally(book, inventory: inventory, plan: plan)
      for group in plan.groups.flatMap(\.tenants) {
        let subject = SubjectName.authority(tenant: group.tenant.name)
        tally.count(
          AuthorityRecord(
            tenant: group.tenant.name, authority: group.tenant.authority, kind: nil, cloud: nil,
            tenantID: nil,
            findings: book.applied(to: seen[group.tenant.name] ?? [], of: subject)))
      }
      for planned in plan.credentials {
        tally.count(
          CredentialRecord(
            tenant: planned.tenant.name, application: planned.application.name,
            credential: planned.credential.name, clientID: "", kind: "secret", source: "",
            findings: book.applied(
              to: seen[planned.subject] ?? [.pass(.credentialExpiry, "")],
              of: planned.name)))
      }
      return tally.account
    }

    func codes(_ seen: [String: [Finding]] = [:]) throws -> [String] {
      try notices(seen).map(\.code)
    }
  }

  private static let primary = "contoso/billing/primary"

  private static func found(_ check: CheckID, _ verdict: Verdict = .warning) -> Finding {
    .found(check, verdict, "expires-soon", "it ends soon")
  }

  private static let matching = [primary: [found(.credentialExpiry)]]

  @Test(
    "nothing is said long before the end, and from 14 days before it each run says it",
    arguments: [
      ("2027-12-22", []), ("2026-12-07", []), ("2026-12-06", ["suppression-lapses"]),
      ("2026-11-22", ["suppression-lapses"]), ("2026-11-21", ["suppression-expired"]),
      ("2020-01-01", ["suppression-expired"]),
    ])
  func days(_ until: String, _ codes: [String]) throws {
    #expect(try Case(until: until).codes(Self.matching) == codes)
  }

  @Test(
    "the accounts of two parts say what the whole run's says",
    arguments: [
      "tenant: contoso, check: credential.expiry", "tenant: \"*\", check: credential.expiry",
      "tenant: \"*a*\", check: credential.source", "tenant: nobody, check: credential.expiry",
      "tenant: \"*\", check: credential.*, application: mailer",
    ], ["2026-12-31", "2026-11-25", "2026-11-20"])
  func parts(_ match: String, _ until: String) throws {
    let seen = [
      Self.primary: [Self.found(.credentialExpiry)],
      "fabrikam/mailer/primary": [Self.found(.credentialExpiry)],
    ]
    var run = Case(match: match, until: until)
    let whole = try run.notices(seen)
    let parts = try ["1/2", "2/2"].map { shard in
      run.scope = RunScope(shard: shard)
      return try run.account(seen)
    }
    let joined = SuppressionAccount.joined(parts)
    #expect(joined?.notices(complete: true, offline: false) == whole)
    run.until = "2026-12-30"
    // Of what they were not told alike nobody can say what it means.
    #expect(SuppressionAccount.joined([parts[0], try run.account(seen)]) == nil)
    #expect(SuppressionAccount.joined([]) == nil)
  }

  @Test("a notice names place, subject, day, what it is about, owner and reason")
  func words() throws {
    let lapsing = try Case(until: "2026-11-25").notices(Self.matching)
    #expect(
      lapsing == [
        RunNotice(
          code: "suppression-lapses",
          message: "config/inventory.yaml:18: the suppression of credential.expiry at contoso ends "
            + "with 2026-11-25, in 3 days; in this run it answers for 1 finding "
            + "(jo@contoso.example: replaced soon)", tenant: "contoso")
      ])
    let today = try Case(until: "2026-11-22").notices(Self.matching)
    #expect(today[0].message.contains("ends with 2026-11-22, today;"))
    let nothing = try Case(until: "2026-11-25").notices([:])
    #expect(nothing.map(\.code) == ["suppression-lapses", "suppression-unused"])
    #expect(nothing[0].message.contains("in this run it answers for nothing (jo@"))
    let credential = try Case(
      match: "tenant: contoso, check: credential.*, credential: primary", until: "2026-11-23"
    ).notices(Self.matching)
    #expect(credential[0].message.contains("of credential.* at contoso/*/primary ends"))
    #expect(credential[0].message.contains("in 1 day;"))
  }

  @Test("what is out of date says what it would still have silenced")
  func expired() throws {
    let seen = [
      Self.primary: [Self.found(.credentialExpiry), Self.found(.credentialSource)],
      "contoso/billing/signing": [Self.found(.credentialExpiry, .critical)],
      "fabrikam/mailer/primary": [Self.found(.credentialExpiry)],
    ]
    let notice = try Case(until: "2026-11-20").notices(seen)
    #expect(notice.map(\.code) == ["suppression-expired"])
    #expect(notice[0].message.contains("would have silenced 2 findings"))
    let none = try Case(until: "2026-11-20").notices([:])
    #expect(none.map(\.code) == ["suppression-expired"])
    #expect(none[0].message.contains("would have silenced nothing more"))
  }

  struct Looked: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var match = "tenant: contoso, check: credential.expiry"
    var scope = RunScope()
    var complete = true
    var offline = false
    var seen: [String: [Finding]] = [:]
    let isSaid: Bool
  }

  static let looked = [
    Looked(testDescription: "all was looked at", isSaid: true),
    Looked(testDescription: "it matched", seen: matching, isSaid: false),
    Looked(
      testDescription: "another check has findings",
      seen: [primary: [.pass(.credentialExpiry, ""), found(.credentialSource)]], isSaid: true),
    Looked(testDescription: "the run is incomplete", complete: false, isSaid: false),
    Looked(testDescription: "the run is offline", offline: true, isSaid: false),
    Looked(
      testDescription: "the run is of another tenant", scope: RunScope(tenants: ["fabrikam"]),
      isSaid: false),
    Looked(
      testDescription: "the run is of this tenant", scope: RunScope(tenants: ["contoso"]),
      isSaid: true),
    Looked(
      testDescription: "the run is of a part of what it could match",
      scope: RunScope(tags: ["old"]),
      isSaid: false),
    Looked(
      testDescription: "the run is of all that it could match",
      match: "tenant: contoso, check: credential.expiry, credential: signing",
      scope: RunScope(tags: ["old"]), isSaid: true),
    Looked(
      testDescription: "the credentials that are left out have no such check",
      match: "tenant: contoso, check: authority.keys", scope: RunScope(tags: ["old"]),
      isSaid: true),
    Looked(
      testDescription: "the question waits for another one's answer",
      match: "tenant: contoso, check: credential.token",
      seen: [primary: [.skipped(.credentialToken, "depends-on-acquisition", "no token")]],
      isSaid: false),
    Looked(
      testDescription: "the question does not arise",
      match: "tenant: contoso, check: credential.expiry",
      seen: [primary: [.skipped(.credentialExpiry, "no-expiry-kind", "no end")]], isSaid: true),
    Looked(
      testDescription: "it fits nothing", match: "tenant: contso, check: credential.expiry",
      isSaid: true),
    Looked(
      testDescription: "it fits nothing in a part",
      match: "tenant: contso, check: credential.expiry",
      scope: RunScope(tenants: ["contoso"]), isSaid: false),
    Looked(
      testDescription: "no application is called so",
      match: "tenant: contoso, check: credential.expiry, application: biling", isSaid: true),
    Looked(
      testDescription: "the tenant has no directory",
      match: "tenant: contoso, check: directory.access", isSaid: true),
  ]

  @Test("matching nothing is said only where everything was looked at", arguments: looked)
  func unused(_ looked: Looked) throws {
    let notices = try Case(
      match: looked.match, scope: looked.scope, complete: looked.complete, offline: looked.offline
    ).notices(looked.seen)
    #expect(notices.map(\.code) == (looked.isSaid ? ["suppression-unused"] : []))
  }

  @Test("a slip of the keys is suggested where the name is nobody's")
  func suggestion() throws {
    let tenant = try Case(match: "tenant: contso, check: credential.expiry").notices([:])
    #expect(tenant[0].message.contains("fits nothing in the inventory: did you mean \"contoso\"?"))
    let application = try Case(
      match: "tenant: contoso, check: credential.expiry, application: biling"
    ).notices([:])
    #expect(application[0].message.contains("fits nothing in the inventory (jo@"))
  }

  @Test(
    "a notice belongs to the one tenant that it is about, and else to none that exists",
    arguments: [
      ("contoso", "contoso"), ("cont*", "contoso"), ("\"*\"", "*"), ("\"*o*\"", "contoso"),
      ("\"[cf]*\"", "[cf]*"), ("contso", "contso"),
    ])
  func tenant(_ tenant: String, _ whose: String) throws {
    let notices = try Case(match: "tenant: \(tenant), check: credential.expiry").notices([:])
    #expect(notices.map(\.tenant) == [whose])
  }

  @Test("a run over a part says nothing of what is about the rest")
  func part() throws {
    for until in ["2026-11-20", "2026-11-25"] {
      let other = Case(until: until, scope: RunScope(tenants: ["fabrikam"]))
      #expect(try other.codes().isEmpty)
      let own = Case(until: until, scope: RunScope(tenants: ["contoso"]))
      #expect(try !own.codes(Self.matching).isEmpty)
    }
  }

  @Test("a long reason is cut")
  func longReason() {
    let entry = InventorySuppression(
      tenant: "contoso", check: "*", application: nil, credential: nil,
      reason: String(repeating: "x", count: 1_000), owner: "jo", until: "2026-11-25",
      location: SourceLocation(file: "i\u{1B}.yaml", line: 1, column: 1))
    let rule = SuppressionRule(entry, at: Fixture.now)
    #expect(rule.isInEffect && rule.daysLeft == 3)
    let book = SuppressionBook([entry], at: Fixture.now)
    let inventory = Inventory(
      path: "", sha256: "", network: NetworkSettings(), unknownFor: Days(3), tenants: [],
      suppressions: [entry])
    let tally = SuppressionTally(book, inventory: inventory, plan: AuditPlan(inventory))
    let notices = tally.notices(complete: true, offline: false)
    #expect(notices.map(\.code) == ["suppression-lapses", "suppression-unused"])
    for notice in notices {
      #expect(notice.message.count < 400)
      #expect(notice.message.hasPrefix("i?.yaml:1: "))
    }
  }
}
