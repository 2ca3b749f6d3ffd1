/// Writes Prometheus' classic text format: a metric's help and type once, then all its samples.
/// None has a time stamp: node_exporter refuses a file where one has.
struct MetricsWriter {
  /// A label's name and value.
  typealias Label = (name: String, value: String)

  private let stream: ByteStream

  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// A line that readers of the format pass over.
  func comment(_ text: String) throws {
    try stream.write("# \(PrintableText.clean(text))\n")
  }

  /// Begins a metric, also where no sample follows: then the file still says that there is one.
  func begin(_ metric: Metric) throws {
    try stream.write(
      "# HELP \(metric.rawValue) \(metric.help)\n# TYPE \(metric.rawValue) gauge\n")
  }

  /// One sample of the metric that was begun last.
  func sample(_ metric: Metric, _ value: Int, _ labels: [Label] = []) throws {
    guard !labels.isEmpty else { return try stream.write("\(metric.rawValue) \(value)\n") }
    let list = labels.map { "\($0.name)=\(MetricsLabel.quoted($0.value))" }
    try stream.write("\(metric.rawValue){\(list.joined(separator: ","))} \(value)\n")
  }

  /// A metric of one sample; of none where there is no value.
  func single(_ metric: Metric, _ value: Int?, _ labels: [Label] = []) throws {
    try begin(metric)
    if let value { try sample(metric, value, labels) }
  }
}
