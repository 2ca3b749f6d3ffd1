import EntraIdentity
import Foundation
import Synchronization

/// What all requests of a run taught about the way and the clocks, host by host.
package final class NetworkWatch: Sendable {
  private struct Host {
    var clock: ClockReading?
    var readings = 0
    var hasAnswered = false
    var failures: Set<TransportError.Kind> = []
  }

  /// So many answers of a host are read: a later one has no time to tell that these did not.
  private static let readingsPerHost = 8

  private let hosts = Mutex<[String: Host]>([:])

  package init() {}

  /// How this machine's clock stands to a host's: by its quickest answer so far, which leaves the
  /// least to guess.
  package func clock(of host: String) -> ClockReading? {
    hosts.withLock { $0[host]?.clock }
  }

  /// The same for all hosts that told the time, by name.
  package var clocks: [ClockReading] {
    hosts.withLock { $0.values.compactMap(\.clock) }.sorted { $0.host < $1.host }
  }

  /// What came of the requests to each host, by name.
  package var outcomes: [HostOutcome] {
    hosts.withLock { hosts in
      hosts.map {
        HostOutcome(host: $0.key, hasAnswered: $0.value.hasAnswered, failures: $0.value.failures)
      }
    }.sorted { $0.host < $1.host }
  }

  func answered(_ response: HTTPResponse, by name: String, sentAt: Date, receivedAt: Date) {
    hosts.withLock { hosts in
      var host = hosts[name, default: Host()]
      host.hasAnswered = true
      if host.readings < Self.readingsPerHost {
        host.readings += 1
        let reading = ClockReading(response, of: name, sentAt: sentAt, receivedAt: receivedAt)
        if let reading, reading.uncertainty < host.clock?.uncertainty ?? .infinity {
          host.clock = reading
        }
      }
      hosts[name] = host
    }
  }

  func failed(_ error: TransportError, at name: String) {
    // What the run itself ended says nothing of the way.
    guard error.kind != .cancelled, error.kind != .deadline else { return }
    _ = hosts.withLock { $0[name, default: Host()].failures.insert(error.kind) }
  }
}
