import Foundation

/// A file's permission bits as people write them.
enum FileMode {
  /// `0640`.
  static func octal(_ mode: UInt32) -> String {
    let digits = String(mode & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
