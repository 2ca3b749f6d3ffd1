import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// What of a run is in the store decides whether it was whole.
@Suite struct RunRecordingTests {
  private static let urls = ["contoso", "fabrikam"].map {
    "https://login.microsoftonline.com/\($0).example"
  }

  /// A store of its own, a run of two authorities under way in it, and what was seen of each.
  private struct Stage {
    let folder = NSTemporaryDirectory() + "credaudit-recording-" + UUID().uuidString
    let store: AuditStore
    let recording: RunRecording
    let judge: Judge
    let seen: [AuditObservation]

    init() async throws {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let database = folder + "/credaudit.sqlite"
      let time = ManualTime()
      let run = AuditRun(
        id: UUID().uuidString.lowercased(), startedAt: time.now, toolVersion: "0.1.0",
        inventoryPath: "inventory.yaml", inventorySHA256: String(repeating: "0", count: 64),
        offline: false, scope: RunScope())
      let surroundings = Surroundings(
        environment: [:], time: time, console: HeardConsole().console,
        interruption: Interruption())
      let lock = try RunLock(database: database)
      store = try AuditStore(path: database)
      let plan = AuditPlan(authorities: urls, kind: nil, tenantID: nil, trustedHosts: [])
      let inventory = try InventoryLoader(now: time.now).load(
        bytes: Array(Contoso.inventory().utf8), path: "inventory.yaml")
      recording = RunRecording(
        try store.begin(run, holding: lock), total: urls.count,
        suppressions: SuppressionTally(.empty, inventory: inventory, plan: plan),
        progress: ProgressDisplay("never", surroundings),
        logger: AuditLog.logger(level: "error", format: "text"))
      let reader = SecretReader(environment: [:], commands: .never(reason: "test"))
      judge = Judge(
        survey: await SourceSurvey(
          plan, reader: reader, platform: surroundings.platform(NoTransport())))
      seen = plan.groups.flatMap(\.tenants).map {
        .authority(
          AuthorityObservation(
            tenant: $0.tenant, reading: Authority.read($0.tenant.authority), examination: nil,
            isOffline: true, scopes: []))
      }
    }

    func record(_ observation: AuditObservation) throws {
      try recording.record(observation, by: judge)
    }

    func finish(wasCut: Bool) throws -> StoredRun {
      try recording.finish(
        at: Contoso.today, wasCut: wasCut, inventory: Set(urls.map { .authority(tenant: $0) }))
    }

    func clear() { try? FileManager.default.removeItem(atPath: folder) }
  }

  @Test(
    "A run is complete only where all of the plan is stored and nothing cut it short",
    arguments: [(2, false, true), (1, false, false), (0, false, false), (2, true, false)])
  func complete(_ count: Int, _ wasCut: Bool, _ isComplete: Bool) async throws {
    let stage = try await Stage()
    defer { stage.clear() }
    for observation in stage.seen.prefix(count) { try stage.record(observation) }
    let stored = try stage.finish(wasCut: wasCut)
    #expect(stored.run.complete == isComplete)
    #expect(try stored.summary().authorities.total == count)
  }

  @Test(
    "A batch that the store does not take leaves the run without an end, and ends the looking",
    arguments: [(99, 0), (100, 1), (102, 3)])
  func lostBatch(_ count: Int, _ refused: Int) async throws {
    let stage = try await Stage()
    defer { stage.clear() }
    // The same subject twice in one run is what the schema refuses.
    var refusals = 0
    for _ in 0..<count {
      do {
        try stage.record(stage.seen[0])
      } catch is StoreError {
        refusals += 1
      }
    }
    // The batch of a hundred, and each one after it: what cannot be kept need not be looked at.
    #expect(refusals == refused)
    #expect(throws: StoreError.self) {
      try stage.finish(wasCut: false)
    }
    let stored = try #require(try stage.store.newestRun())
    #expect(stored.run.finishedAt == nil && !stored.run.complete)
    #expect(try stored.summary().authorities.total == 0)
  }
}
