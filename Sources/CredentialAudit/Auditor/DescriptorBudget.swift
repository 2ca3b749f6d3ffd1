/// How many files and connections the process may have open, against what a run wants.
package struct DescriptorBudget: Sendable, Hashable {
  /// How many may be open.
  package let limit: Int
  private let settings: NetworkSettings
  /// How many requests each host gets.
  private let requests: [Int]

  /// The database, its log and its readers; reports; sixteen commands with their pipes; event loops.
  private static let reserve = 128
  /// An attempt may look at a certificate beside its own connection.
  private static let perRequest = 2

  /// - Parameters:
  ///   - limit: How many may be open.
  ///   - settings: What the run was asked for.
  ///   - requests: How many requests each host gets.
  package init(limit: Int, for settings: NetworkSettings, requests: [Int]) {
    self.limit = limit
    self.settings = settings
    self.requests = requests
  }

  /// How many a run of these settings wants that asks each host so often: besides its requests in
  /// flight, hosts that are done with keep their connections for a while.
  package static func wanted(for settings: NetworkSettings, requests: [Int]) -> Int {
    let most = min(settings.perHost, settings.concurrency)
    return reserve + perRequest * settings.concurrency
      + requests.reduce(0) { $0 + min(most, $1) }
  }

  /// As many requests in flight as there are descriptors for; at least one, with which a run is slow
  /// and not blind.
  package var bounded: NetworkSettings {
    var settings = settings
    settings.concurrency = min(
      settings.concurrency, max(1, (limit - Self.reserve) / Self.perRequest))
    settings.perHost = min(settings.perHost, settings.concurrency)
    return settings
  }

  /// Whether hosts may keep their connections. Where they would take the descriptors away from the
  /// hosts after them, those would seem to be unreachable. One host's are all in flight or free for
  /// its next request.
  package var keepsConnections: Bool {
    requests.count <= 1 || Self.wanted(for: bounded, requests: requests) <= limit
  }

  /// What the reader should know where that is fewer than were asked for.
  package var notice: RunNotice? {
    let left = bounded.concurrency
    guard left < settings.concurrency else { return nil }
    return RunNotice(
      code: "few-descriptors",
      message:
        "this process may open \(limit) files, so at most \(left.of("request")) "
        + "\(left == 1 ? "was" : "were") in flight instead of \(settings.concurrency); raise the hard "
        + "limit: 'ulimit -Hn', LimitNOFILE in a systemd unit, nofile in limits.conf")
  }
}
