import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// A rotation from its first night to its last, as the history tells it.
@Suite struct RotationTests {
  typealias Watched = WatchedContoso

  /// What a credential is presented with and what the directory lists.
  private struct World {
    let inventory: String
    let files: [String: String]
    /// Of that many at the end of the list, oldest first.
    let listed:
      @Sendable (_ present: [Int], _ refusing: Bool, _ blind: Bool) throws -> SimulatedWorld

    var scenario: Scenario {
      get throws {
        var scenario = Scenario()
        scenario.inventory = inventory
        scenario.environment = [:]
        scenario.files = files.mapValues { .secret($0) }
        scenario.world = try listed([0], false, false)
        return scenario
      }
    }
  }

  private static func key(_ number: Int) -> String {
    "dddddddd-0000-4000-8000-00000000000\(number)"
  }

  private static func subject(_ number: Int) -> String { "contoso/billing/\(key(number))" }

  private static func value(_ number: Int) -> String {
    "Ab\(number)8Q~a.secret_of-the-billing-application"
  }

  private static func world(
    _ application: SimulatedApplication, refusing: Bool, blind: Bool
  ) -> SimulatedWorld {
    var application = application
    if refusing {
      // The directory is read before the credential is tried.
      application.script = [
        .first(1, .token, .normal),
        .always(.token, .refusal(code: 7_000_222, error: "invalid_client", status: 401)),
      ]
    }
    return Contoso.world(application) { tenant in
      var directory = SimulatedDirectory(of: tenant)
      directory.applications[0].owners = [
        ListedOwner(displayName: "Jo", userPrincipalName: "jo@contoso.example")
      ]
      if blind { directory.script = [.always(.deletedItems, .permissionMissing)] }
      tenant.directory = directory
    }
  }

  /// Each began ten days after the one before, the third two days after the first night.
  private static let secrets = World(
    inventory: Contoso.inventory(
      tenant: "directory: { as: billing/primary, watch: all }",
      application: "owner: billing@contoso.example", "name: primary, secret: { file: secret }"),
    files: ["secret": value(0)]
  ) { present, refusing, blind in
    world(
      SimulatedApplication(
        "billing", clientID: Contoso.client,
        secrets: present.map {
          RegisteredSecret(
            value($0), start: Contoso.days(Double($0 * 10) - 18), end: Contoso.days(300),
            keyID: key($0), displayName: "key \($0)")
        }, roles: ["Application.Read.All", "Policy.Read.All"]),
      refusing: refusing, blind: blind)
  }

  /// One audit, a day after the last.
  private func night(
    _ stage: Stage, _ world: World, _ present: [Int], refusing: Bool = false, blind: Bool = false,
    days: Double = 1, _ arguments: String...
  ) async throws -> Outcome {
    stage.time.advance(by: .seconds(days * 86_400))
    try await stage.change(try world.listed(present, refusing, blind))
    return try await stage.run(["audit"] + arguments)
  }

  private func step(_ outcome: Outcome) -> String? { told(outcome, "rotation") }

  private func told(_ outcome: Outcome, _ name: String) -> String? {
    outcome.findings(.directoryCredential).lazy.compactMap { $0.evidence[name] ?? nil }.first
  }

  @Test("From one secret to the next: added, used, removable after seven days, removed")
  func wholeWay() async throws {
    let world = Self.secrets
    try await world.scenario.perform { stage in
      let first = try await night(stage, world, [1])
      try stage.write(.secret(Self.value(1)), to: "in/secret")
      let alone = try await night(stage, world, [1])
      #expect(step(first) == nil && step(alone) == "one")
      let added = try await night(stage, world, [1, 2], days: 2)
      #expect(step(added) == "newer_added")
      #expect(told(added, "next_step") == "hand the newer one to the application")
      #expect(added.output.contains("rotation     contoso/billing/primary: a newer one is there"))
      #expect(
        added.found(.directoryCredential, of: Self.subject(2)) == ["skipped newer-beside"])
      try stage.write(.secret(Self.value(2)), to: "in/secret")
      for run in 1..<RotationCount.enough {
        let used = try await night(stage, world, [1, 2])
        #expect(step(used) == "newer_used" && told(used, "rotation_runs") == String(run))
        #expect(
          used.found(.directoryCredential, of: Self.subject(1)) == ["skipped older-beside"])
        #expect(used.status == .clean)
      }
      let enough = try await night(stage, world, [1, 2])
      #expect(step(enough) == "removable")
      let next = "remove 'key 1' (\(Self.key(1))), unless somebody else still uses it"
      #expect(told(enough, "next_step") == next)
      #expect(enough.found(.directoryCredential, of: Self.subject(1)) == ["warning leftover-live"])
      let words = "the older one is removable; next: \(next)"
      let story = try await stage.run(["history", "contoso/billing/primary"])
      #expect(story.output.contains(words))
      let life = try await stage.run(["history", "contoso/billing/primary", "--format", "json"])
      #expect(life.output.contains("\"rotation\": \"removable\""))
      for name in ["report.html", "report.md"] {
        let text = try stage.text(of: "out/" + name)
        #expect(text.contains("lder one is removable"), "\(name)")
      }
      // The same is stored every night from then on.
      let still = try await night(stage, world, [1, 2])
      #expect(
        still.findings(.directoryCredential).first?.evidence
          == enough.findings(.directoryCredential).first?.evidence)
      let removed = try await night(stage, world, [2])
      #expect(step(removed) == "removed" && told(removed, "removed_key_ids") == Self.key(1))
      #expect(removed.findings(.directoryCredential).first?.words == "pass ok")
      let gone = removed.report?.credentials.first { $0.subject == Self.subject(1) }
      #expect(gone?.change == "gone")
      let after = try await night(stage, world, [2])
      #expect(step(after) == "one" && told(after, "removed_key_ids") == nil)
      #expect(!after.output.contains("rotation  "))
    }
  }

  @Test("A refusal in between begins the count anew, also where the same one reads the directory")
  func redNight() async throws {
    let world = Self.secrets
    try await world.scenario.perform { stage in
      try stage.write(.secret(Self.value(1)), to: "in/secret")
      for run in 1...3 {
        let used = try await night(stage, world, [0, 1])
        #expect(told(used, "rotation_runs") == String(run))
      }
      let red = try await night(stage, world, [0, 1], refusing: true)
      #expect(red.found(.credentialAcquisition) == ["critical AADSTS7000222"])
      #expect(step(red) == nil && told(red, "last_rotation") == "newer_used")
      let again = try await night(stage, world, [0, 1])
      #expect(step(again) == "newer_used" && told(again, "rotation_runs") == "1")
      // Another secret than the directory's is refused when it is to read the directory too.
      try stage.write(.secret(Self.value(9)), to: "in/secret")
      let blind = try await night(stage, world, [0, 1])
      #expect(blind.found(.directoryAccess) == ["unknown directory-no-token"])
      try stage.write(.secret(Self.value(1)), to: "in/secret")
      let third = try await night(stage, world, [0, 1])
      #expect(told(third, "rotation_runs") == "1")
    }
  }

  @Test("A night without the directory neither counts nor says that anything was removed")
  func blindNight() async throws {
    let world = Self.secrets
    try await world.scenario.perform { stage in
      try stage.write(.secret(Self.value(1)), to: "in/secret")
      for _ in 1...3 { _ = try await night(stage, world, [0, 1]) }
      for _ in 1...2 {
        let blind = try await night(stage, world, [1], blind: true)
        #expect(blind.found(.directoryCredential) == ["unknown directory-not-read"])
        #expect(step(blind) == nil && told(blind, "last_rotation_runs") == "3")
        #expect(told(blind, "removed_key_ids") == nil)
      }
      let seen = try await night(stage, world, [0, 1])
      #expect(step(seen) == "newer_used" && told(seen, "rotation_runs") == "4")
      _ = try await night(stage, world, [1], blind: true)
      let removed = try await night(stage, world, [1])
      #expect(step(removed) == "removed" && told(removed, "removed_key_ids") == Self.key(0))
    }
  }

  @Test("Runs over a part, a second run of one day and runs without the network do not count")
  func notCounted() async throws {
    let world = Self.secrets
    try await world.scenario.perform { stage in
      try stage.write(.secret(Self.value(1)), to: "in/secret")
      for _ in 1...6 { _ = try await night(stage, world, [0, 1]) }
      for filter in [
        ["--owner", "billing@*"], ["--application", "billing"], ["--tenant", "contoso"],
      ] {
        let part = try await night(stage, world, [0, 1], filter[0], filter[1])
        #expect(step(part) == "newer_used" && told(part, "last_rotation_runs") == "6")
        // The night's report is still to say it.
        let without = try await night(stage, world, [1], filter[0], filter[1])
        #expect(step(without) == "one" && told(without, "removed_key_ids") == nil)
      }
      let offline = try await night(stage, world, [0, 1], "--offline")
      #expect(step(offline) == nil)
      let seventh = try await night(stage, world, [0, 1])
      #expect(step(seventh) == "removable")
      let red = try await night(stage, world, [0, 1], refusing: true)
      #expect(red.status == .findings)
      let first = try await night(stage, world, [0, 1])
      #expect(told(first, "rotation_runs") == "1")
      let same = try await night(stage, world, [0, 1], days: 0.1)
      #expect(told(same, "rotation_runs") == "1")
    }
  }

  @Test("Of two older ones the rotation is over with the last, which one may remove at any time")
  func twoOlder() async throws {
    let world = Self.secrets
    try await world.scenario.perform { stage in
      try stage.write(.secret(Self.value(2)), to: "in/secret")
      let both = try await night(stage, world, [0, 1, 2], days: 3)
      #expect(step(both) == "newer_used")
      #expect(told(both, "older_key_ids") == "\(Self.key(0)) \(Self.key(1))")
      let one = try await night(stage, world, [1, 2])
      #expect(step(one) == "newer_used" && told(one, "removed_key_ids") == Self.key(0))
      #expect(told(one, "rotation_runs") == "2")
      let none = try await night(stage, world, [2])
      #expect(step(none) == "removed" && told(none, "removed_key_ids") == Self.key(1))
    }
  }

  @Test("Certificates are rotated like secrets")
  func certificates() async throws {
    let certificates = try (0...1).map {
      try Contoso.certificate($0 + 1, from: Double($0 * 10) - 30)
    }
    let keys = certificates.map { RegisteredKey.certificate($0) }
    let world = World(
      inventory: Contoso.inventory(
        tenant: "directory: { as: billing/primary, watch: all }",
        "name: primary, certificate: { file: billing.pem }"),
      files: ["billing.pem": certificates[0].pem + certificates[0].keyPEM]
    ) { present, refusing, blind in
      Self.world(
        SimulatedApplication(
          "billing", clientID: Contoso.client, keys: present.map { keys[$0] },
          roles: ["Application.Read.All", "Policy.Read.All"]), refusing: refusing, blind: blind)
    }
    try await world.scenario.perform { stage in
      let added = try await night(stage, world, [0, 1])
      #expect(step(added) == "newer_added")
      try stage.write(.secret(certificates[1].pem + certificates[1].keyPEM), to: "in/billing.pem")
      for _ in 1..<RotationCount.enough {
        #expect(step(try await night(stage, world, [0, 1])) == "newer_used")
      }
      #expect(step(try await night(stage, world, [0, 1])) == "removable")
      #expect(step(try await night(stage, world, [1])) == "removed")
      #expect(step(try await night(stage, world, [1])) == "one")
    }
  }
}
