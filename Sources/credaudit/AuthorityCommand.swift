import ArgumentParser
import CredentialAudit
import EntraIdentity
import Foundation

/// The authority checks, on URLs given by hand.
struct AuthorityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority", abstract: "Checks authority URLs given by hand.")

  @Argument(help: ArgumentHelp("Authority URLs.", valueName: "url"))
  var urls: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the URLs are, where they do not show it.",
      valueName: AuthorityKind.allCases.map(\.rawValue).joined(separator: "|")),
    completion: .words(of: AuthorityKind.self))
  var kind: String?

  @Option(name: .long, help: ArgumentHelp("The tenant they must resolve to.", valueName: "guid"))
  var tenantID: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A host where a generic issuer's endpoints may live; may be repeated.", valueName: "host"))
  var trustedHost: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("A PEM file with further roots.", valueName: "file"),
    completion: .certificates)
  var caBundle: String?

  @OptionGroup var format: OutputFormatOption

  func validate() throws {
    if let kind, AuthorityKind(rawValue: kind) == nil {
      throw ValidationError(
        "--kind is '\(kind)'; use \(AuthorityKind.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
  }

  private func checkedTenantID() throws -> String? {
    guard let tenantID else { return nil }
    guard let uuid = UUID(uuidString: tenantID) else {
      throw UsageProblem(
        "--tenant-id is '\(tenantID.cleaned(maximum: 60))', which is no GUID",
        hint: "the tenant's id stands on its overview page in the portal")
    }
    return uuid.text
  }

  /// In lower case. What is no host's name would be compared with every endpoint and fit none.
  private func checkedTrustedHosts() throws -> [String] {
    guard trustedHost.isEmpty || kind == AuthorityKind.oidc.rawValue else {
      throw UsageProblem(
        "--trusted-host is for generic issuers: a cloud's own hosts are known",
        hint: "add --kind oidc, or leave it out")
    }
    return try trustedHost.map { text in
      guard let host = HostName.canonical(text) else {
        throw UsageProblem(
          "--trusted-host is '\(text.cleaned(maximum: 60))', which is no host name",
          hint: "write only the name, such as keys.partner.example: no scheme, port or path")
      }
      return host
    }
  }

  func run() async throws {
    let tenantID = try checkedTenantID()
    let trustedHosts = try checkedTrustedHosts()
    let surroundings = Surroundings.current
    let network = try NetworkConfiguration.fromEnvironment(
      surroundings.environment, caBundle: caBundle)
    let transport = try NetworkTransport(configuration: network)
    let records = await look(through: transport, tenantID, trustedHosts, surroundings)
    await transport.shutdown()
    var rows = Rows(["authority", "check", "verdict", "code", "summary", "fix"])
    for record in records {
      // A table is for eyes: what was not asked would hide what was.
      for finding in record.findings where format.format != .table || finding.verdict != .skipped {
        rows.add(texts: [
          record.authority, finding.check.rawValue, finding.verdict.rawValue, finding.code,
          finding.summary, finding.fix,
        ])
      }
    }
    try surroundings.console.write(rows.text(format.format))
    if records.contains(where: { $0.verdict == .critical }) { throw ExitStatus.findings }
    if records.contains(where: { $0.verdict == .unknown }) { throw ExitStatus.unknown }
  }

  private func look(
    through transport: NetworkTransport, _ tenantID: String?, _ trustedHosts: [String],
    _ surroundings: Surroundings
  ) async -> [AuthorityRecord] {
    let plan = AuditPlan(
      authorities: urls, kind: kind.flatMap(AuthorityKind.init(rawValue:)),
      tenantID: tenantID, trustedHosts: trustedHosts)
    let reader = SecretReader(environment: [:], commands: .never(reason: "nothing is read here"))
    let platform = surroundings.platform(NoTransport())
    let prober = Prober(
      transport: transport, time: surroundings.time, settings: plan.settings, reader: reader,
      platform: platform, product: .credaudit, startedAt: surroundings.time.now, isOffline: false)
    let survey = await SourceSurvey(plan, reader: reader, platform: platform)
    let judge = Judge(survey: survey)
    var records: [String: AuthorityRecord] = [:]
    for await observation in prober.look(at: plan, survey: survey).observations {
      if case .authority(let seen) = observation {
        records[seen.tenant.name] = judge.judge(seen)
      }
    }
    return plan.groups.flatMap(\.tenants).compactMap { records[$0.tenant.name] }
  }
}
