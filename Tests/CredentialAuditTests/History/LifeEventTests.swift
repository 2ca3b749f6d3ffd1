import CredentialAudit
import Foundation
import Testing

@Suite struct LifeEventTests {
  private static func day(_ number: Double) -> Date {
    Date(timeIntervalSince1970: 1_795_000_000 + number * 86_400)
  }

  private static func traits(
    _ thumbprint: String?, source: String = "file a.pem", ends: Double? = nil
  ) -> CredentialTraits {
    CredentialTraits(
      source: source, thumbprintSHA256: thumbprint, expiresAt: ends.map(day))
  }

  private static func step(
    _ day: Double, _ change: Change, _ old: (Verdict, String)?, _ new: (Verdict, String),
    _ traits: CredentialTraits? = nil
  ) -> LifeChange {
    LifeChange(
      at: self.day(day), run: "run-\(day)", change: change,
      old: old.map { LifeChange.Answer($0.0, $0.1) }, new: LifeChange.Answer(new.0, new.1),
      traits: traits)
  }

  @Test("what it was before lasted since that answer began, whatever was rotated meanwhile")
  func lasting() {
    let events = LifeEvent.events(of: [
      Self.step(0, .firstSeen, nil, (.pass, "ok")),
      Self.step(10, .rotated, (.pass, "ok"), (.pass, "ok")),
      Self.step(30, .worse, (.pass, "ok"), (.critical, "a")),
      Self.step(31, .unchanged, (.critical, "a"), (.critical, "b")),
      Self.step(35, .recovered, (.critical, "b"), (.pass, "ok")),
    ])
    #expect(
      events.map(\.oldSince) == [nil, Self.day(0), Self.day(0), Self.day(30), Self.day(31)])
  }

  @Test("a rotation is told by what is another; what was not known is not")
  func rotation() throws {
    let events = LifeEvent.events(of: [
      Self.step(0, .firstSeen, nil, (.pass, "ok"), Self.traits("AA", ends: 50)),
      Self.step(1, .worse, (.pass, "ok"), (.unknown, "no-such-file"), Self.traits(nil)),
      Self.step(
        2, .rotated, (.unknown, "no-such-file"), (.pass, "ok"), Self.traits("BB", ends: 400)),
      Self.step(
        3, .rotated, (.pass, "ok"), (.pass, "ok"),
        Self.traits("BB", source: "file b.pem", ends: 400)),
      Self.step(4, .rotated, (.pass, "ok"), (.pass, "ok"), Self.traits("BB", source: "file b.pem")),
    ])
    #expect(events.prefix(2).allSatisfy { $0.rotation == nil })
    let (first, second) = (try #require(events[2].rotation), try #require(events[3].rotation))
    #expect(first.thumbprintSHA256?.old == "AA" && first.thumbprintSHA256?.new == "BB")
    #expect(first.expiresAt?.old == Self.day(50) && first.expiresAt?.new == Self.day(400))
    #expect(first.source == nil)
    #expect(second.source?.old == "file a.pem" && second.thumbprintSHA256 == nil)
    #expect(try #require(events[4].rotation).isEmpty)
  }

  @Test("what comes back after it was gone begins anew")
  func comingBack() {
    let events = LifeEvent.events(of: [
      Self.step(0, .firstSeen, nil, (.pass, "ok")),
      Self.step(5, .gone, (.pass, "ok"), (.skipped, "gone")),
      Self.step(9, .firstSeen, nil, (.pass, "ok")),
      Self.step(11, .worse, (.pass, "ok"), (.warning, "expires-soon")),
    ])
    #expect(events.map(\.isReturn) == [false, false, true, false])
    #expect(events.map(\.oldSince) == [nil, Self.day(0), nil, Self.day(9)])
  }

  @Test("what was gone and comes back with the same answer did not have it in between")
  func notInBetween() {
    let events = LifeEvent.events(of: [
      Self.step(0, .firstSeen, nil, (.pass, "ok")),
      Self.step(5, .gone, (.pass, "ok"), (.pass, "ok")),
      Self.step(9, .firstSeen, nil, (.pass, "ok")),
      Self.step(11, .worse, (.pass, "ok"), (.warning, "w")),
    ])
    #expect(events.last?.oldSince == Self.day(9))
  }
}
