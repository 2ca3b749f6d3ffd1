import Foundation

/// A port where connecting never ends: whoever listens takes nobody, and its queue is full.
final class SilentPort: Sendable {
  let port: Int
  private let sockets: [Int32]

  struct Unavailable: Error {}

  init() throws {
    let stream = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let listener = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 0) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isListening else { throw Unavailable() }
    port = Int(UInt16(bigEndian: address.sin_port))
    var sockets = [listener]
    // More than a queue of length zero takes: further ones get no answer at all.
    for _ in 0..<4 {
      let filler = socket(AF_INET, stream | Int32(SOCK_NONBLOCK.rawValue), 0)
      withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = connect(filler, $0, length)
        }
      }
      sockets.append(filler)
    }
    self.sockets = sockets
  }

  deinit { for socket in sockets { close(socket) } }
}
