import Foundation

/// All that is done to one cache file by this process, one thing at a time and on a thread that may
/// wait for the disk.
actor UnifiedCacheAccess {
  private struct Snapshot {
    let stamp: FileStamp
    let outcome: Result<UnifiedCacheDocument, UnifiedCacheProblem>
  }

  private let file: PrivateFile
  private let lockTimeout: Duration
  private let time: any TimeSource
  private let executor: BlockingExecutor
  private var snapshot: Snapshot?
  /// What is to be written, and the task that will write all of it.
  private var pending: [UnifiedCacheDocument.Change] = []
  private var writing: Task<Result<Void, UnifiedCacheProblem>, Never>?

  private static let secondLooks = 3
  private static let pauseBeforeLook = Duration.milliseconds(100)

  init(path: String, lockTimeout: Duration, time: any TimeSource) {
    file = PrivateFile(path: path)
    self.lockTimeout = lockTimeout
    self.time = time
    executor = BlockingExecutor(label: "EntraIdentity.UnifiedCacheFile")
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// The tokens of a partition. The file is parsed only where it is another one than before.
  func records(of partition: TokenPartition) throws(UnifiedCacheProblem) -> [TokenRecord] {
    if let snapshot, snapshot.stamp == file.stamp {
      return try snapshot.outcome.get().records(of: partition)
    }
    return try read().get().records(of: partition)
  }

  /// Carries out a change, together with others that come before the lock is there: to write a file
  /// of 10,000 tokens once for each would take hours.
  func apply(_ change: UnifiedCacheDocument.Change) async throws(UnifiedCacheProblem) {
    pending.append(change)
    let task = writing ?? Task { await self.write() }
    writing = task
    try await task.value.get()
  }

  private func write() async -> Result<Void, UnifiedCacheProblem> {
    let lock: CacheFileLock
    do throws(UnifiedCacheProblem) {
      lock = try await CacheFileLock.acquire(file.path, timeout: lockTimeout, time: time)
    } catch {
      _ = takePending()
      return .failure(error)
    }
    defer { lock.release() }
    let outcome = await settled()
    // From here on nothing waits, so that no change comes that is neither in this text nor the next.
    let changes = takePending()
    return outcome.flatMap { document in
      do throws(UnifiedCacheProblem) {
        var document = document
        guard document.apply(changes) else { return .success(()) }
        let stamp = try file.replace(with: document.text)
        snapshot = stamp.map { Snapshot(stamp: $0, outcome: .success(document)) }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
  }

  private func takePending() -> [UnifiedCacheDocument.Change] {
    defer { (pending, writing) = ([], nil) }
    return pending
  }

  /// The document under the lock. MSAL takes no lock, and empties a file before it writes it: one
  /// that is empty or cut off may be whole a moment later, and is not to be replaced meanwhile.
  private func settled() async -> Result<UnifiedCacheDocument, UnifiedCacheProblem> {
    for _ in 0..<Self.secondLooks {
      let outcome = read()
      switch outcome {
      case .success(let document) where document.text.isEmpty && snapshot != nil: break
      case .failure(let problem) where problem.code == .notJSON: break
      default: return outcome
      }
      guard (try? await time.sleep(for: Self.pauseBeforeLook)) != nil else { return outcome }
    }
    return read()
  }

  /// Reads the file, whatever its state says. What is known of the same bytes is not parsed again.
  private func read() -> Result<UnifiedCacheDocument, UnifiedCacheProblem> {
    let former = snapshot?.outcome
    snapshot = nil
    do throws(UnifiedCacheProblem) {
      guard let contents = try file.read() else {
        return .success(try UnifiedCacheDocument([], path: file.path))
      }
      let outcome: Result<UnifiedCacheDocument, UnifiedCacheProblem>
      if case .success(let document)? = former, document.text.isSame(as: contents.bytes) {
        outcome = .success(document)
      } else {
        do throws(UnifiedCacheProblem) {
          outcome = .success(try UnifiedCacheDocument(contents.bytes, path: file.path))
        } catch {
          outcome = .failure(error)
        }
      }
      snapshot = Snapshot(stamp: contents.stamp, outcome: outcome)
      return outcome
    } catch {
      return .failure(error)
    }
  }
}

extension [UInt8] {
  /// Equality by the machine's own comparison: these are megabytes.
  fileprivate func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { mine in
      other.withUnsafeBytes { theirs in
        guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return true }
        return memcmp(mine, theirs, count) == 0
      }
    }
  }
}
