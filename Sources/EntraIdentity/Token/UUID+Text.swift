package import Foundation

extension UUID {
  /// A random one (RFC 9562, section 5.4). Foundation's own opens and closes a device for each.
  /// - Returns: One that was never there before.
  package static func random() -> UUID {
    let high = UInt64.random(in: .min ... .max) & ~0xF000 | 0x4000
    let low = UInt64.random(in: .min ... .max) >> 2 | 1 << 63
    return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) {
      UUID(uuid: $0.loadUnaligned(as: uuid_t.self))
    }
  }

  /// In lower case, as Entra writes ids. Foundation's own text is printed by a format.
  package var text: String {
    String(unsafeUninitializedCapacity: 36) { text in
      var end = 0
      func append(_ character: UInt8) {
        text[end] = character
        end += 1
      }
      withUnsafeBytes(of: uuid) { bytes in
        for (position, byte) in bytes.enumerated() {
          if [4, 6, 8, 10].contains(position) { append(UInt8(ascii: "-")) }
          append(Hexadecimal.lowerCase(byte >> 4))
          append(Hexadecimal.lowerCase(byte & 0x0F))
        }
      }
      return end
    }
  }
}
