import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("What the auditor looks like, and what is wrong with it")
struct AuditorStateTests {
  @Test(
    "room is little below 50 MB, below twice the database, or below a hundred files",
    arguments: [
      (50_000_000, 100, 0, false), (49_999_999, 100, 0, true), (50_000_000, 99, 0, true),
      (50_000_000, nil, 0, false), (60_000_000, nil, 30_000_000, false),
      (60_000_000, nil, 30_000_001, true), (UInt64.max, nil, UInt64.max, false),
      (UInt64.max - 1, nil, UInt64.max, true), (0, 0, 0, true),
    ] as [(UInt64, UInt64?, UInt64, Bool)])
  func room(_ bytes: UInt64, _ files: UInt64?, _ held: UInt64, _ isLittle: Bool) {
    let room = DiskRoom(bytes: bytes, files: files)
    #expect(room.isLittle(besides: held) == isLittle)
    let notice = room.notice(of: "the database", besides: held)
    #expect((notice != nil) == isLittle)
    #expect(notice.map { $0.message.contains(room.text) } ?? true)
  }

  @Test(
    "a size is said as people say it",
    arguments: [
      (0, "0 kB"), (999_999, "999 kB"), (1_000_000, "1.0 MB"), (49_999_999, "49.9 MB"),
      (1_250_000_000, "1.2 GB"), (UInt64.max, "18446744.0 TB"),
    ] as [(UInt64, String)])
  func size(_ bytes: UInt64, _ words: String) {
    #expect(DiskRoom.words(for: bytes) == words)
  }

  @Test(
    "requests in flight are as many as there are descriptors for, and at least one",
    arguments: [(20_000, 256), (640, 256), (639, 255), (256, 64), (130, 1), (20, 1), (0, 1)])
  func descriptors(_ limit: Int, _ left: Int) {
    var settings = NetworkSettings()
    settings.concurrency = 256
    settings.perHost = 100
    let budget = DescriptorBudget(limit: limit, for: settings, requests: [3, 3])
    #expect(budget.bounded.concurrency == left)
    #expect(budget.bounded.perHost == min(100, left))
    #expect((budget.notice == nil) == (left == 256))
  }

  @Test(
    "a host keeps as many connections as it may have at once, and never more than it has requests")
  func wanted() {
    var settings = NetworkSettings()
    settings.concurrency = 64
    settings.perHost = 40
    #expect(DescriptorBudget.wanted(for: settings, requests: []) == 256)
    #expect(DescriptorBudget.wanted(for: settings, requests: [3, 40, 5_000]) == 256 + 3 + 40 + 40)
    settings.perHost = 1_000
    #expect(DescriptorBudget.wanted(for: settings, requests: [5_000]) == 256 + 64)
  }

  @Test(
    "connections are kept where there is room for those of all hosts, or where one host has them all",
    arguments: [
      (256, [6_000], true), (64, [6_000], true), (256, [3, 3], false), (262, [3, 3], true),
      (1_000, Array(repeating: 3, count: 600), false),
      (2_056, Array(repeating: 3, count: 600), true), (1_000, [], true),
    ] as [(Int, [Int], Bool)])
  func keeps(_ limit: Int, _ requests: [Int], _ keeps: Bool) {
    var settings = NetworkSettings()
    settings.concurrency = 64
    settings.perHost = 64
    let budget = DescriptorBudget(limit: limit, for: settings, requests: requests)
    #expect(budget.keepsConnections == keeps)
  }

  private static func inspection(_ signers: [(String, String, TLSSigner.Trust)]) -> TLSInspection {
    TLSInspection(
      signers.map {
        TLSInspection.Look(
          host: $0.0, result: .success(TLSSigner(host: $0.0, name: $0.1, trust: $0.2)))
      })
  }

  @Test("a signer that came with the system, or cannot be compared, is shown and no more")
  func signed() {
    let inspection = Self.inspection([("a", "Public", .shipped), ("b", "Whoever", .untold)])
    #expect(inspection.notices.isEmpty)
    #expect(inspection.texts.first == "a signed by Public")
    #expect(inspection.texts.last?.hasPrefix("b signed by Whoever, this system came with") == true)
    #expect(TLSInspection([]).texts.count == 1)
  }

  @Test("one that was added, or that nobody trusts, is a notice of its own")
  func rewritten() {
    let notices = Self.inspection([
      ("a", "Proxy", .added), ("b", "Proxy", .added), ("c", "Box", .nobody),
    ]).notices
    #expect(notices.map(\.code) == ["tls-rewritten", "tls-rewritten"])
    #expect(notices.first?.message.contains("a and b is signed by 'Proxy'") == true)
    #expect(notices.last?.message.contains("nothing was sent to it") == true)
    #expect(notices.allSatisfy { $0.message.count < 400 && CodeMeaning.all[$0.code] != nil })
  }

  @Test("what could not be seen is said to be so")
  func unseen() {
    let failure = TransportError(kind: .timeout, host: "a", detail: "connecting took too long")
    let texts = TLSInspection([TLSInspection.Look(host: "a", result: .failure(failure))]).texts
    #expect(texts == ["a not seen: connecting took too long"])
    let names: [NameService] = [
      .notAsked("offline"), .asked(.found, took: .milliseconds(12)),
      .asked(.failed("no such name"), took: .seconds(2)), .asked(.late, took: .seconds(10)),
    ]
    #expect(
      names.map(\.text) == [
        "not asked: offline", "works, in 12 ms", "fails, in 2000 ms: no such name",
        "fails: no answer in 10000 ms",
      ])
  }

  @Test("the block begins with what may be wrong, and its paths are cleaned")
  func block() {
    let room = DiskRoom(bytes: 1_000_000, files: nil)
    let state = AuditorState(
      machine: AuditorState.Machine(system: "S", processors: 2, tool: "credaudit 1"),
      way: AuditorState.Way(proxy: "none", certificateFile: nil, caBundle: "a\u{1B}[2Jb"),
      store: AuditorState.Place(path: "s", room: room),
      reports: AuditorState.Place(path: "r", room: nil), openFiles: nil, unasked: "offline")
    #expect(
      state.evidence.items.map(\.name) == [
        "clock", "dns", "proxy", "tls", "ca_bundle", "store", "store_room", "reports",
        "reports_room", "processors", "system", "tool",
      ])
    #expect(state.evidence["ca_bundle"] == "ab" && state.evidence["reports_room"] == "not seen")
    #expect(state.evidence["clock"] == "not compared: offline")
    #expect(state.notices.map(\.code) == ["little-room"])
  }
}
