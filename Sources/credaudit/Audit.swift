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
  private let metrics: MetricsFile?
  private let surroundings: Surroundings
  private let network: NetworkConfiguration
  private let auditor: SelfExamination
  private let openFiles: DescriptorBudget?
  private let store: AuditStore
  private let lock: RunLock
  private let logger: Logger

  /// Everything that can be wrong before the first request is found here, and nothing is sent.
  init(
    _ inventory: Inventory, _ plan: AuditPlan, scope: RunScope, output: OutputOptions,
    conduct: AuditOptions
  ) throws {
    self.inventory = inventory
    self.scope = scope
    self.output = output
    self.conduct = conduct
    formats = try output.reportFormats()
    metrics = try conduct.metricsFile(for: scope)
    surroundings = Surroundings.current
    let openFiles = conduct.offline ? nil : DescriptorBudget(plan, on: surroundings.machine)
    var plan = plan
    if let openFiles { plan.settings = openFiles.bounded }
    self.plan = plan
    self.openFiles = openFiles
    network = try NetworkConfiguration.fromEnvironment(
      surroundings.environment, limits: plan.settings,
      keepsConnections: openFiles?.keepsConnections ?? true)
    auditor = SelfExamination(
      plan, network: network, isOffline: conduct.offline, surroundings: surroundings)
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
    let atStart = auditor.atStart(output, openFiles: openFiles)
    let run = AuditRun(
      id: surroundings.makeID().text, startedAt: startedAt,
      toolVersion: ToolVersion.text, inventoryPath: inventory.path,
      inventorySHA256: inventory.sha256,
      offline: conduct.offline, scope: scope, auditor: atStart.evidence)
    let suppressions = SuppressionBook(inventory, at: startedAt)
    let recorder = try RunRecording(
      store.begin(run, holding: lock), total: plan.authorityCount + plan.credentialCount,
      suppressions: SuppressionTally(suppressions, inventory: inventory, plan: plan),
      progress: ProgressDisplay(conduct.progressWish, surroundings), logger: logger)
    try recorder.note(inventory.notices + plan.notices + atStart.notices)
    let transport = try NetworkTransport(configuration: network)
    let prober = Prober(
      transport: transport, time: surroundings.time, settings: plan.settings, reader: reader,
      platform: platform, product: .credaudit, startedAt: startedAt, isOffline: conduct.offline)
    let lookingAround = Task {
      var state = atStart
      let notices = await auditor.lookAround(&state)
      try recorder.describe(state, notices)
      return state
    }
    let recording = Task {
      try await record(by: prober, suppressions, in: recorder) { lookingAround.cancel() }
    }
    let flushing = Task { try await recorder.flushRegularly() }
    let outcome = await recording.result
    flushing.cancel()
    // Until it has ended it holds the recorder, and with it the lock that the next run wants.
    _ = await flushing.result
    if case .failure = outcome { lookingAround.cancel() }
    let seen = await lookingAround.result
    await transport.shutdown()
    var state = try seen.get()
    let notices = auditor.conclude(prober.watch, &state)
    try recorder.describe(state, notices)
    let stored = try recorder.finish(
      at: surroundings.time.now, wasCut: surroundings.interruption.status != nil,
      inventory: inventory.subjects, watched: inventory.watchedDirectories)
    try outcome.get()
    return stored
  }

  /// A signal ends first the reading of sources, then the looking; what was seen is still recorded.
  private func record(
    by prober: Prober, _ suppressions: SuppressionBook, in recorder: RunRecording,
    onSignal: @escaping @Sendable () -> Void
  ) async throws {
    let otherParts = AuditPlan.otherParts(of: inventory, scope: scope)
    let surveying = Task { [plan, time = surroundings.time] in
      await SourceSurvey(
        plan, beside: otherParts, reader: prober.reader, platform: prober.platform, time: time,
        deadline: prober.deadline)
    }
    surroundings.interruption.onSignal {
      surveying.cancel()
      onSignal()
    }
    let survey = await surveying.value
    // Once somebody wants an end, nothing is begun that would first have to be stopped.
    guard surroundings.interruption.status == nil else { return }
    let looking = prober.look(at: plan, survey: survey)
    // Where nothing can be recorded any more, nothing need be asked any more.
    defer { looking.stop() }
    surroundings.interruption.onSignal {
      looking.stop()
      onSignal()
    }
    let judge = Judge(
      survey: survey, suppressions: suppressions, production: inventory.productionTags)
    for await observation in looking.observations {
      try recorder.record(observation, by: judge)
    }
  }

  /// Writes the reports and says how the run ended.
  func report(_ run: StoredRun) throws -> ExitStatus {
    let writing = Result { try ReportWriter(folder: output.reports).write(run, formats: formats) }
    // Monitoring learns of the run also where the reports find no room.
    let measuring = Result { try metrics.map { try $0.write(run) } ?? [] }
    // Who reads the terminal or cron's mail learns what was found also where no file can be written.
    let written = ((try? writing.get()) ?? []) + ((try? measuring.get()) ?? [])
    let printing = Result {
      if conduct.quiet { return try Summary.printNews(of: run) }
      try Summary.print(run, files: written)
    }
    _ = try writing.get()
    _ = try measuring.get()
    try printing.get()
    if let status = surroundings.interruption.status { return status }
    return try ExitStatus.of(run, failOn: conduct.failureThreshold, newOnly: conduct.newOnly)
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
}
