/// A look at everything in a plan that is under way.
package struct Looking: Sendable {
  /// What was seen, as it comes; it ends when all was looked at or the look was stopped. Looking
  /// waits while nobody takes what was seen, and stops by itself when nobody does any more.
  package let observations: Observations
  private let queue: ObservationQueue
  private let work: Task<Void, Never>

  init(_ look: @escaping @Sendable (ObservationQueue) async -> Void) {
    let (stream, continuation) = AsyncStream.makeStream(of: AuditObservation.self)
    let queue = ObservationQueue(continuation)
    let work = Task {
      await look(queue)
      continuation.finish()
    }
    continuation.onTermination = { _ in
      work.cancel()
      queue.open()
    }
    observations = Observations(stream: stream, queue: queue)
    self.queue = queue
    self.work = work
  }

  /// Ends the look early. What was seen before still comes out: it was looked at, and is not lost.
  package func stop() {
    work.cancel()
    queue.open()
  }
}

/// What is seen, one by one.
package struct Observations: AsyncSequence, Sendable {
  let stream: AsyncStream<AuditObservation>
  let queue: ObservationQueue

  package func makeAsyncIterator() -> Iterator {
    Iterator(base: stream.makeAsyncIterator(), queue: queue)
  }

  /// Takes one after the other.
  package struct Iterator: AsyncIteratorProtocol {
    fileprivate var base: AsyncStream<AuditObservation>.Iterator
    fileprivate let queue: ObservationQueue

    /// The next one; nil when there is none any more.
    package mutating func next() async -> AuditObservation? {
      await next(isolation: #isolation)
    }

    /// The next one; nil when there is none any more.
    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async -> AuditObservation? {
      let observation = await base.next(isolation: actor)
      if observation != nil { queue.taken() }
      return observation
    }
  }
}
