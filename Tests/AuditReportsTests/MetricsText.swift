import CredentialAudit
import Testing

/// `credaudit.prom` as a scraper reads it: Prometheus' classic text format, strictly.
struct MetricsText {
  struct Sample: Hashable {
    let metric: String
    let labels: [String: String]
    let value: Int
  }

  private(set) var samples: [Sample] = []
  /// In the order in which they begin.
  private(set) var metrics: [String] = []

  /// - Throws: Where a line is none of the format's, or a metric's samples do not stand together.
  init(_ run: any RunReader) throws {
    for line in try Output.prom.text(of: run).split(separator: "\n") {
      if let help = line.wholeMatch(of: #/# HELP ([a-z_]+) [^\\]+/#) {
        metrics.append(String(help.1))
      } else if line.hasPrefix("# TYPE ") {
        let metric = try #require(metrics.last)
        try #require(line == "# TYPE \(metric) gauge")
      } else if !line.hasPrefix("#") {
        samples.append(try Self.sample(line))
        try #require(samples.last?.metric == metrics.last, "a sample away from its metric")
      }
    }
    try #require(Set(metrics).count == metrics.count, "a metric begins twice")
  }

  func values(_ metric: String) -> [[String: String]: Int] {
    Dictionary(
      samples.filter { $0.metric == metric }.map { ($0.labels, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The value of a metric without labels.
  func value(_ metric: String) -> Int? { values("credaudit_" + metric)[[:]] }

  private static func sample(_ line: Substring) throws -> Sample {
    let parts = try #require(line.wholeMatch(of: #/([a-z_]+)(?:\{(.*)\})? (-?[0-9]+)/#))
    var labels: [String: String] = [:]
    var rest = (parts.2 ?? "").unicodeScalars[...]
    while !rest.isEmpty {
      let name = String(String.UnicodeScalarView(rest.prefix { $0 != "=" }))
      try #require(name.wholeMatch(of: #/[a-z]+/#) != nil)
      rest = rest.dropFirst(name.unicodeScalars.count + 1)
      try #require(labels[name] == nil, "a label stands twice")
      labels[name] = try quoted(&rest)
      try #require(rest.isEmpty || rest.removeFirst() == ",")
    }
    return Sample(
      metric: String(parts.1), labels: labels, value: try #require(Int(parts.3)))
  }

  private static func quoted(_ rest: inout Substring.UnicodeScalarView) throws -> String {
    var text = String.UnicodeScalarView()
    try #require(rest.popFirst() == "\"")
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(text) }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": text.append("\\")
      case "\"": text.append("\"")
      case "n": text.append("\n")
      default: Issue.record("an escape that the format does not have")
      }
    }
    Issue.record("a value without an end")
    return ""
  }
}
