/// The `network` section.
enum NetworkForm {
  static let keys = [
    "concurrency", "per_host", "rate", "timeout", "retries", "deadline", "ca_bundle",
    "instance_discovery",
  ]

  static func read(_ field: Field) -> NetworkSettings {
    var settings = NetworkSettings()
    guard let fields = field.fields("a mapping of settings", known: keys) else { return settings }
    if let value = fields["concurrency"]?.wholeNumber(1...1_024) { settings.concurrency = value }
    if let value = fields["per_host"]?.wholeNumber(1...1_024) { settings.perHost = value }
    if let value = fields["rate"]?.rate() { settings.ratePerSecond = value }
    if let value = fields["timeout"]?.duration(.milliseconds(100)...(.seconds(600)), "100ms to 10m")
    {
      settings.timeout = value
    }
    if let value = fields["retries"]?.wholeNumber(0...10) { settings.retries = value }
    if let value = fields["deadline"]?.duration(.seconds(1)...(.seconds(604_800)), "1s to 7d") {
      settings.deadline = value
    }
    settings.caBundle = fields["ca_bundle"].flatMap(caBundle)
    if let value = fields["instance_discovery"]?.boolean() { settings.instanceDiscovery = value }
    return settings
  }

  /// Without it every authority of a company's own would be `unknown`: a typing error is better
  /// told before anything runs.
  private static func caBundle(_ field: Field) -> String? {
    guard let path = field.filePath() else { return nil }
    if case .failure(let problem) = FileReader().read(path, limit: 16 << 20) {
      field.report(
        .fileMissing, problem.detail, hint: problem.hint ?? "the path is relative to this file")
    }
    return path
  }
}
