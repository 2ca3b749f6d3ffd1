import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What the directory says of a declared credential's time")
struct DirectoryOverTimeTests {
  private typealias Directory = DirectoryFixture

  struct End: Sendable {
    let expires: Double?
    let directory: Double?
    let found: [String]
    let from: String?
  }

  @Test(
    "a secret ends when the earlier of inventory and directory says",
    arguments: [
      End(expires: nil, directory: 20, found: ["warning expires-soon"], from: "directory"),
      End(expires: 400, directory: 3, found: ["critical expires-soon"], from: "directory"),
      End(expires: 3, directory: 400, found: ["critical expires-soon"], from: "inventory"),
      End(expires: 3, directory: nil, found: ["critical expires-soon"], from: "inventory"),
      End(expires: nil, directory: nil, found: ["warning no-end-date"], from: nil),
      End(expires: nil, directory: -1, found: ["critical expired"], from: "directory"),
      End(expires: -5, directory: -1, found: ["critical expired"], from: "inventory"),
      End(expires: -1, directory: nil, found: ["warning inventory-date-stale"], from: "inventory"),
      End(expires: -1, directory: 100, found: ["warning inventory-date-stale"], from: "directory"),
      End(
        expires: -1, directory: 2,
        found: ["warning inventory-date-stale", "critical expires-soon"], from: "directory"),
      End(expires: nil, directory: 631, found: ["warning too-long-lived"], from: "directory"),
      End(expires: nil, directory: 99_000, found: ["warning too-long-lived"], from: "directory"),
    ])
  func ends(_ row: End) {
    var directory = Directory.usual { $0.passwords = [Directory.password(1, to: row.directory)] }
    directory.expires = row.expires.map(Directory.days)
    #expect(directory.found(.credentialExpiry) == row.found)
    #expect(directory.observation.end?.source.rawValue == row.from)
  }

  @Test("a written end that is over holds where the service took nothing")
  func writtenEnd() {
    var directory = Directory.usual { $0.hasToken = false }
    directory.expires = Directory.days(-1)
    #expect(directory.found(.credentialExpiry) == ["critical expired"])
    #expect(directory.observation.end?.source == .inventory)
  }

  @Test("advice for a rotation is given only by what was tried and told apart")
  func advice() {
    var directory = Directory.usual {
      $0.passwords = [
        Directory.password(1, from: -20), Directory.password(2, hint: "Xyz", from: -120),
      ]
    }
    let rotation = { (directory: Directory) in
      CheckCatalog.judge(directory.observation).compactMap { $0.evidence["rotation"] }
    }
    #expect(rotation(directory) == ["newer_used"])
    directory.hasToken = false
    #expect(rotation(directory) == [])
    directory.hasToken = true
    directory.heldBeside = nil
    #expect(rotation(directory) == [])
    directory.heldBeside = [Directory.id(2)]
    #expect(rotation(directory) == ["one"])
  }

  @Test("since when more are alive is kept until there are not, and while nobody can tell")
  func severalSince() throws {
    let past = RotationHistory(past: RotationPast(severalSince: "2026-11-01"), isWhole: true)
    let second = Directory.password(2, hint: "Xyz", from: nil)
    let since = { (directory: Directory) in
      CheckCatalog.judge(directory.observation).lazy.compactMap { RotationPast($0.evidence) }
        .first?.severalSince
    }
    var directory = Directory.usual { $0.passwords.append(second) }
    #expect(since(directory) == "2026-11-18")
    directory.history = past
    #expect(since(directory) == "2026-11-01")
    directory.failure = DirectoryFailure(collection: "applications", page: 3, reason: .loop)
    #expect(since(directory) == "2026-11-01")
    directory.failure = nil
    directory.heldBeside = nil
    directory.others = ["second"]
    #expect(since(directory) == "2026-11-01")
    directory.heldBeside = [Directory.id(2)]
    #expect(since(directory) == nil)
  }

  @Test("of several that it may be the first end counts")
  func severalEnds() {
    let directory = Directory.usual {
      $0.passwords = [Directory.password(1, to: 90), Directory.password(2, to: 5)]
      $0.fitting = [Directory.id(1), Directory.id(2)]
    }
    #expect(directory.found(.credentialExpiry) == ["critical expires-soon"])
  }
}
