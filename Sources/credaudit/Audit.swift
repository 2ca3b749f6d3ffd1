import AuditReports
import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation
import Logging

/// One run, from the lock to the reports.
struct Audit {
  private let inventory: Inventory
  private let plan: AuditPlan
  private let output: OutputOptions
  private let conduct: AuditOptions
  private let scope: RunScope
  private let formats: [ReportFormat]
  private let surroundings: Surroundings
  private let network: NetworkConfiguration
  private let store: AuditStore
  private let lock: RunLock
  private let logger: Logger

  /// Everything that can be wrong before the first request is found here, and nothing is sent.
  init(
    _ inventory: Inventory, _ plan: AuditPlan, scope: RunScope, output: OutputOptions,
    conduct: AuditOptions
  ) throws {
    self.inventory = inventory
    self.plan = plan
    self.scope = scope
    self.output = output
    self.conduct = conduct
    formats = try output.reportFormats()
    surroundings = Surroundings.current
    network = try NetworkConfiguration.fromEnvironment(
      surroundings.environment, limits: inventory.network)
    // Found out after an hour of asking, it would be an hour too late.
    try ReportWriter(folder: output.reports).prepare()
    HistoryFolder.make(for: output.database)
    lock = try RunLock(database: output.database)
    store = try AuditStore(path: output.database)
    logger = conduct.logger
  }

  /// Looks at everything, judges it and writes it down as it comes.
  func observeJudgeAndRecord() async throws -> StoredRun {
    let startedAt = surroundings.time.now
    let run = AuditRun(
      id: surroundings.makeID().uuidString.lowercased(), startedAt: startedAt,
      toolVersion: ToolVersion.text, inventoryPath: inventory.path,
      inventorySHA256: inventory.sha256,
      offline: conduct.offline, scope: scope, auditor: auditor)
    let recorder = try RunRecording(
      store.begin(run, holding: lock), total: plan.authorityCount + plan.credentialCount,
      progress: ProgressDisplay(conduct.progress, surroundings), logger: logger)
    try recorder.note(inventory.notices)
    let transport = try NetworkTransport(configuration: network)
    let prober = Prober(
      transport: transport, time: surroundings.time, settings: plan.settings, reader: reader,
      platform: platform, product: .credaudit, startedAt: startedAt, isOffline: conduct.offline)
    let recording = Task { try await record(by: prober, in: recorder) }
    let flushing = Task { try await recorder.flushRegularly() }
    let outcome = await recording.result
    flushing.cancel()
    // Until it has ended it holds the recorder, and with it the lock that the next run wants.
    _ = await flushing.result
    await transport.shutdown()
    let stored = try recorder.finish(
      at: surroundings.time.now, wasCut: surroundings.interruption.status != nil)
    try outcome.get()
    return stored
  }

  /// A signal ends first the reading of sources, then the looking; what was seen is still recorded.
  private func record(by prober: Prober, in recorder: RunRecording) async throws {
    let surveying = Task { [plan, time = surroundings.time] in
      await SourceSurvey(
        plan, reader: prober.reader, platform: prober.platform, time: time,
        deadline: prober.deadline)
    }
    surroundings.interruption.onSignal { surveying.cancel() }
    let survey = await surveying.value
    let looking = prober.look(at: plan, survey: survey)
    surroundings.interruption.onSignal { looking.stop() }
    let judge = Judge(survey: survey)
    for await observation in looking.observations {
      try recorder.record(observation, by: judge)
    }
  }

  /// Writes the reports and says how the run ended.
  func report(_ run: StoredRun) throws -> ExitStatus {
    let writing = Result { try ReportWriter(folder: output.reports).write(run, formats: formats) }
    // Who reads the terminal or cron's mail learns what was found also where no file can be written.
    let printing = Result { try Summary.print(run, files: (try? writing.get()) ?? []) }
    _ = try writing.get()
    try printing.get()
    if let status = surroundings.interruption.status { return status }
    return try ExitStatus.of(run, failOn: conduct.failureThreshold)
  }

  private var reader: SecretReader {
    SecretReader(
      environment: surroundings.environment,
      commands: conduct.offline
        ? .never(reason: "the run is offline") : CommandPermission.judging(inventory))
  }

  private var platform: HostPlatform {
    surroundings.platform(conduct.offline ? NoTransport() : PlatformNetworkTransport())
  }

  /// What the auditor itself looks like: a verdict is only as good as the place it is given from.
  private var auditor: Evidence {
    [
      "clock": "system", "proxy": network.proxy.place, "ca_bundle": inventory.network.caBundle,
      "store": output.database, "platform": "linux",
    ]
  }
}
