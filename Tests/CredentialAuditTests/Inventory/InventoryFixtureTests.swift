import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("Inventory files")
struct InventoryFixtureTests {
  @Test(
    "a bad file has exactly the problems that its first line names, at these lines",
    arguments: Fixture.bad)
  func badFile(_ fixture: Fixture) {
    #expect(!fixture.expected.isEmpty)
    do {
      _ = try fixture.load()
      Issue.record("it was taken")
    } catch {
      let found = error.problems.map { "\($0.code.rawValue)@\($0.location.line)" }
      #expect(found == fixture.expected, "\(error)")
    }
  }

  @Test("no message of any bad file holds a value from below credentials", arguments: Fixture.bad)
  func nothingLeaks(_ fixture: Fixture) {
    do {
      _ = try fixture.load()
    } catch {
      // The fixtures' stand-ins for secrets all begin so.
      #expect(!error.description.contains("LEAK"))
      for line in error.lines {
        #expect(line.unicodeScalars.allSatisfy(PrintableText.isHarmless), "\(line)")
      }
    }
  }

  @Test("a good file is taken", arguments: Fixture.good)
  func goodFile(_ fixture: Fixture) throws {
    #expect(try !fixture.load().tenants.isEmpty)
  }

  @Test("there is a bad file for every kind of problem but those that name their reason here")
  func everyCodeHasItsFile() {
    let covered = Set(Fixture.bad.flatMap(\.expected).compactMap { $0.split(separator: "@").first })
    let elsewhere: Set<InventoryProblem.Code> = [
      .unreadableFile, .fileTooLarge,  // not told of what is in a file
      .tooDeep, .tooManyProblems,  // long files, made in YAMLDocumentTests and InventoryLoaderTests
      .includeContent,  // of an included file, in InventoryIncludeTests
    ]
    for code in InventoryProblem.Code.allCases where !elsewhere.contains(code) {
      #expect(covered.contains(Substring(code.rawValue)), "\(code)")
    }
  }

  private func good(_ name: String) throws -> Inventory {
    let fixture = try #require(Fixture.good.first { $0.path.hasSuffix("/" + name) })
    return try fixture.load()
  }

  @Test("a credential overrides its application, that its tenant, that the defaults")
  func overrides() throws {
    let inventory = try good("every-key.yaml")
    let credentials = inventory.tenants[0].applications[0].credentials
    let (primary, file) = (credentials[0], credentials[1])
    #expect(primary.owner == "billing@contoso.example" && file.owner == "someone else")
    #expect(primary.thresholds.warning == Days(90) && file.thresholds.warning == Days(90))
    #expect(primary.thresholds.critical == Days(14) && file.thresholds.critical == Days(20))
    #expect(primary.thresholds.maxLifetime == Days(365))
    #expect(primary.unknownFor == Days(5) && file.unknownFor == Days(1))
    #expect(inventory.unknownFor == Days(2) && inventory.tenants[0].unknownFor == Days(5))
    #expect(primary.scopes?.count == 2)
    #expect(file.scopes?.map(\.value) == ["https://storage.azure.com/.default"])
    #expect(primary.tags == ["prod", "finance", "billing"])
    #expect(file.tags == ["prod", "finance", "billing", "once"])
    #expect(primary.expectation.roles == ["User.Read.All"] && file.expectation.roles.isEmpty)
    #expect(file.expectation.audience == "https://graph.microsoft.com")
    #expect(primary.runbook == "mailto:billing@contoso.example?subject=rotate")
    #expect(file.runbook == "https://wiki.contoso.example/rotate#now")
  }

  @Test("every other key arrives where it belongs")
  func values() throws {
    let inventory = try good("every-key.yaml")
    let folder = PathName.folder(of: inventory.path)
    #expect(inventory.network.ratePerSecond == 0.5)
    #expect(inventory.network.timeout == .milliseconds(500))
    #expect(inventory.network.deadline == .seconds(43_200))
    #expect(inventory.network.retries == 0 && !inventory.network.instanceDiscovery)
    #expect(inventory.network.caBundle == folder + "/../ca.pem")
    let contoso = inventory.tenants[0]
    #expect(contoso.tenantID == "6babcaad-604b-40ac-a9d7-9fd97c0b779f" && contoso.kind == .entra)
    #expect(contoso.directory == InventoryDirectory(reader: "billing/primary", watch: .all))
    #expect(contoso.applications[0].clientID == ClientID("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"))
    let credentials = contoso.applications[0].credentials
    #expect(credentials.map(\.kind.word).count { $0 == "managed_identity" } == 3)
    #expect(credentials[1].kind == .secret(.file(folder + "/secrets/billing")))
    #expect(
      credentials[2].kind == .secret(.command(["/usr/bin/vault", "kv", "get", "", "12"])))
    #expect(
      credentials[3].kind
        == .certificate(
          CertificateReference(
            file: folder + "/certs/a.pem", key: "/etc/a.key", passphrase: .env("P"), sendX5C: true))
    )
    // A date ends with its last second; a date-time is what it says.
    #expect(credentials[0].expires == Date(timeIntervalSince1970: 1_801_439_999))
    #expect(credentials[1].expires == Date(timeIntervalSince1970: 1_801_395_000.5))
    #expect(inventory.tenants[1].trustedHosts == ["keys.partner.example"])
    #expect(inventory.tenants[1].clientAuthentication == .basic)
    #expect(inventory.tenants[1].applications[0].credentials[0].scopes == [])
    #expect(inventory.suppressions[0].application == "bill[a-i]ng")
  }

  @Test("a directory has its reader, what it watches and what it ignores")
  func directory() throws {
    let tenants = try good("directory.yaml").tenants
    let watched = try #require(tenants[0].directory)
    #expect(watched.reader == "auditor/vm" && watched.watch == .all)
    #expect(
      tenants[1].directory == InventoryDirectory(reader: "auditor/workload", watch: .inventory))
    let id = "0f3c1f6e-92a5-4d3c-9f6d-0a7c3a4b5c6d"
    for (clientID, names, isIgnored) in [
      (id, [], true), ("1" + id.dropFirst(), [], false), ("other", ["P2P Server"], true),
      ("other", ["p2p server"], false), ("other", ["Billing", "Microsoft Teams"], true),
      ("other", ["My Microsoft Teams"], false),
    ] {
      #expect(watched.ignores(clientID: clientID, names: names) == isIgnored, "\(names)")
    }
  }

  @Test("what is not declared one by one has its application's or its tenant's terms")
  func terms() throws {
    let tenant = try good("directory.yaml").tenants[0]
    #expect(tenant.terms.owner == "identity@contoso.example" && tenant.terms.tags == ["prod"])
    #expect(tenant.terms.thresholds.warning == Days(90) && tenant.terms.unknownFor == Days(1))
    let terms = tenant.applications[0].terms
    #expect(terms.owner == "audit@contoso.example" && terms.tags == ["prod", "audit"])
    #expect(terms.thresholds.warning == Days(90) && terms.thresholds.critical == Days(14))
    #expect(terms.runbook == "https://wiki.contoso.example/audit")
  }

  @Test("tags of production are tags or patterns, each once")
  func productionTags() throws {
    let tags = try good("every-key.yaml").productionTags
    #expect(tags.entries.map(\.pattern) == ["prod", "live-*", "2027"])
    #expect(tags.entries.map(\.location.line) == [16, 16, 16])
    #expect(tags.entries.map(\.location.column) == [19, 25, 35])
    for (tag, isProduction) in [
      ("prod", true), ("live-eu", true), ("live", false), ("production", false), ("2027", true),
    ] {
      #expect(tags.cover(["finance", tag]) == isProduction)
    }
    #expect(!tags.cover([]) && !ProductionTags().cover(["prod"]))
  }

  @Test("what YAML 1.1 takes for numbers, booleans and dates stays the text that it is")
  func trapsStayText() throws {
    let tenant = try good("traps-of-yaml.yaml").tenants[0]
    #expect(tenant.name == "010" && tenant.owner == "no")
    #expect(tenant.tags == ["yes", "1:30", "0x1F", "1_000", "2027-01-31", "on"])
    #expect(tenant.applications[0].name == "1e3")
    #expect(tenant.applications[0].credentials[0].name == "off")
    #expect(tenant.applications[0].credentials[0].kind == .secret(.env("NO")))
  }

  @Test("spans and rates may stand in quotes, as a program that writes JSON puts them")
  func quotedSpans() throws {
    let inventory = try good("traps-of-yaml.yaml")
    #expect(inventory.network.timeout == .seconds(7) && inventory.network.ratePerSecond == 9)
    let credential = inventory.tenants[0].applications[0].credentials[0]
    #expect(credential.unknownFor == Days(5) && credential.thresholds.warning == Days(45))
  }

  @Test("merged keys fill in what is not written, and the first of a list wins")
  func merges() throws {
    let inventory = try good("anchors-and-merges.yaml")
    let applications = inventory.tenants[0].applications
    #expect(applications.map(\.name) == ["first", "second", "third"])
    let primary = applications[0].credentials[0]
    #expect(primary.thresholds.warning == Days(60) && primary.thresholds.critical == Days(10))
    let second = applications[1].credentials[0]
    #expect(second.kind == .secret(.env("TWO")) && second.owner == "first owner")
    #expect(applications[2].credentials[0].owner == "from the list")
    #expect(inventory.tenants[1].tags == ["a", "b"])
  }

  @Test("defaults hold for tenants that stand above them too")
  func defaultsBelow() throws {
    #expect(try good("defaults-last.yaml").tenants[0].owner == "late")
  }

  @Test("the example is an inventory")
  func example() throws {
    let path =
      #filePath.replacing(
        "Tests/CredentialAuditTests/Inventory/InventoryFixtureTests.swift", with: "")
      + "config/inventory.example.yaml"
    #expect(try InventoryLoader(now: Fixture.now).load(path: path).tenants.count == 2)
  }
}
