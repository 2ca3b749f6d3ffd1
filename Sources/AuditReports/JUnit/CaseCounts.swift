/// The counts that a suite states of its cases.
struct CaseCounts {
  private(set) var tests = 0
  private(set) var failures = 0
  private(set) var errors = 0
  private(set) var skipped = 0

  mutating func count(_ outcome: TestCase.Outcome) {
    tests += 1
    switch outcome {
    case .passed: break
    case .failed: failures += 1
    case .errored: errors += 1
    case .skipped: skipped += 1
    }
  }

  mutating func add(_ other: CaseCounts) {
    tests += other.tests
    failures += other.failures
    errors += other.errors
    skipped += other.skipped
  }
}
