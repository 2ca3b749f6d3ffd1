/// What was found while an authority was read, in the order in which it was found.
struct AuthorityNotes {
  private(set) var problems: [(code: AuthorityProblem.Code, detail: String?)] = []
  private(set) var remarks: [(code: AuthorityRemark.Code, detail: String?)] = []

  mutating func problem(_ code: AuthorityProblem.Code, _ detail: String? = nil) {
    guard !problems.contains(where: { $0.code == code }) else { return }
    problems.append((code, detail?.printable(limit: 120)))
  }

  mutating func remark(_ code: AuthorityRemark.Code, _ detail: String? = nil) {
    guard !remarks.contains(where: { $0.code == code }) else { return }
    remarks.append((code, detail?.printable(limit: 120)))
  }
}

/// A URL taken apart as it was written. Unlike ``EndpointURL`` it goes on after the first fault,
/// so that a person hears of all of them at once; it is never used to send anything.
struct WrittenURL {
  /// Without surrounding blanks, query and fragment; letter case as written.
  let text: String
  /// In lower case.
  let host: String
  /// Where it is written and not 443.
  let port: Int?
  /// As written: empty, or from the first slash on.
  let path: String
  /// Without the question mark.
  let query: String?

  /// The path's segments, without the empty ones.
  var segments: [String] { path.split(separator: "/").map(String.init) }

  /// Takes a URL apart.
  /// - Returns: The parts, or nil where there is not even a host to speak of.
  init?(_ written: String, notes: inout AuthorityNotes) {
    // Before anything else looks at it: nothing here is worth more than one pass over 2048 bytes.
    guard written.utf8.count <= 2048 else {
      notes.problem(.urlTooLong)
      return nil
    }
    let text = Self.trimmed(written)
    if text != written { notes.remark(.whitespace) }
    if let reason = Self.forbidden(in: text) {
      notes.problem(.malformedURL, reason)
      return nil
    }
    guard let mark = text.firstRange(of: "://") else {
      notes.problem(.malformedURL, text.isEmpty ? "it is empty" : "no https:// at its start")
      return nil
    }
    let scheme = text[..<mark.lowerBound]
    if scheme.lowercased() != "https" { notes.problem(.notHTTPS, String(scheme)) }
    var rest = text[mark.upperBound...]
    var end = text.endIndex
    if let hash = rest.firstIndex(of: "#") {
      notes.problem(.fragment, String(rest[hash...]))
      rest = rest[..<hash]
      end = hash
    }
    if let question = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: question)...])
      rest = rest[..<question]
      end = question
    } else {
      query = nil
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    path = String(rest[slash...])
    var server = rest[..<slash]
    if let at = server.lastIndex(of: "@") {
      // The detail is the host behind it, never the user info, which may be a password.
      server = server[server.index(after: at)...]
      notes.problem(.userInfo, "the host is " + server)
    }
    self.text = String(text[..<end])
    do {
      let url = try EndpointURL("https://\(server)\(path)")
      host = url.host
      port = url.port
    } catch {
      switch error {
      case .noHost: notes.problem(.noHost)
      case .badPort: notes.problem(.badPort, String(server))
      default: notes.problem(.malformedURL, server + path)
      }
      return nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    func isInk(_ byte: UInt8) -> Bool { ![0x20, 0x09, 0x0D, 0x0A].contains(byte) }
    guard let first = text.utf8.firstIndex(where: isInk),
      let last = text.utf8.lastIndex(where: isInk)
    else { return "" }
    return String(decoding: text.utf8[first...last], as: UTF8.self)
  }

  /// Why a text cannot be a URL at all, in words that say what to look for.
  private static func forbidden(in text: String) -> String? {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": return "a backslash, which some programs read as a slash"
      case "{", "}", "<", ">": return "a placeholder in \(scalar) that nobody filled in"
      case " ": return "a blank inside"
      case "\"", "^", "`", "|": return "the character \(scalar)"
      default: break
      }
      if scalar.value < 0x20 || scalar.value == 0x7F { return "a control character" }
      if !scalar.isASCII {
        return "a character outside ASCII (U+"
          + String(scalar.value, radix: 16, uppercase: true) + "), perhaps a look-alike"
      }
    }
    return nil
  }
}
