import AuditStore
import CredentialAudit
import Foundation

/// Records nights as audits do.
struct Filling {
  /// What it took.
  struct Outcome {
    let seconds: Double
    /// Of the file after the first night and after the last.
    let firstBytes: Int
    let lastBytes: Int
  }

  private static let batch = 100
  let path: String
  let credentials: Int

  func fill(nights: Int) throws -> Outcome {
    let lock = try RunLock(database: path)
    let store = try AuditStore(path: path)
    let clock = ContinuousClock()
    let begun = clock.now
    var firstBytes = 0
    for number in 0..<nights {
      try record(Night(number: number, credentials: credentials), in: store, holding: lock)
      if number == 0 { firstBytes = bytes }
    }
    return Outcome(
      seconds: (clock.now - begun) / .seconds(1), firstBytes: firstBytes, lastBytes: bytes)
  }

  func record(_ night: Night, in store: AuditStore, holding lock: RunLock) throws {
    let recorder = try store.begin(night.run(), holding: lock)
    let (authorities, records) = (night.authorities, night.records)
    try recorder.record(authorities: authorities)
    for start in stride(from: 0, to: records.count, by: Self.batch) {
      let end = min(start + Self.batch, records.count)
      try recorder.record(credentials: Array(records[start..<end]))
    }
    try recorder.conclude(inventory: Set(authorities.map(\.name) + records.map(\.name)))
    try recorder.finish(at: night.start + 600, complete: true)
  }

  var bytes: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }
}
