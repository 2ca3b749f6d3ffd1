import Foundation

/// How strictly a tenant reads a thumbprint (RFC 7515, sections 4.1.7 and 4.1.8).
struct ThumbprintSpelling {
  private let allowsPadding: Bool

  init(_ tolerances: Set<Tolerance>) { allowsPadding = tolerances.contains(.paddedThumbprints) }

  /// Whether a header member names a certificate by its digest.
  func allows(_ text: String, for digest: some Sequence<UInt8>) -> Bool {
    let exact = Base64URL.encode(digest)
    if text == exact { return true }
    guard allowsPadding else { return false }
    let padding = String(repeating: "=", count: (4 - exact.utf8.count % 4) % 4)
    return text == exact + padding || text == Data(digest).base64EncodedString()
  }
}
