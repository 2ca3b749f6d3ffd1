import CredentialAudit
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import AuditReports

/// `junit.xml` as a reader of XML sees it that is not ours.
final class JUnitReading: NSObject, XMLParserDelegate {
  struct Case: Equatable {
    var className: String
    var name: String
    var outcome = "passed"
    var type: String?
    var message: String?
    var text = ""
  }

  struct Suite {
    let name: String
    let counts: [Int]
    var properties: [String: String] = [:]
    var cases: [Case] = []
  }

  private(set) var totals: [Int] = []
  private(set) var suites: [Suite] = []
  private var elements: [String] = []

  init(_ run: any RunReader, casesPerBatch: Int = TenantSuites.casesPerBatch) throws {
    super.init()
    var bytes: [UInt8] = []
    let stream = ByteStream(to: { bytes += $0 })
    try JUnitReport(run: run, stream: stream, casesPerBatch: casesPerBatch).write()
    try stream.flush()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  var cases: [Case] { suites.dropFirst().flatMap(\.cases) }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(element)
    let counts = ["tests", "failures", "errors", "skipped"].map { Int(attributes[$0] ?? "") ?? -1 }
    switch element {
    case "testsuites": totals = counts
    case "testsuite": suites.append(Suite(name: attributes["name"] ?? "", counts: counts))
    case "property":
      suites[suites.count - 1].properties[attributes["name"] ?? ""] = attributes["value"]
    case "testcase":
      suites[suites.count - 1].cases.append(
        Case(className: attributes["classname"] ?? "", name: attributes["name"] ?? ""))
    case "failure", "error", "skipped":
      change { $0.outcome = element }
      change { $0.type = attributes["type"] }
      change { $0.message = attributes["message"] }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if elements.contains("testcase") { change { $0.text += text } }
  }

  func parser(
    _ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?
  ) {
    elements.removeLast()
  }

  private func change(_ body: (inout Case) -> Void) {
    let suite = suites.count - 1
    body(&suites[suite].cases[suites[suite].cases.count - 1])
  }
}
