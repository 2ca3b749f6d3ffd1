@testable import AuditStore
import CredentialAudit
import Foundation
import GRDB
import Testing

@Suite struct GrowthTests {
  private static let isBenchmark = ProcessInfo.processInfo.environment["CREDAUDIT_BENCHMARK"] != nil

  /// Four findings as a healthy credential has them. `night` varies what varies in real life: days
  /// left and the service's correlation id.
  private static func credential(_ number: Int, night: Int?) -> CredentialRecord {
    let days = 200 - (night ?? 0)
    let correlation = night.map { _ in UUID().uuidString } ?? "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    return CredentialRecord(
      tenant: "tenant-\(number / 10)", application: "application-\(number % 10)",
      credential: "primary", clientID: "8b1ea1ee-9a2c-4b0b-8a28-\(1_000_000_000 + number)",
      kind: "secret", source: "env SECRET_\(number)", owner: "team@contoso.example",
      runbook: "https://wiki.contoso.example/rotate/\(number)", tags: ["prod", "finance"],
      location: SourceLocation(
        file: "tenants/\(number / 10).yaml", line: 12 + number % 10, column: 11),
      roles: ["Application.Read.All", "User.Read.All"], expiresAt: day(200),
      expiresFrom: "inventory", daysLeft: days,
      findings: [
        Finding(
          check: .credentialSource, verdict: .pass, code: "ok", summary: "read from env",
          evidence: ["source": "env SECRET_\(number)"]),
        Finding(
          check: .credentialExpiry, verdict: .pass, code: "ok", summary: "ends in \(days) days",
          evidence: ["expires_at": "2027-06-06T11:06:40Z", "days_left": "\(days)"]),
        Finding(
          check: .credentialAcquisition, verdict: .pass, code: "ok",
          summary: "a token was obtained",
          evidence: [
            "scope": "https://graph.microsoft.com/.default", "correlation_id": correlation,
          ]),
        Finding(
          check: .credentialToken, verdict: .pass, code: "ok", summary: "the token is as expected",
          evidence: ["audience": "https://graph.microsoft.com", "roles": "User.Read.All"]),
      ])
  }

  @Test("a night that says what the night before said costs little", arguments: [false, true])
  func growth(varying: Bool) throws {
    let (subjects, nights) = Self.isBenchmark ? (1000, 30) : (200, 5)
    let scratch = try Scratch()
    var sizes: [Int] = []
    var recording = Duration.zero
    for night in 0..<nights {
      let store = try scratch.open()
      let recorder = try store.begin(
        sampleRun("\(night)", at: day(night)), holding: try RunLock(database: scratch.path()))
      let records = (0..<subjects).map { Self.credential($0, night: varying ? night : nil) }
      recording += try ContinuousClock().measure {
        for start in stride(from: 0, to: subjects, by: 100) {
          try recorder.record(credentials: Array(records[start..<start + 100]))
        }
      }
      try recorder.finish(at: day(night), complete: true)
      try store.pool.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      sizes.append(
        try FileManager.default.attributesOfItem(atPath: scratch.path())[.size] as? Int ?? 0)
    }
    let growth = ((sizes.last ?? 0) - (sizes.first ?? 0)) / (subjects * (nights - 1))
    let rate = Double(subjects * nights) / (recording / .seconds(1))
    if Self.isBenchmark {
      let reading = try ContinuousClock().measure {
        var seen = 0
        try scratch.open().newestRun()?.forEachCredential { _ in seen += 1 }
        #expect(seen == subjects)
      }
      print(
        """
        varying \(varying): first \(sizes.first ?? 0) bytes, all \(sizes.last ?? 0) bytes, \
        \(growth) bytes a subject and night, \(Int(rate)) subjects (\(Int(rate * 5)) rows) a second, \
        one run read in \(reading)
        """)
    }
    // Five rows a subject: what is said in them is stored only where it is new.
    #expect(growth < (varying ? 600 : 300))
  }
}
