import Synchronization

/// One request to the proxy.
package struct LoggedConnect: Sendable, Hashable {
  /// Host and port, as the client wrote them.
  package let target: String
  /// The proxy's answer; nil where it gave none.
  package let status: Int?
}

/// What the proxy was asked, up to a bound.
final class ProxyLog: Sendable {
  private let entries = Mutex<[LoggedConnect]>([])

  func record(_ target: String, status: Int?) {
    entries.withLock {
      if $0.count < RequestLog.capacity {
        $0.append(LoggedConnect(target: target, status: status))
      }
    }
  }

  var all: [LoggedConnect] { entries.withLock { $0 } }
}
