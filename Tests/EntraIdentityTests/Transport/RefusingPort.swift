import Foundation

/// A port at which nobody listens, and that nobody else gets meanwhile: one that was only let go of may
/// be another test's a moment later.
final class RefusingPort: Sendable {
  let port: Int
  private let socket: Int32

  struct Unavailable: Error {}

  init() throws {
    socket = Foundation.socket(
      AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = socket
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isBound else { throw Unavailable() }
  }

  deinit { close(socket) }
}
