import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What the directory says of a declared credential")
struct DirectoryCheckTests {
  private typealias Directory = DirectoryFixture

  private func found(_ directory: Directory, _ check: CheckID) -> [String] {
    Directory.words(CheckCatalog.judge(directory.observation), check)
  }

  private static let all = [DirectoryPassword](arrayLiteral: Directory.password(1))

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var directory: DirectoryFixture
    let found: [String]
  }

  static let applications = [
    Case(testDescription: "all is well", directory: Directory(), found: ["pass ok"]),
    Case(
      testDescription: "it is not there",
      directory: Directory(isThere: false, hasPrincipal: false, hasToken: false),
      found: ["critical application-not-found"]),
    Case(
      testDescription: "it is not there and gets tokens all the same",
      directory: Directory(isThere: false, hasPrincipal: false),
      found: ["warning application-not-found"]),
    Case(
      testDescription: "it is registered elsewhere", directory: Directory(isThere: false),
      found: ["skipped application-of-other-tenant"]),
    Case(
      testDescription: "it was deleted",
      directory: Directory(deletedAt: Directory.days(-3), hasToken: false),
      found: ["critical application-deleted"]),
    Case(
      testDescription: "it is disabled", directory: Directory(isDisabled: true, hasToken: false),
      found: ["critical application-disabled"]),
    Case(
      testDescription: "it may not sign in",
      directory: Directory(principalIsEnabled: false, hasToken: false),
      found: ["critical principal-disabled"]),
    Case(
      testDescription: "it has no service principal and no token",
      directory: Directory(hasPrincipal: false, hasToken: false),
      found: ["warning principal-missing"]),
    Case(
      testDescription: "nobody owns it", directory: Directory(owners: []),
      found: ["warning no-owner"]),
    Case(
      testDescription: "the inventory says who owns it",
      directory: Directory(owners: [], owner: "jo@contoso.example"), found: ["pass ok"]),
    Case(
      testDescription: "owners were not asked for", directory: Directory(owners: nil),
      found: ["pass ok"]),
  ]

  @Test("the application is there, enabled and owned", arguments: applications)
  func application(_ row: Case) {
    #expect(found(row.directory, .directoryApplication) == row.found)
  }

  private static func usual(
    _ change: (inout DirectoryFixture) -> Void = { _ in }
  ) -> DirectoryFixture {
    var directory = Directory(passwords: all, fitting: [Directory.id(1)])
    change(&directory)
    return directory
  }

  static let credentials = [
    Case(testDescription: "it is found", directory: usual(), found: ["pass ok"]),
    Case(
      testDescription: "it is not there", directory: usual { $0.fitting = [] },
      found: ["warning not-in-directory"]),
    Case(
      testDescription: "it is not there and gets no token",
      directory: usual {
        $0.fitting = []
        $0.hasToken = false
      }, found: ["critical not-in-directory"]),
    Case(
      testDescription: "the inventory says another day",
      directory: usual { $0.expires = Directory.days(200) }, found: ["warning dates-differ"]),
    Case(
      testDescription: "the inventory says the same day, in another zone",
      directory: usual { $0.expires = Directory.days(100.9) }, found: ["pass ok"]),
    Case(
      testDescription: "the inventory says a day and the directory none",
      directory: usual {
        $0.passwords = [Directory.password(1, to: nil)]
        $0.expires = Directory.days(200)
      }, found: ["warning dates-differ"]),
    Case(
      testDescription: "two have lived beside each other for long",
      directory: usual { $0.passwords.append(Directory.password(2, hint: "Xyz", from: -40)) },
      found: ["warning several-live-secrets"]),
    Case(
      testDescription: "one takes the other's place",
      directory: usual { $0.passwords.append(Directory.password(2, hint: "Xyz", from: -20)) },
      found: ["pass ok"]),
    Case(
      testDescription: "it lives longer than the policy allows",
      directory: usual {
        $0.policy = DirectoryPolicy(applicationRules: [
          DirectoryRule(.secret, longest: 180 * 86_400)
        ])
      }, found: ["warning longer-than-policy"]),
    Case(
      testDescription: "the policy is for service principals",
      directory: usual {
        $0.policy = DirectoryPolicy(principalRules: [DirectoryRule(.secret, longest: 1)])
      }, found: ["pass ok"]),
    Case(
      testDescription: "it stands on the service principal, for which there is a policy",
      directory: usual {
        $0.principalPasswords = $0.passwords
        $0.passwords = []
        $0.policy = DirectoryPolicy(
          applicationRules: [DirectoryRule(.secret, longest: 1e9)],
          principalRules: [DirectoryRule(.secret, longest: 180 * 86_400)])
      }, found: ["warning on-service-principal", "warning longer-than-policy"]),
    Case(
      testDescription: "it lives as long as the policy allows",
      directory: usual {
        $0.policy = DirectoryPolicy(applicationRules: [
          DirectoryRule(.secret, longest: 200 * 86_400), DirectoryRule(.certificate, longest: 1),
        ])
      }, found: ["pass ok"]),
    Case(
      testDescription: "it stands on the service principal",
      directory: usual {
        $0.principalPasswords = $0.passwords
        $0.passwords = []
      }, found: ["warning on-service-principal"]),
    Case(
      testDescription: "several could be it",
      directory: usual {
        $0.passwords.append(Directory.password(2, from: -1))
        $0.fitting.insert(Directory.id(2))
      }, found: ["warning several-entries-fit"]),
    Case(
      testDescription: "there is no application to look into",
      directory: usual {
        $0.isThere = false
        $0.hasPrincipal = false
      }, found: ["skipped depends-on-application"]),
    Case(
      testDescription: "a guest's credentials are in another directory",
      directory: usual {
        $0.isThere = false
        $0.fitting = []
        $0.principalKeys = [Directory.key(7, usage: "Sign")]
      }, found: ["skipped application-of-other-tenant"]),
    Case(
      testDescription: "the platform keeps it",
      directory: usual { $0.kind = .managedIdentity(.system) },
      found: ["skipped kept-by-platform"]),
  ]

  @Test("the entry in use is found, and drift beside it", arguments: credentials)
  func credential(_ row: Case) {
    #expect(found(row.directory, .directoryCredential) == row.found)
  }

  @Test("a reading that failed leaves every question open, and names the page")
  func failed() {
    var directory = Self.usual()
    directory.failure = DirectoryFailure(collection: "applications", page: 3, reason: .loop)
    for check in [CheckID.directoryApplication, .directoryCredential] {
      #expect(found(directory, check) == ["unknown directory-not-read"])
    }
    let finding = CheckCatalog.judge(directory.observation).first {
      $0.check == .directoryCredential
    }
    #expect(finding?.evidence["directory_code"] == "directory-loop")
    #expect(finding?.evidence["page"] == "3")
    // Nothing is known of the end either, unless the inventory says one.
    #expect(found(directory, .credentialExpiry) == ["unknown directory-not-read"])
    // What the inventory says is no good news then, for the directory may say an earlier end.
    for (days, words) in [
      (100, ["unknown directory-not-read"]),
      (20, ["warning expires-soon", "unknown directory-not-read"]),
      (-1, ["warning inventory-date-stale", "unknown directory-not-read"]),
      (2, ["critical expires-soon"]),
    ] {
      directory.expires = Directory.days(Double(days))
      #expect(found(directory, .credentialExpiry) == words)
    }
    directory.notRead = "offline"
    directory.expires = Directory.days(100)
    #expect(found(directory, .credentialExpiry) == ["pass ok"])
  }

  @Test("nothing is asked where the tenant has no directory, and offline it is skipped")
  func notAsked() {
    let observation = ResolvedFixture.observation(authority: .offline(nil))
    #expect(!CheckCatalog.judge(observation).contains { $0.check.rawValue.hasPrefix("directory") })
    #expect(
      DirectoryObservation.notRead(code: "offline").unread(.directoryCredential)?.verdict
        == .skipped)
    #expect(
      DirectoryObservation.notRead(code: "authority-failed").unread(.directoryCredential)?.verdict
        == .unknown)
  }

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
    var directory = Self.usual { $0.passwords = [Directory.password(1, to: row.directory)] }
    directory.expires = row.expires.map(Directory.days)
    #expect(found(directory, .credentialExpiry) == row.found)
    #expect(directory.observation.end?.source.rawValue == row.from)
  }

  @Test("a written end that is over holds where the service took nothing")
  func writtenEnd() {
    var directory = Self.usual { $0.hasToken = false }
    directory.expires = Directory.days(-1)
    #expect(found(directory, .credentialExpiry) == ["critical expired"])
    #expect(directory.observation.end?.source == .inventory)
  }

  @Test("advice for a rotation is given only by what was tried and told apart")
  func advice() {
    var directory = Self.usual {
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

  @Test("of several that it may be the first end counts")
  func severalEnds() {
    let directory = Self.usual {
      $0.passwords = [Directory.password(1, to: 90), Directory.password(2, to: 5)]
      $0.fitting = [Directory.id(1), Directory.id(2)]
    }
    #expect(found(directory, .credentialExpiry) == ["critical expires-soon"])
  }

  @Test("no finding shows a hint, which is a part of the secret")
  func hintIsHidden() {
    let directory = Self.usual { $0.passwords = [Directory.password(1, hint: "S3~")] }
    for finding in CheckCatalog.judge(directory.observation) {
      let texts =
        [finding.summary, finding.cause ?? "", finding.fix ?? ""]
        + finding.evidence.items.map(\.value)
      #expect(!texts.contains { $0.contains("S3~") })
    }
  }
}
