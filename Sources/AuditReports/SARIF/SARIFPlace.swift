import CredentialAudit

/// Where a result is: in a file of the inventory.
struct SARIFPlace {
  /// What relative paths begin at: where the job was started, which for a pipeline is the checkout.
  static let base = "%SRCROOT%"

  let file: String
  let region: (line: Int, column: Int)?

  init(_ location: SourceLocation?, in run: AuditRun) {
    file = location?.file ?? run.inventoryPath
    region = location.map { ($0.line, $0.column) }
  }

  /// The path as a URI reference (RFC 3986) and whether it is relative to ``base``; nil where it is
  /// longer than a report's texts may be.
  var artifact: (uri: String, hasBase: Bool)? {
    let isAbsolute = file.hasPrefix("/")
    let segments = Self.normalized(file, isAbsolute: isAbsolute)
    let path = segments.map(Self.encoded).joined(separator: "/")
    guard !path.isEmpty, path.utf8.count < PrintableText.maximum else { return nil }
    if isAbsolute { return ("file:///" + path, false) }
    // A reference that climbs out of the base would be one to a file that the base is not about.
    return (path, segments.first != "..")
  }

  func write(to json: JSONWriter) throws {
    guard let artifact else { return }
    try json.object("physicalLocation") {
      try json.object("artifactLocation") {
        try json.text("uri", artifact.uri)
        if artifact.hasBase { try json.text("uriBaseId", Self.base) }
      }
      if let region {
        try json.object("region") {
          try json.number("startLine", region.line)
          try json.number("startColumn", region.column)
        }
      }
    }
  }

  /// Without `.` and with `..` only where it climbs (section 3.10.2).
  private static func normalized(_ path: String, isAbsolute: Bool) -> [String] {
    var segments: [String] = []
    for segment in path.split(separator: "/").map(String.init) where segment != "." {
      if segment != ".." {
        segments.append(segment)
      } else if let last = segments.last, last != ".." {
        segments.removeLast()
      } else if !isAbsolute {
        segments.append(segment)
      }
    }
    return segments
  }

  private static func encoded(_ segment: String) -> String {
    var result = ""
    for byte in segment.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
