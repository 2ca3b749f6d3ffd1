/// A look at everything in a plan that is under way.
package struct Looking: Sendable {
  /// What was seen, as it comes; it ends when all was looked at or the look was stopped. Looking
  /// stops by itself when nobody takes observations any more.
  package let observations: AsyncStream<AuditObservation>
  private let work: Task<Void, Never>

  init(_ look: @escaping @Sendable (AsyncStream<AuditObservation>.Continuation) async -> Void) {
    let (stream, continuation) = AsyncStream.makeStream(of: AuditObservation.self)
    let work = Task {
      await look(continuation)
      continuation.finish()
    }
    continuation.onTermination = { _ in work.cancel() }
    observations = stream
    self.work = work
  }

  /// Ends the look early. What was seen before still comes out: it was looked at, and is not lost.
  package func stop() {
    work.cancel()
  }
}
