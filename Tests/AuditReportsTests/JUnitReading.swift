import CredentialAudit
import TestSupport
import Testing

@testable import AuditReports

/// `junit.xml` as a pipeline reads it.
struct JUnitReading {
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

  init(_ run: any RunReader, casesPerBatch: Int = TenantSuites.casesPerBatch) throws {
    var bytes: [UInt8] = []
    let stream = ByteStream(to: { bytes += $0 })
    var report = JUnitReport(run: run, stream: stream, casesPerBatch: casesPerBatch)
    try report.write(run)
    try stream.flush()
    let document = try #require(String(validating: bytes, as: UTF8.self))
    var open: [String] = []
    for event in try XMLReading(document).events {
      switch event {
      case .start(let name, let attributes):
        open.append(name)
        begin(name, attributes)
      case .end: open.removeLast()
      case .text(let text): if open.contains("testcase") { change { $0.text += text } }
      }
    }
  }

  /// Those of all tenants.
  var cases: [Case] { suites.dropFirst().flatMap(\.cases) }

  private mutating func begin(_ element: String, _ attributes: [String: String]) {
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

  private mutating func change(_ body: (inout Case) -> Void) {
    let suite = suites.count - 1
    body(&suites[suite].cases[suites[suite].cases.count - 1])
  }
}
