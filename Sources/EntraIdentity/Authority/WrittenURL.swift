/// What was found while an authority was read, in the order in which it was found.
struct AuthorityNotes {
  private(set) var problems: [(code: AuthorityProblem.Code, detail: String?)] = []
  private(set) var remarks: [(code: AuthorityRemark.Code, detail: String?)] = []

  /// Whether nothing was found.
  var isEmpty: Bool { problems.isEmpty && remarks.isEmpty }

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
/// so that a person hears of all of them at once; nothing is sent to it before it was judged.
struct WrittenURL {
  /// Without surrounding blanks, query and fragment; letter case as written.
  let text: String
  /// The server and its path as https would reach them, whatever scheme is written.
  let endpoint: EndpointURL
  /// As written: empty, or from the first slash on.
  let path: String
  /// Without the question mark.
  let query: String?

  /// In lower case.
  var host: String { endpoint.host }

  /// Where it is written and not 443.
  var port: Int? { endpoint.port }

  /// The path's segments, without the empty ones.
  var segments: [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// Takes a URL apart.
  /// - Returns: The parts, or nil where there is not even a host to speak of.
  init?(_ written: String, notes: inout AuthorityNotes) {
    // Before anything else looks at it: nothing here is worth more than one pass over 2048 bytes.
    guard written.utf8.count <= 2048 else {
      notes.problem(.urlTooLong)
      return nil
    }
    let bytes = Self.trimmed(written)
    if bytes.count != written.utf8.count { notes.remark(.whitespace) }
    if let reason = Self.forbidden(in: bytes) {
      notes.problem(.malformedURL, reason)
      return nil
    }
    // Nothing but ASCII is left: a character is a byte, and bytes are what is looked at.
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    guard let colon = URLParts.endOfScheme(in: bytes) else {
      notes.problem(.malformedURL, bytes.isEmpty ? "it is empty" : "no https:// at its start")
      return nil
    }
    let scheme = part(bytes.startIndex..<colon)
    if scheme.lowercased() != "https" { notes.problem(.notHTTPS, scheme) }
    let start = colon + 3
    var end = bytes.endIndex
    if let hash = bytes[start...].firstIndex(of: UInt8(ascii: "#")) {
      notes.problem(.fragment, part(hash..<end))
      end = hash
    }
    if let question = bytes[start..<end].firstIndex(of: UInt8(ascii: "?")) {
      query = part(question + 1..<end)
      end = question
    } else {
      query = nil
    }
    let slash = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
    path = part(slash..<end)
    var server = part(start..<slash)
    if let at = bytes[start..<slash].lastIndex(of: UInt8(ascii: "@")) {
      // The detail is the host behind it, never the user info, which may be a password.
      server = part(at + 1..<slash)
      notes.problem(.userInfo, "the host is " + server)
    }
    text = part(bytes.startIndex..<end)
    do {
      endpoint = try EndpointURL("https://\(server)\(path)")
    } catch {
      switch error {
      case .noHost: notes.problem(.noHost)
      case .badPort: notes.problem(.badPort, server)
      default: notes.problem(.malformedURL, server + path)
      }
      return nil
    }
  }

  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    func isInk(_ byte: UInt8) -> Bool {
      byte != 0x20 && byte != 0x09 && byte != 0x0D && byte != 0x0A
    }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: isInk), let last = bytes.lastIndex(where: isInk)
    else { return [] }
    return bytes[first...last]
  }

  /// Why a text cannot be a URL at all, in words that say what to look for.
  private static func forbidden(in bytes: ArraySlice<UInt8>) -> String? {
    if bytes.allSatisfy(URLParts.isAllowed) { return nil }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
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
