/// What OpenSSL's reader is told when it asks for a passphrase, and whether it asked.
///
/// A callback is always set: without one OpenSSL asks on the terminal, and a nightly job would
/// hang there for ever.
struct Passphrase {
  private let bytes: [UInt8]?
  private(set) var wasAsked = false

  init(_ secret: Secret?) {
    bytes = secret?.withValue { Array($0.utf8) }
  }

  /// OpenSSL's question (`pem_password_cb`).
  /// - Parameters:
  ///   - buffer: Where the answer goes.
  ///   - size: The room in it.
  ///   - user: A pointer to a ``Passphrase``.
  /// - Returns: The answer's length, or -1 where there is none.
  static func answer(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32, _ user: UnsafeMutableRawPointer?
  ) -> Int32 {
    guard let buffer, let user else { return -1 }
    let passphrase = user.assumingMemoryBound(to: Passphrase.self)
    passphrase.pointee.wasAsked = true
    guard let bytes = passphrase.pointee.bytes, bytes.count <= Int(size) else { return -1 }
    for (index, byte) in bytes.enumerated() {
      buffer[index] = CChar(bitPattern: byte)
    }
    return Int32(bytes.count)
  }
}
