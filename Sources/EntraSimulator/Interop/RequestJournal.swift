package import Foundation
import Synchronization

/// Every request as it came, one line of JSON each, written before its answer is sent: whoever has
/// an answer finds the question in the file.
///
/// Unlike ``RequestLog`` it keeps what clients compare, secrets included; only an assertion's
/// signature is left out. It is for clients whose secrets are made up.
package final class RequestJournal: Sendable {
  private let file: Mutex<FileHandle>

  /// Writes to a file that is there and empty; whoever made it said who may read it.
  package init(to file: URL) throws {
    self.file = Mutex(try FileHandle(forWritingTo: file))
  }

  func record(_ exchange: Exchange, status: Int) {
    let line = Self.entry(exchange, status: status).serialized + "\n"
    // A full disk costs the reader a line, which it will miss, and no client its answer.
    file.withLock { try? $0.write(contentsOf: Data(line.utf8)) }
  }

  private static func entry(_ exchange: Exchange, status: Int) -> JSONValue {
    let request = exchange.request
    let assertion = exchange.form["client_assertion"].flatMap(CompactToken.init)
    var entry: JSONValue = [
      "at": .number(String(exchange.now.timeIntervalSince1970)),
      "method": .string(request.method), "host": .string(request.authority),
      "path": .string(request.path), "endpoint": .string(exchange.place.endpoint.rawValue),
      "query": pairs(FormText(request.query ?? "").fields), "headers": pairs(request.headers),
      // What is decoded stands beside the form in the place of its text.
      "form": pairs(
        exchange.form.fields.filter { assertion == nil || $0.name != "client_assertion" }),
      "status": JSONValue(status),
    ]
    if let assertion {
      entry["assertion"] = ["header": assertion.header, "claims": assertion.claims]
    }
    return entry
  }

  /// A list, because names may stand twice.
  private static func pairs(_ fields: [(name: String, value: String)]) -> JSONValue {
    .array(fields.map { [.string($0.name), .string($0.value)] })
  }
}
