import Foundation
import Testing

@testable import CredentialAudit

@Suite("What the directory has of an application")
struct DirectoryHoldingTests {
  typealias Directory = DirectoryFixture

  private func holding(_ directory: Directory) -> DirectoryHolding {
    DirectoryHolding(of: UUID(uuidString: Directory.client) ?? UUID(), in: directory.snapshot)
  }

  private let thumbprint = [UInt8](repeating: 7, count: 20)

  @Test(
    "a SAML certificate is one credential, however many entries it has and in whatever order",
    arguments: [[0, 1, 2], [2, 1, 0], [1, 0], [0]])
  func joined(_ order: [Int]) {
    let keys = [
      Directory.key(1, usage: "Sign", to: 90, identifier: thumbprint),
      Directory.key(2, usage: "Verify", to: 90, identifier: thumbprint),
      Directory.key(3, usage: "Verify", to: 80, identifier: [UInt8](repeating: 8, count: 20)),
    ]
    let directory = Directory(
      principalPasswords: [Directory.password(4, to: 90, identifier: thumbprint)],
      principalKeys: order.map { keys[$0] })
    let entries = holding(directory).entries
    #expect(entries.filter(\.isSigning).map(\.id) == [Directory.id(1)])
    #expect(!entries.contains { $0.kind == .secret })
    #expect(entries.count == (order.contains(2) ? 2 : 1))
    #expect(entries.allSatisfy { $0.holder == .servicePrincipal && $0.kind == .certificate })
  }

  @Test("a certificate that another of its entries has tells the end of all")
  func joinedEnd() {
    let certificate = DirectoryKey.Certificate(
      thumbprintSHA1: "AA", thumbprintSHA256: "BB", notBefore: Directory.days(-90),
      notAfter: Directory.days(50))
    let directory = Directory(principalKeys: [
      Directory.key(1, usage: "Sign", to: 60, identifier: thumbprint),
      Directory.key(2, to: 60, identifier: thumbprint, certificate: certificate),
    ])
    let entries = holding(directory).entries
    #expect(entries.map(\.id) == [Directory.id(1)] && entries[0].end == Directory.days(50))
    #expect(entries[0].thumbprintSHA256 == "BB")
  }

  @Test("equal identifiers join nothing where none of the entries signs")
  func notJoined() {
    let directory = Directory(
      passwords: [Directory.password(1, identifier: thumbprint)],
      keys: [
        Directory.key(2, identifier: thumbprint), Directory.key(3, identifier: thumbprint),
      ])
    #expect(holding(directory).entries.map(\.id) == [1, 2, 3].map(Directory.id))
  }

  @Test("the certificate's own dates win over its entry's, by a second too")
  func ownDates() {
    let certificate = DirectoryKey.Certificate(
      thumbprintSHA1: "AA", thumbprintSHA256: "BB", notBefore: Directory.days(-90),
      notAfter: Directory.days(100) - 1)
    let directory = Directory(keys: [Directory.key(1, certificate: certificate)])
    let entry = holding(directory).entries[0]
    #expect(entry.start == Directory.days(-90) && entry.end == Directory.days(100) - 1)
  }

  @Test("what is on the service principal is not missed, and what has no end stays")
  func principal() {
    let directory = Directory(
      passwords: [Directory.password(1, to: nil)],
      federations: [
        DirectoryFederation(
          id: Directory.id(2), name: "f", issuer: "i", subject: "s", audiences: [])
      ], principalPasswords: [Directory.password(3)], principalKeys: [Directory.key(4)])
    let entries = holding(directory).entries
    #expect(entries.map(\.id) == [1, 2, 3, 4].map(Directory.id))
    #expect(
      entries.map(\.holder)
        == [.application, .application, .servicePrincipal, .servicePrincipal])
    #expect(entries[0].end == nil && !entries[0].hasEnded(by: .distantFuture))
  }

  @Test("names are cleaned, and each is told once")
  func names() {
    #expect(holding(Directory(displayName: "a\u{1B}[31mb\u{202E}")).displayNames == ["ab"])
    #expect(holding(Directory(displayName: " ")).displayNames == [])
  }

  @Test("a part has one application of many, and nothing of an unknown one")
  func parts() throws {
    let other = UUID()
    let snapshot = Directory(passwords: [Directory.password(1)]).snapshot
    let index = DirectoryIndex(snapshot)
    #expect(index.part(of: UUID(uuidString: Directory.client)).applications.count == 1)
    #expect(index.part(of: other).applications.isEmpty)
    #expect(index.part(of: nil).principals.isEmpty)
    #expect(index.clientIDs.map(\.uuidString.localizedLowercase) == [Directory.client])
  }

  @Test(
    "how far a rotation is follows from what is beside the one in use",
    arguments: [
      ([], RotationStep.one), ([Directory.password(2, from: -10)], .newerAdded),
      ([Directory.password(2, from: -300)], .newerUsed),
      ([Directory.password(2, from: -300, to: -1)], .one),
      ([Directory.password(2, from: 5, to: 300)], .newerAdded),
      ([Directory.password(2, from: nil)], nil),
      ([Directory.password(2, from: -300), Directory.password(3, from: -10)], .newerAdded),
    ])
  func rotation(_ others: [DirectoryPassword], _ step: RotationStep?) {
    let holding = holding(Directory(passwords: [Directory.password(1)] + others))
    #expect(
      RotationStep(
        using: holding.entries[0], in: holding, beside: [], isTaken: true, now: Directory.now)
        == step)
  }

  @Test("only a step of which something is left to do says what to do next")
  func nextSteps() {
    #expect(RotationStep.allCases.filter { $0.nextStep() == nil } == [.one])
  }

  @Test("what another declared credential is, or what does something else, is not rotated")
  func notRotated() {
    let holding = holding(
      Directory(keys: [
        Directory.key(1), Directory.key(2, from: -300),
        Directory.key(3, usage: "Encrypt", from: -1),
        Directory.key(4, type: "Symmetric", from: -1),
      ]))
    let step = { (declared: Set<UUID>?, isTaken: Bool) in
      RotationStep(
        using: holding.entries[0], in: holding, beside: declared, isTaken: isTaken,
        now: Directory.now)
    }
    #expect(step([], true) == .newerUsed)
    #expect(step([], false) == nil)
    #expect(step(nil, true) == nil)
    #expect(step([Directory.id(2)], false) == .one)
  }

  @Test("one entry has its mark as bytes, another as text or only the certificate")
  func markedOtherwise() {
    let hex = String(repeating: "07", count: 20)
    let certificate = DirectoryKey.Certificate(
      thumbprintSHA1: hex, thumbprintSHA256: "BB", notBefore: Directory.days(-90),
      notAfter: Directory.days(50))
    for other in [nil, Array(hex.utf8)] {
      let directory = Directory(principalKeys: [
        Directory.key(1, usage: "Sign", identifier: thumbprint),
        Directory.key(2, identifier: other, certificate: certificate),
        Directory.key(3, usage: "Encrypt", identifier: thumbprint),
      ])
      let entries = holding(directory).entries
      #expect(entries.map(\.id) == [1, 3].map(Directory.id))
      #expect(entries[0].end == Directory.days(50) && entries[1].use == .encryption)
    }
  }
}
