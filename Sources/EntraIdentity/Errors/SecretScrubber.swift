import Foundation

/// Takes what was sent out of what a server says: servers echo forms, headers and assertions in
/// their error texts, and those texts end in reports.
struct SecretScrubber {
  /// Shorter values would take ordinary words out of every sentence; no service issues such.
  private static let shortest = 6

  /// No honest description is longer, and searching megabytes for every form would be work that a
  /// server could order.
  private static let longestText = 16 << 10

  private let needles: [String]

  /// Makes a scrubber.
  /// - Parameter secrets: What was sent: secrets, assertions.
  init(_ secrets: [Secret]) {
    var needles: Set<String> = []
    for secret in secrets {
      secret.withValue { needles.formUnion(Self.forms(of: $0)) }
    }
    // The longest first, so that no part of a longer form stays behind.
    self.needles = needles.filter { $0.count >= Self.shortest }.sorted {
      ($0.count, $0) > ($1.count, $1)
    }
  }

  /// The text without any of it. Letter case is no difference: escapes are written in both.
  func scrubbed(_ text: String) -> String {
    needles.reduce(text) {
      $0.replacingOccurrences(of: $1, with: "<redacted>", options: [.caseInsensitive, .literal])
    }
  }

  /// A server's text as it may be shown. Scrubbed before cleaning, because cleaning may change a
  /// secret; once more after it, because characters without width may have hidden one; and cut
  /// last, because a cut secret would not be found.
  func shown(_ text: String, maximum: Int = 500) -> String {
    guard text.utf8.count <= Self.longestText else { return "<\(text.utf8.count) bytes>" }
    return scrubbed(scrubbed(text).cleaned(maximum: .max)).cleaned(maximum: maximum)
  }

  private static func forms(of value: String) -> Set<String> {
    // Encoders differ in what they leave as it is: a blank, and the marks of RFC 2396.
    let form = FormEncoding.encoded(value)
    let component = ["!", "'", "(", ")", "~"].reduce(form.replacing("+", with: "%20")) {
      $0.replacing(FormEncoding.encoded($1), with: $1)
    }
    let base64 = Data(value.utf8).base64EncodedString()
    let unpadded = base64.replacing("=", with: "")
    var forms: Set<String> = [
      value, form, form.replacing("+", with: "%20"), form.replacing("%7E", with: "~"), component,
      base64, unpadded, unpadded.replacing("+", with: "-").replacing("/", with: "_"),
      FormEncoding.encoded(base64), jsonEscaped(value),
      jsonEscaped(value).replacing("/", with: "\\/"), htmlEscaped(value),
    ]
    // A whole form in Base64 holds the value in its encoded spelling, at any of three alignments.
    for spelling in [value, form, component] { forms.formUnion(innerBase64(of: spelling)) }
    // The parts of an assertion are what it is made of; the signature alone must not leak.
    let parts = value.split(separator: ".")
    if parts.count == 3 { forms.formUnion(parts.filter { $0.count > 40 }.map(String.init)) }
    return forms
  }

  /// The value as it stands within the Base64 of a longer text: what comes before it shifts the
  /// grouping, and the characters that its neighbours share in are left out.
  private static func innerBase64(of value: String) -> [String] {
    (0..<3).flatMap { offset -> [String] in
      let bytes = [UInt8](repeating: 0, count: offset) + Array(value.utf8)
      let encoded = Data(bytes).base64EncodedString().prefix(bytes.count * 8 / 6)
      let inner = String(encoded.dropFirst(offset == 0 ? 0 : offset + 1))
      return [inner, inner.replacing("+", with: "-").replacing("/", with: "_")]
    }
  }

  private static func jsonEscaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  private static func htmlEscaped(_ value: String) -> String {
    value.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
