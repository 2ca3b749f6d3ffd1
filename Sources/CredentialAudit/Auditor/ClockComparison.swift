import Foundation

/// This machine's clock against those of all hosts that answered.
package struct ClockComparison: Sendable, Hashable {
  /// One for each host.
  private let readings: [ClockReading]

  package init(_ readings: [ClockReading]) {
    self.readings = readings
  }

  /// Whose clock is wrong, as far as can be told.
  enum Fault: Hashable {
    case nobodys
    /// Most hosts say the same of it.
    case ours
    /// There is one host to compare with, so that it may be either's.
    case eithers
    /// Of so many hosts most agree with this machine.
    case theirs(Int)
    /// The hosts do not agree with each other either.
    case untold
  }

  /// The middle of the offsets: one host's wrong clock does not move it. Nil where none is known.
  var median: TimeInterval? {
    let offsets = readings.map(\.offset).sorted()
    guard !offsets.isEmpty else { return nil }
    let middle = offsets.count / 2
    return offsets.count % 2 == 1 ? offsets[middle] : (offsets[middle - 1] + offsets[middle]) / 2
  }

  var fault: Fault {
    let off = readings.filter(\.isOff)
    guard let median, !off.isEmpty else { return .nobodys }
    if readings.count == 1 { return .eithers }
    let agreeing = off.count { abs($0.offset - median) <= ClockReading.tolerance + $0.uncertainty }
    if agreeing * 2 > readings.count { return .ours }
    return off.count * 2 < readings.count ? .theirs(off.count) : .untold
  }

  /// For the auditor's block.
  package var text: String {
    guard let median else { return "not compared: no answer told the time" }
    let hosts = readings.count == 1 ? "1 host" : "the median of \(readings.count) hosts"
    return "\(ClockReading.place(median)) \(hosts)"
  }

  /// What the reader of the run should know of it, where anything is off.
  package var notice: RunNotice? {
    let asIfSet = "set this machine's clock by NTP, then run again"
    let hosts = readings.count.of("host")
    let place = "this machine's clock is \(ClockReading.place(median ?? 0))"
    let message: String
    switch fault {
    case .nobodys: return nil
    case .ours:
      message =
        "\(place) those of \(hosts), which agree with each other: ends of credentials are judged "
        + "by it, and what it signs may be refused; \(asIfSet)"
    case .eithers:
      message =
        "\(place) that of the only host that told the time: either may be wrong, and more often it "
        + "is a machine's than a service's; \(asIfSet)"
    case .theirs(let count):
      message =
        "\(count.of("host")) of \(readings.count) \(count == 1 ? "tells" : "tell") another time "
        + "than the others, which agree with this machine: it is probably not this machine's clock "
        + "that is wrong; the finding clock-skew says whose"
    case .untold:
      message =
        "the hosts that answered do not agree on the time (\(hosts)): \(asIfSet), and ask the "
        + "operators of those that still have the finding clock-skew"
    }
    return RunNotice(code: "clock-skew", message: message)
  }
}
