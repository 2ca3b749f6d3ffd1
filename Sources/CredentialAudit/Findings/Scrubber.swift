package import EntraIdentity
import Foundation

/// Takes every live secret out of what a server said, in the forms in which servers echo: plain,
/// percent-encoded, Base64 and JSON-escaped. Anything that looks like a JSON Web Token goes with
/// them, known or not.
package struct Scrubber: Sendable {
  private let forms: [String]
  private static let mark = "<redacted>"

  package init(_ secrets: [Secret]) {
    var forms: Set<String> = []
    for secret in secrets {
      // Shorter ones would take ordinary words with them, and no service accepts them.
      secret.withValue { value in
        guard value.utf8.count >= 6 else { return }
        forms.formUnion(Self.forms(of: value))
      }
    }
    // Longest first, so that no form leaves the rest of a longer one behind.
    self.forms = forms.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  /// The text without any secret.
  package func scrub(_ text: String) -> String {
    var text = text
    for form in forms where text.contains(form) {
      text = text.replacingOccurrences(of: form, with: Self.mark)
    }
    return Self.withoutTokens(withoutCutSecret(text))
  }

  /// The finding with every text that a server may have had a hand in scrubbed.
  package func scrub(_ finding: Finding) -> Finding {
    Finding(
      check: finding.check, verdict: finding.verdict, code: scrub(finding.code),
      class: finding.class, summary: scrub(finding.summary), cause: finding.cause.map(scrub),
      fix: finding.fix.map(scrub),
      evidence: Evidence(
        finding.evidence.items.map { Evidence.Item(name: $0.name, value: scrub($0.value)) }),
      retryable: finding.retryable, suppressed: finding.suppressed)
  }

  /// Long texts are cut before they come here; a cut may leave the beginning of a secret at the end.
  private func withoutCutSecret(_ text: String) -> String {
    let body = text.hasSuffix("…") ? text.dropLast() : Substring(text)
    guard body.utf8.count >= 100 else { return text }
    for form in forms {
      var length = min(form.count - 1, body.count)
      while length >= 4 {
        if body.hasSuffix(form.prefix(length)) { return body.dropLast(length) + Self.mark }
        length -= 1
      }
    }
    return text
  }

  private static func forms(of value: String) -> [String] {
    var forms = [value, formEncoded(value, space: "%20"), formEncoded(value, space: "+")]
    forms += forms.map { lowerCaseEscapes($0) }
    let spellings = forms
    forms.append(jsonEscaped(value))
    forms.append(jsonEscaped(value).replacingOccurrences(of: "/", with: "\\/"))
    // Inside a longer text, Base64 depends on where the secret starts: three forms, each without
    // the characters that its neighbours have a share in.
    // What is in Base64 may be a whole form, with the secret in its encoded spelling.
    for (offset, spelling) in spellings.flatMap({ text in (0..<3).map { ($0, text) } }) {
      let bytes = [UInt8](repeating: 0, count: offset) + Array(spelling.utf8)
      let encoded = Data(bytes).base64EncodedString().filter { $0 != "=" }
      let first = offset == 0 ? 0 : offset + 1
      let whole = (bytes.count * 8) / 6
      let inner = String(encoded.prefix(whole).dropFirst(first))
      guard inner.count >= 6 else { continue }
      forms.append(inner)
      forms.append(
        inner.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"))
    }
    return forms
  }

  private static func formEncoded(_ value: String, space: String) -> String {
    var encoded = ""
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: " "): encoded += space
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (hex.count == 1 ? "0" + hex : hex)
      }
    }
    return encoded
  }

  private static func lowerCaseEscapes(_ encoded: String) -> String {
    var result = ""
    var left = 0
    for character in encoded {
      if character == "%" { left = 3 }
      result += left > 0 ? character.lowercased() : String(character)
      left -= 1
    }
    return result
  }

  private static func jsonEscaped(_ value: String) -> String {
    let encoder = JSONEncoder()
    // Most servers leave a slash as it is; the other spelling is made out of this one.
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(value) else { return value }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: ["\""])
  }

  /// Every run of characters that starts as a JSON object in Base64 and goes on as a token does.
  private static func withoutTokens(_ text: String) -> String {
    guard text.contains("eyJ") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.range(of: "eyJ") {
      result += rest[..<start.lowerBound]
      let run = rest[start.lowerBound...].prefix { character in
        character.isASCII
          && (character.isLetter || character.isNumber || character == "-" || character == "_"
            || character == ".")
      }
      result += run.count >= 16 ? mark : String(run)
      rest = rest[run.endIndex...]
    }
    return result + rest
  }
}
