import Foundation
import Synchronization

@testable import credaudit

/// Remembers what a command said.
final class HeardConsole: Sendable {
  private let heard = Mutex((output: "", error: ""))
  private let outputIsFull: Bool

  init(outputIsFull: Bool = false) {
    self.outputIsFull = outputIsFull
  }

  var output: String { heard.withLock(\.output) }
  var error: String { heard.withLock(\.error) }

  var console: Console {
    Console(
      output: { text throws(StandardStream.Failure) in
        guard !self.outputIsFull else { throw StandardStream.Failure(code: ENOSPC) }
        self.heard.withLock { $0.output += text }
      },
      error: { text in self.heard.withLock { $0.error += text } })
  }
}
