import AuditReports
import EntraIdentity
import Foundation
import Synchronization

/// One line on standard error that says how far the run is; on a terminal only, unless asked for.
final class ProgressDisplay: Sendable {
  private let console: Console
  private let isOn: Bool
  private let surroundings: Surroundings
  private let startedAt: Date
  private let lastShown = Mutex(Date.distantPast)

  init(_ wish: String, _ surroundings: Surroundings) {
    self.surroundings = surroundings
    console = surroundings.console
    isOn = wish == "always" || (wish == "auto" && console.isErrorTerminal)
    startedAt = surroundings.time.now
  }

  func show(done: Int, of total: Int) {
    guard isOn else { return }
    let now = surroundings.time.now
    let isDue = lastShown.withLock { last in
      guard done == total || now.timeIntervalSince(last) >= 0.2 else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let elapsed = max(0.001, now.timeIntervalSince(startedAt))
    let rate = Double(done) / elapsed
    let line = ProgressLine(
      done: done, total: total, rate: rate,
      left: rate > 0 ? .seconds(Double(total - done) / rate) : nil
    ).text(columns: console.columns)
    console.say("\r\u{1B}[2K" + line)
  }

  func clear() {
    if isOn { console.say("\r\u{1B}[2K") }
  }
}
