import ArgumentParser
import CredentialAudit
import EntraIdentity

/// Says everything about an inventory that can be said without network or commands.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks inventory, references, files, certificates and authority URLs; sends nothing."
  )

  @OptionGroup var inventory: InventoryOptions
  @OptionGroup var format: OutputFormatOption

  func run() async throws {
    let surroundings = Surroundings.current
    let inventory = try inventory.load()
    let plan = AuditPlan(inventory)
    let reader = SecretReader(
      environment: surroundings.environment, commands: .never(reason: "validate runs no command"))
    let platform = surroundings.platform(NoTransport())
    let judge = Judge(survey: await SourceSurvey(plan, reader: reader, platform: platform))
    let troubles = await OfflineLook(
      plan, judge: judge, reader: reader, platform: platform, time: surroundings.time
    ).troubles()
    var rows = Rows(["subject", "check", "verdict", "code", "summary", "fix"])
    for (subject, finding) in troubles {
      rows.add(texts: [
        subject, finding.check.rawValue, finding.verdict.rawValue, finding.code, finding.summary,
        finding.fix,
      ])
    }
    if !rows.rows.isEmpty || format.format != .table {
      try surroundings.console.write(rows.text(format.format))
    }
    surroundings.console.say(
      plan.authorityCount.of("authority", "authorities") + " and "
        + plan.credentialCount.of("credential") + " read, " + rows.rows.count.of("finding")
        + "; nothing was sent and no command was run\n")
    throw status(of: troubles.map(\.finding))
  }

  /// What is wrong with URL, reference or certificate is wrong with the inventory; an end that
  /// comes near is not.
  private func status(of findings: [Finding]) -> ExitStatus {
    let wrong = findings.contains {
      $0.verdict == .critical && ($0.check == .authorityURL || $0.check == .credentialSource)
    }
    if wrong { return .usage }
    return findings.contains { $0.verdict == .unknown } ? .unknown : .clean
  }
}
