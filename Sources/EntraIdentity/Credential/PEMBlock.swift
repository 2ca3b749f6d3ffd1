import Foundation

/// One block of a PEM file (RFC 7468), with the headers of older keys (RFC 1421) still in it.
///
/// The reading is more tolerant than the RFC in what operators' files really have: a byte order
/// mark, CR LF, blanks at the ends of lines, text between the blocks.
struct PEMBlock {
  let label: String
  /// The lines between BEGIN and END, without blanks at their ends.
  let lines: [ArraySlice<UInt8>]

  var isCertificate: Bool { label == "CERTIFICATE" || label == "X509 CERTIFICATE" }
  var isPrivateKey: Bool { label.hasSuffix("PRIVATE KEY") }

  /// The bytes, or nil where the lines are not Base64.
  var decoded: [UInt8]? {
    Data(base64Encoded: Data(lines.joined())).map { Array($0) }
  }

  /// The block by itself, in the form that every reader takes.
  var text: [UInt8] {
    var text = Array("-----BEGIN \(label)-----\n".utf8)
    for line in lines {
      text += line
      text.append(UInt8(ascii: "\n"))
    }
    return text + Array("-----END \(label)-----\n".utf8)
  }

  /// All blocks of a file.
  /// - Throws: `malformed` for a block without its END line: the file was cut.
  static func all(in bytes: [UInt8]) throws(CredentialProblem) -> [PEMBlock] {
    var blocks: [PEMBlock] = []
    var open: (label: String, lines: [ArraySlice<UInt8>])?
    for rawLine in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let line = trimmed(rawLine)
      if let label = boundaryLabel(line, "-----BEGIN ") {
        guard open == nil else { throw .cutPEM }
        open = (label, [])
      } else if let label = boundaryLabel(line, "-----END ") {
        guard let block = open, block.label == label else { throw .cutPEM }
        blocks.append(PEMBlock(label: label, lines: block.lines))
        open = nil
      } else {
        open?.lines.append(line)
      }
    }
    guard open == nil else { throw .cutPEM }
    return blocks
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    while let first = line.first, isBlank(first) { line = line.dropFirst() }
    while let last = line.last, isBlank(last) { line = line.dropLast() }
    return line
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func boundaryLabel(_ line: ArraySlice<UInt8>, _ start: String) -> String? {
    let dashes = "-----"
    guard line.starts(with: start.utf8), line.suffix(dashes.utf8.count).elementsEqual(dashes.utf8)
    else { return nil }
    return String(
      decoding: line.dropFirst(start.utf8.count).dropLast(dashes.utf8.count), as: UTF8.self)
  }
}

extension CredentialProblem {
  fileprivate static var cutPEM: CredentialProblem {
    CredentialProblem(.malformed, "A PEM block has no end of its own: the file may be cut short.")
  }
}
