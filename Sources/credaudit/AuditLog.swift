import CredentialAudit
import EntraIdentity
import Foundation
import Logging

/// Log lines on standard error, as text or as one JSON object each. What is logged are names, codes
/// and counts: nothing that a server said and nothing that was read from a reference.
struct AuditLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  private let isJSON: Bool
  private let surroundings: Surroundings

  static func logger(level: String, format: String) -> Logger {
    let surroundings = Surroundings.current
    return Logger(label: "credaudit") { _ in
      AuditLog(
        logLevel: Logger.Level(rawValue: level) ?? .warning, isJSON: format == "json",
        surroundings: surroundings)
    }
  }

  private init(logLevel: Logger.Level, isJSON: Bool, surroundings: Surroundings) {
    self.logLevel = logLevel
    self.isJSON = isJSON
    self.surroundings = surroundings
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { _, new in new }
      .map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
    let stamp = surroundings.time.now.rfc3339
    guard isJSON else {
      let rest = fields.map { " \($0.0)=\($0.1)" }.joined()
      surroundings.console.say("\(stamp) \(event.level) \(event.message)\(rest)\n")
      return
    }
    var object = Dictionary(fields, uniquingKeysWith: { first, _ in first })
    object["time"] = stamp
    object["level"] = event.level.rawValue
    object["message"] = "\(event.message)"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(object) else { return }
    surroundings.console.say(String(decoding: line, as: UTF8.self) + "\n")
  }
}
