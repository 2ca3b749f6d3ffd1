import Foundation
import NIOPosix

/// Asks this machine's resolver for a name, as every connection that uses no proxy does.
package enum NameLookup {
  /// What the resolver said.
  package enum Outcome: Sendable, Hashable {
    case found
    /// It has no address for the name; its own words.
    case failed(String)
    /// It said nothing in time.
    case late
  }

  /// Asks for the addresses of a host; nothing is sent to it.
  /// - Parameters:
  ///   - host: The host's name.
  ///   - limit: How long is waited.
  /// - Returns: What the resolver said.
  package static func resolve(_ host: String, within limit: Duration) async -> Outcome {
    let (answers, answer) = AsyncStream<Outcome>.makeStream()
    // The system's resolver blocks its thread and cannot be called off, so nobody waits for it there.
    NIOThreadPool.singleton.submit { _ in
      answer.yield(ask(host))
      answer.finish()
    }
    return await TimeLimit.run(limit) {
      for await outcome in answers { return outcome }
      return .late
    } ?? .late
  }

  private static func ask(_ host: String) -> Outcome {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &found)
    defer { if let found { freeaddrinfo(found) } }
    guard code != 0 else { return .found }
    return .failed(String(cString: gai_strerror(code)).lowercased())
  }
}
