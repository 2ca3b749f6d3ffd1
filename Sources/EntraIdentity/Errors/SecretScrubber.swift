import Foundation

/// Takes what was sent out of what a server says: servers echo forms, headers and assertions in
/// their error texts, and those texts end in reports.
struct SecretScrubber {
  /// Shorter values would take ordinary words out of every sentence; no service issues such.
  private static let shortest = 6

  private let needles: [String]

  /// Makes a scrubber.
  /// - Parameter secrets: What was sent: secrets, assertions.
  init(_ secrets: [Secret]) {
    var needles: Set<String> = []
    for secret in secrets {
      secret.withValue { value in
        let base64 = Data(value.utf8).base64EncodedString()
        let form = FormEncoding.encoded(value)
        needles.formUnion([
          value, form, form.replacing("+", with: "%20"), Self.lowerCaseEscapes(form), base64,
          base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""),
          FormEncoding.encoded(base64), Self.jsonEscaped(value),
        ])
        // The parts of an assertion are what it is made of; the signature alone must not leak.
        let parts = value.split(separator: ".")
        if parts.count == 3 { needles.formUnion(parts.filter { $0.count > 40 }.map(String.init)) }
      }
    }
    // The longest first, so that no part of a longer form stays behind.
    self.needles = needles.filter { $0.count >= Self.shortest }.sorted {
      ($0.count, $0) > ($1.count, $1)
    }
  }

  /// The text without any of it.
  func scrubbed(_ text: String) -> String {
    needles.reduce(text) { $0.contains($1) ? $0.replacing($1, with: "<redacted>") : $0 }
  }

  /// A server's text as it may be shown. Scrubbed before cleaning, because cleaning may change a
  /// secret; once more after it, because characters without width may have hidden one; and cut
  /// last, because a cut secret would not be found.
  func shown(_ text: String, maximum: Int = 500) -> String {
    scrubbed(scrubbed(text).cleaned(maximum: .max)).cleaned(maximum: maximum)
  }

  private static func lowerCaseEscapes(_ form: String) -> String {
    var result = ""
    var escape = 0
    for character in form {
      result += escape > 0 ? character.lowercased() : String(character)
      escape = character == "%" ? 2 : max(0, escape - 1)
    }
    return result
  }

  private static func jsonEscaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("/", with: "\\/")
  }
}
