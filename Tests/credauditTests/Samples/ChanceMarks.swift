import Crypto
import Foundation

/// What chance has a hand in, whatever the clock says: keys are minted anew in each process, the ports
/// are those that are free, and each request has an id of its own. Everywhere else a sample has the
/// bytes that were written.
struct ChanceMarks {
  /// What is replaced, with what.
  private let settled: [(found: String, written: String)]

  /// The names under which evidence holds the id of a request.
  private static let idNames = ["request_id", "correlation_id", "trace_id"]

  /// - Parameters:
  ///   - report: `report.json`, in which everything stands that the other reports show.
  ///   - said: What the demo said of its ports.
  /// - Throws: What decoding the report throws.
  init(report: String, said: String) throws {
    let run = try JSONDecoder().decode(Report.self, from: Data(report.utf8))
    var settled: [(found: String, written: String)] = []
    func settle(_ found: String?, as name: String) {
      guard let found, !settled.contains(where: { $0.found == found }) else { return }
      settled.append((found, Self.likeness(of: found, for: name)))
    }
    for subject in run.authorities + run.credentials {
      let name = [subject.tenant, subject.application, subject.credential]
        .compactMap(\.self).joined(separator: "/")
      settle(subject.thumbprintSHA1, as: name)
      settle(subject.thumbprintSHA256, as: name)
      for (position, finding) in subject.findings.enumerated() {
        for id in Self.idNames {
          settle(finding.evidence[id] ?? nil, as: "\(name) \(position) \(id)")
        }
      }
    }
    for match in said.matches(of: #/127\.0\.0\.1:(\d+)/#) {
      settled.append((String(match.0), "127.0.0.1:" + String(repeating: "0", count: match.1.count)))
    }
    self.settled = settled
  }

  /// A text without what is chance.
  func settled(_ text: String) -> String {
    settled.reduce(into: text) { text, mark in
      text = text.replacing(mark.found, with: mark.written)
    }
  }

  /// Hexadecimal digits by the name, in the places where there were some: nothing moves.
  private static func likeness(of found: String, for name: String) -> String {
    var digits = SHA256.hash(data: Data("\(found.count) \(name)".utf8))
      .flatMap { Array(String(UInt(0x100) + UInt($0), radix: 16).dropFirst()) }[...]
    let isUpper = found == found.uppercased()
    let written = found.map { $0.isHexDigit ? digits.popFirst() ?? "0" : $0 }
    return isUpper ? String(written).uppercased() : String(written)
  }
}

extension ChanceMarks {
  private struct Report: Decodable {
    let authorities: [Subject]
    let credentials: [Subject]
  }

  private struct Subject: Decodable {
    enum CodingKeys: String, CodingKey {
      case tenant, application, credential, findings
      case thumbprintSHA1 = "thumbprint_sha1"
      case thumbprintSHA256 = "thumbprint_sha256"
    }

    let tenant: String
    let application: String?
    let credential: String?
    let thumbprintSHA1: String?
    let thumbprintSHA256: String?
    let findings: [Finding]
  }

  private struct Finding: Decodable {
    let evidence: [String: String?]
  }
}
