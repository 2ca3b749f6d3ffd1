import Foundation

/// Looks for secrets in what a run left behind, in every form in which one may get there. The forms
/// are made here and not by the product, so that the two cannot share an oversight.
struct LeakSearch {
  /// A part of a token or key that is as long is more than chance.
  private static let window = 16

  private let needles: [(form: String, text: String)]
  private let windows: Set<[UInt8]>

  /// - Parameters:
  ///   - words: Secrets and passphrases: looked for whole, in every encoding.
  ///   - blocks: Tokens, assertions and keys: looked for in parts.
  ///   - known: What is in tokens and may be seen, such as an application's id.
  init(words: [String], blocks: [[UInt8]], known: [String] = []) {
    needles = Set(words).filter { $0.utf8.count >= 6 }.sorted().flatMap(SecretForms.of)
    var windows: Set<[UInt8]> = []
    for block in blocks {
      for run in Self.runs(in: block) where !Self.isFrame(run) {
        for start in 0...(run.count - Self.window) {
          windows.insert(
            Array(run[(run.startIndex + start)..<(run.startIndex + start + Self.window)]))
        }
      }
    }
    for (form, text) in known.flatMap(SecretForms.of) where form.hasPrefix("Base64") {
      let bytes = Array(text.utf8)
      for start in 0..<max(0, bytes.count - Self.window + 1) {
        windows.remove(Array(bytes[start..<(start + Self.window)]))
      }
    }
    self.windows = windows
  }

  /// Where something was found, and in which form; never what.
  func leaks(in places: [(name: String, data: Data)]) -> [String] {
    places.flatMap { name, data -> [String] in
      let bytes = Array(data)
      // As C text: what is zero in a database ends no text here.
      let text = bytes.map { CChar(bitPattern: $0 == 0 ? 0x0A : $0) } + [0]
      var leaks = Set(
        needles.filter { Self.contains(text, $0.text) }.map { "\(name): \($0.form)" })
      if !windows.isEmpty, hasWindow(bytes) { leaks.insert("\(name): a part of a token or key") }
      return leaks.sorted()
    }
  }

  private func hasWindow(_ bytes: [UInt8]) -> Bool {
    var seen: Set<ArraySlice<UInt8>> = []
    for run in Self.runs(in: bytes) where seen.insert(run).inserted {
      for start in run.startIndex...(run.endIndex - Self.window) {
        if windows.contains(Array(run[start..<(start + Self.window)])) { return true }
      }
    }
    return false
  }

  /// `strstr`, because a database is some hundred kilobytes and a scenario has some hundred forms.
  private static func contains(_ text: [CChar], _ needle: String) -> Bool {
    text.withUnsafeBufferPointer { hay in
      guard let start = hay.baseAddress else { return false }
      return needle.withCString { strstr(start, $0) != nil }
    }
  }

  /// `BEGIN`, `PRIVATE` and the like frame every key and are in none.
  private static func isFrame(_ run: ArraySlice<UInt8>) -> Bool { run.starts(with: [0x2D, 0x2D]) }

  /// Stretches of what Base64, base64url and compact tokens are made of. Only they can hold a part
  /// of one, and there are few of that length in a report.
  private static func runs(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var runs: [ArraySlice<UInt8>] = []
    var start = 0
    bytes.withUnsafeBufferPointer { buffer in
      for position in 0...buffer.count {
        if position < buffer.count, isMember[Int(buffer[position])] { continue }
        if position - start >= window { runs.append(bytes[start..<position]) }
        start = position + 1
      }
    }
    return runs
  }

  private static let isMember: [Bool] = (0..<256).map { byte in
    let scalar = Unicode.Scalar(UInt8(byte))
    return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      || ("0"..."9").contains(scalar) || "-_+/.=".unicodeScalars.contains(scalar)
  }
}

/// The spellings of a secret.
enum SecretForms {
  static func of(_ secret: String) -> [(form: String, text: String)] {
    var forms: [(form: String, text: String)] = [("plain", secret)]
    for (name, space) in [("percent-encoded", "%20"), ("form-encoded", "+")] {
      for upper in [true, false] {
        for marks in ["-._~", "-._~!'()*"] {
          forms.append((name, percent(secret, space: space, keeping: marks, upper: upper)))
        }
      }
    }
    let json = secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    forms += [("JSON", json), ("JSON", json.replacing("/", with: "\\/"))]
    let html = secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    forms += [("HTML", html), ("HTML", html.replacing("'", with: "&#39;"))]
    forms.append(("CSV or SQL", secret.replacing("\"", with: "\"\"")))
    let spellings = [secret] + forms.filter { $0.form.hasSuffix("encoded") }.map(\.text)
    for (offset, spelling) in Set(spellings).sorted().flatMap({ text in (0..<3).map { ($0, text) } }
    ) {
      // What stands before shifts the grouping; the characters that neighbours share in are left
      // out at both ends.
      let bytes = [UInt8](repeating: 0, count: offset) + Array(spelling.utf8)
      let encoded = Data(bytes).base64EncodedString().prefix(bytes.count * 8 / 6)
        .dropFirst(offset == 0 ? 0 : offset + 1)
      guard encoded.count >= 8 else { continue }
      let url = encoded.replacing("+", with: "-").replacing("/", with: "_")
      forms += [("Base64", String(encoded)), ("base64url", String(url))]
    }
    return forms
  }

  private static func percent(
    _ text: String, space: String, keeping marks: String, upper: Bool
  ) -> String {
    text.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      if byte == 0x20 { return space }
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || marks.unicodeScalars.contains(scalar)
      if isPlain { return String(scalar) }
      let hex = String(byte, radix: 16, uppercase: upper)
      return "%" + (hex.count == 1 ? "0" : "") + hex
    }.joined()
  }
}
