import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What a read directory has beside what is declared")
struct DirectorySweepTests {
  private typealias Directory = DirectoryFixture

  private func swept(_ directory: Directory) throws -> [EntryObservation] {
    let held = try #require(DirectorySweep.Held(directory.observation))
    return DirectorySweep(
      of: directory.tenant, DirectoryIndex(directory.snapshot), held: [held],
      filter: ScopeFilter(RunScope()), now: Directory.now
    ).observations(of: held.clientID)
  }

  private func words(_ directory: Directory) throws -> [String] {
    try swept(directory).flatMap {
      Directory.words(CheckCatalog.judge($0), .directoryCredential)
    }
  }

  @Test("what the directory lacks and the service takes may be any of its kind")
  func missing() throws {
    var directory = Directory(passwords: [Directory.password(1), Directory.password(2)])
    #expect(try words(directory) == ["skipped not-told-apart", "skipped not-told-apart"])
    directory.hasToken = false
    #expect(try words(directory) == ["warning leftover-live", "warning leftover-live"])
  }

  @Test("the federation that differs in a letter is not advised to be removed")
  func differs() throws {
    let claims = #"{"iss":"https://token.example/","sub":"repo:A","aud":"api://x"}"#
    let token =
      [#"{"alg":"RS256"}"#, claims].map { Data($0.utf8).base64EncodedString() }
      .joined(separator: ".").replacing("=", with: "") + ".c2ln"
    let assertion = try #require(ForeignAssertion(Secret(token)))
    let federations = ["repo:a", "another"].enumerated().map { number, subject in
      DirectoryFederation(
        id: Directory.id(number + 1), name: "gh", issuer: "https://token.example/",
        subject: subject, audiences: [number == 0 ? "api://x" : "api://y"])
    }
    let directory = Directory(
      federations: federations, kind: .federated(.reference(.env("A"))),
      source: .read(SourceFacts(assertion: assertion)), hasToken: false)
    #expect(try swept(directory).map(\.entry.id) == [Directory.id(2)])
  }

  @Test("an entry by whose id a declared credential is called is there all the same")
  func sameName() throws {
    let directory = Directory(
      passwords: [Directory.password(1)], name: "00000000-0000-4000-8000-000000000001",
      hasToken: false)
    #expect(
      try swept(directory).map(\.name.text)
        == ["contoso/billing/00000000-0000-4000-8000-000000000001 (directory)"])
  }
}
