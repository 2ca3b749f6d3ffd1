import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What the directory says of a declared credential")
struct DirectoryCheckTests {
  private typealias Directory = DirectoryFixture

  private static let all = [Directory.password(1)]

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
    #expect(row.directory.found(.directoryApplication) == row.found)
  }

  static let credentials = [
    Case(testDescription: "it is found", directory: Directory.usual(), found: ["pass ok"]),
    Case(
      testDescription: "it is not there", directory: Directory.usual { $0.fitting = [] },
      found: ["warning not-in-directory"]),
    Case(
      testDescription: "it is not there and gets no token",
      directory: Directory.usual {
        $0.fitting = []
        $0.hasToken = false
      }, found: ["critical not-in-directory"]),
    Case(
      testDescription: "the inventory says another day",
      directory: Directory.usual { $0.expires = Directory.days(200) },
      found: ["warning dates-differ"]),
    Case(
      testDescription: "the inventory says the same day, in another zone",
      directory: Directory.usual { $0.expires = Directory.days(100.9) }, found: ["pass ok"]),
    Case(
      testDescription: "the inventory says a day and the directory none",
      directory: Directory.usual {
        $0.passwords = [Directory.password(1, to: nil)]
        $0.expires = Directory.days(200)
      }, found: ["warning dates-differ"]),
    Case(
      testDescription: "two have lived beside each other for long",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -40))
      },
      found: ["warning several-live-secrets"]),
    Case(
      testDescription: "one takes the other's place",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -20))
      },
      found: ["pass ok"]),
    Case(
      testDescription: "the second of three lives for long, the third is new",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -40))
        $0.passwords.append(Directory.password(3, hint: "Uvw", from: -1))
      }, found: ["warning several-live-secrets"]),
    Case(
      testDescription: "a second one is declared and there on purpose",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -40))
        $0.heldBeside = [Directory.id(2)]
      }, found: ["pass ok"]),
    Case(
      testDescription: "a third one beside two declared ones is one too many",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -90))
        $0.passwords.append(Directory.password(3, hint: "Uvw", from: -40))
        $0.heldBeside = [Directory.id(2)]
      }, found: ["warning several-live-secrets"]),
    Case(
      testDescription: "any of two may be the declared one that could not be compared",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -40))
        $0.heldBeside = nil
        $0.others = ["second"]
      }, found: ["pass ok"]),
    Case(
      testDescription: "one of three is nobody's, whichever could not be compared",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -90))
        $0.passwords.append(Directory.password(3, hint: "Uvw", from: -40))
        $0.heldBeside = nil
        $0.others = ["second"]
      }, found: ["warning several-live-secrets"]),
    Case(
      testDescription: "nobody says since when, and no run before saw it",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: nil))
      },
      found: ["pass ok"]),
    Case(
      testDescription: "nobody says since when, and runs have seen it for long",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: nil))
        $0.history = RotationHistory(
          past: RotationPast(severalSince: "2026-10-18"), isWhole: true)
      }, found: ["warning several-live-secrets"]),
    Case(
      testDescription: "each is replaced in time, and there were always two",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: -9))
        $0.history = RotationHistory(
          past: RotationPast(severalSince: "2026-10-18"), isWhole: true)
      }, found: ["warning several-live-secrets"]),
    Case(
      testDescription: "runs have seen it for as long as a rotation takes",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, hint: "Xyz", from: nil))
        $0.history = RotationHistory(
          past: RotationPast(severalSince: "2026-10-19"), isWhole: true)
      }, found: ["pass ok"]),
    Case(
      testDescription: "it lives longer than the policy allows",
      directory: Directory.usual {
        $0.policy = DirectoryPolicy(applicationRules: [
          DirectoryRule(.secret, longest: 180 * 86_400)
        ])
      }, found: ["warning longer-than-policy"]),
    Case(
      testDescription: "the policy is for service principals",
      directory: Directory.usual {
        $0.policy = DirectoryPolicy(principalRules: [DirectoryRule(.secret, longest: 1)])
      }, found: ["pass ok"]),
    Case(
      testDescription: "it stands on the service principal, for which there is a policy",
      directory: Directory.usual {
        $0.principalPasswords = $0.passwords
        $0.passwords = []
        $0.policy = DirectoryPolicy(
          applicationRules: [DirectoryRule(.secret, longest: 1e9)],
          principalRules: [DirectoryRule(.secret, longest: 180 * 86_400)])
      }, found: ["warning on-service-principal", "warning longer-than-policy"]),
    Case(
      testDescription: "it lives as long as the policy allows",
      directory: Directory.usual {
        $0.policy = DirectoryPolicy(applicationRules: [
          DirectoryRule(.secret, longest: 200 * 86_400), DirectoryRule(.certificate, longest: 1),
        ])
      }, found: ["pass ok"]),
    Case(
      testDescription: "it stands on the service principal",
      directory: Directory.usual {
        $0.principalPasswords = $0.passwords
        $0.passwords = []
      }, found: ["warning on-service-principal"]),
    Case(
      testDescription: "several could be it",
      directory: Directory.usual {
        $0.passwords.append(Directory.password(2, from: -1))
        $0.fitting.insert(Directory.id(2))
      }, found: ["warning several-entries-fit"]),
    Case(
      testDescription: "there is no application to look into",
      directory: Directory.usual {
        $0.isThere = false
        $0.hasPrincipal = false
      }, found: ["skipped depends-on-application"]),
    Case(
      testDescription: "a guest's credentials are in another directory",
      directory: Directory.usual {
        $0.isThere = false
        $0.fitting = []
        $0.principalKeys = [Directory.key(7, usage: "Sign")]
      }, found: ["skipped application-of-other-tenant"]),
    Case(
      testDescription: "the platform keeps it",
      directory: Directory.usual { $0.kind = .managedIdentity(.system) },
      found: ["skipped kept-by-platform"]),
  ]

  @Test("the entry in use is found, and drift beside it", arguments: credentials)
  func credential(_ row: Case) {
    #expect(row.directory.found(.directoryCredential) == row.found)
  }

  @Test("a reading that failed leaves every question open, and names the page")
  func failed() {
    var directory = Directory.usual()
    directory.failure = DirectoryFailure(collection: "applications", page: 3, reason: .loop)
    for check in [CheckID.directoryApplication, .directoryCredential] {
      #expect(directory.found(check) == ["unknown directory-not-read"])
    }
    let finding = CheckCatalog.judge(directory.observation).first {
      $0.check == .directoryCredential
    }
    #expect(finding?.evidence["directory_code"] == "directory-loop")
    #expect(finding?.evidence["page"] == "3")
    // Nothing is known of the end either, unless the inventory says one.
    #expect(directory.found(.credentialExpiry) == ["unknown directory-not-read"])
    // What the inventory says is no good news then, for the directory may say an earlier end.
    for (days, words) in [
      (100, ["unknown directory-not-read"]),
      (20, ["warning expires-soon", "unknown directory-not-read"]),
      (-1, ["warning inventory-date-stale", "unknown directory-not-read"]),
      (2, ["critical expires-soon"]),
    ] {
      directory.expires = Directory.days(Double(days))
      #expect(directory.found(.credentialExpiry) == words)
    }
    directory.notRead = "offline"
    directory.expires = Directory.days(100)
    #expect(directory.found(.credentialExpiry) == ["pass ok"])
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

  @Test("no finding shows a hint, which is a part of the secret")
  func hintIsHidden() {
    let directory = Directory.usual { $0.passwords = [Directory.password(1, hint: "S3~")] }
    for finding in CheckCatalog.judge(directory.observation) {
      let texts =
        [finding.summary, finding.cause ?? "", finding.fix ?? ""]
        + finding.evidence.items.map(\.value)
      #expect(!texts.contains { $0.contains("S3~") })
    }
  }
}
