import Crypto
package import EntraIdentity
package import Foundation

/// Every credential of a plan, read once before anything is sent: so that two applications with the
/// same secret are both told of it, and a command runs once.
package struct SourceSurvey: Sendable {
  private let sources: [String: SurveyedSource]
  private let sharedUses: [String: SharedUse]
  private let scrubbers: TenantScrubbers
  private let missing: SurveyedSource

  /// How many are read at a time: a command may be slow.
  private static let width = 16

  /// Reads all sources of a plan; those that the deadline or the end of the run comes before are
  /// not read.
  /// - Parameters:
  ///   - plan: What to read.
  ///   - others: What is read after it, only for whether it is the same secret or key.
  ///   - reader: How to read it.
  ///   - platform: What keeps the keys of managed identities.
  ///   - time: The clock.
  ///   - deadline: When nothing is begun any more.
  package init(
    _ plan: AuditPlan, beside others: [PlannedCredential] = [],
    reader: SecretReader, platform: HostPlatform,
    time: any TimeSource = SystemTime(),
    deadline: Date = .distantFuture
  ) async {
    var sources: [String: SurveyedSource] = [:]
    var presenters = PresenterIndex()
    var secrets: [String: [Secret]] = [:]
    let key = SymmetricKey(size: .bits256)
    sources.reserveCapacity(plan.credentialCount)
    await withTaskGroup(of: (PlannedCredential, Bool, SurveyedSource).self) { group in
      var own = plan.credentials.makeIterator()
      var rest = others.makeIterator()
      func startNext() {
        guard !Task.isCancelled, time.now < deadline,
          let (planned, isOwn) = own.next().map({ ($0, true) }) ?? rest.next().map({ ($0, false) })
        else { return }
        group.addTask {
          (planned, isOwn, await SourceProbe(reader: reader, platform: platform).survey(planned))
        }
      }
      for _ in 0..<Self.width { startNext() }
      while let (planned, isOwn, source) = await group.next() {
        startNext()
        if isOwn { sources[planned.subject] = source }
        guard let credential = source.credential else { continue }
        if isOwn, case .secret(let secret, _) = credential {
          secrets[planned.tenant.name, default: []].append(secret)
        }
        if let digest = credential.identityDigest(key: key) {
          presenters.add(planned, digest: digest)
        }
      }
    }
    self.sources = sources
    sharedUses = presenters.sharedUses()
    scrubbers = TenantScrubbers(secrets)
    missing = SurveyedSource(
      observation: .notRead(code: Task.isCancelled ? "cancelled" : "deadline"), credential: nil)
  }

  func source(of subject: String) -> SurveyedSource { sources[subject] ?? missing }

  func others(with subject: String) -> SharedUse { sharedUses[subject] ?? .none }

  /// Takes the secrets that a tenant's server has seen or will see out of what it says.
  func scrubber(of tenant: String) -> Scrubber { scrubbers.scrubber(of: tenant) }
}
