import Foundation

/// 64 MB of blanks, packed by gzip (RFC 1952) into less than 100 kB.
enum Bomb {
  /// As many members as are needed: gzip unpacks them one after another.
  static let bytes = [UInt8](repeatElement(member, count: 1_024).joined())

  /// 64 KB of blanks.
  private static let member = [UInt8](
    Data(
      base64Encoded: "H4sIAAAAAAACA+3BgQAAAACAIJX9KRepCg" + String(repeating: "A", count: 83)
        + "GqUGSy0AAABAA==") ?? Data())
}
