package import EntraIdentity
package import Foundation

/// Every credential of a plan, read once before anything is sent: so that two applications with the
/// same secret are both told of it, and a command runs once.
package final class SourceSurvey: Sendable {
  /// By the inventory's credential, of which there is one; `plan` is held so that no other one gets
  /// its place in memory.
  private let sources: [ObjectIdentifier: SurveyedSource]
  private let plan: AuditPlan
  private let sharedUses: [String: SharedUse]
  private let scrubbers: TenantScrubbers
  private let missing: SurveyedSource

  /// One credential and what was read of it.
  private struct Look {
    let planned: PlannedCredential
    let source: SurveyedSource
  }

  /// What is kept of all that was read.
  private struct Gathering {
    private(set) var sources: [ObjectIdentifier: SurveyedSource] = [:]
    private(set) var presenters: PresenterIndex
    private(set) var secrets: [String: [Secret]] = [:]

    init(expecting count: Int) {
      sources.reserveCapacity(count)
      presenters = PresenterIndex(expecting: count)
    }

    func has(_ planned: PlannedCredential) -> Bool {
      sources[ObjectIdentifier(planned.credential)] != nil
    }

    /// Of a credential that nobody asked for only its secret or key is kept, until all were read.
    mutating func add(_ look: Look, isAsked: Bool) {
      if isAsked { sources[ObjectIdentifier(look.planned.credential)] = look.source }
      guard let credential = look.source.credential else { return }
      if isAsked, case .secret(let secret, _) = credential {
        secrets[look.planned.tenant.name, default: []].append(secret)
      }
      if let identity = PresentedIdentity(credential) {
        presenters.add(look.planned, presenting: identity)
      }
    }
  }

  /// How many portions are read at a time: a command may be slow.
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
    var gathering = Gathering(expecting: plan.credentialCount)
    func gather(_ credentials: some Sequence<PlannedCredential>, areAsked: Bool) async {
      await withTaskGroup(of: [Look].self) { group in
        var running = 0
        for batch in SourceBatches(credentials.makeIterator()) {
          if running == Self.width, let looks = await group.next() {
            for look in looks { gathering.add(look, isAsked: areAsked) }
            running -= 1
          }
          guard !Task.isCancelled, time.now < deadline else { break }
          group.addTask {
            var looks: [Look] = []
            for planned in batch {
              guard !Task.isCancelled, time.now < deadline else { break }
              let source = await SourceProbe(reader: reader, platform: platform).survey(planned)
              looks.append(Look(planned: planned, source: source))
            }
            return looks
          }
          running += 1
        }
        while let looks = await group.next() {
          for look in looks { gathering.add(look, isAsked: areAsked) }
        }
      }
    }
    await gather(plan.credentials, areAsked: true)
    // A run over a part may leave the credential out that reads a directory. It is needed all the same,
    // and whatever takes secrets out of texts has to know its own.
    let asked = gathering
    await gather(plan.directoryReaders.filter { !asked.has($0) }, areAsked: true)
    await gather(others, areAsked: false)
    self.plan = plan
    sources = gathering.sources
    sharedUses = gathering.presenters.sharedUses()
    scrubbers = TenantScrubbers(gathering.secrets)
    missing = SurveyedSource(
      observation: .notRead(code: Task.isCancelled ? "cancelled" : "deadline"), credential: nil)
  }

  func source(of planned: PlannedCredential) -> SurveyedSource {
    sources[ObjectIdentifier(planned.credential)] ?? missing
  }

  /// Whether it was among what was to be read.
  func has(_ planned: PlannedCredential) -> Bool {
    sources[ObjectIdentifier(planned.credential)] != nil
  }

  func others(with subject: String) -> SharedUse { sharedUses[subject] ?? .none }

  /// Takes the secrets that a tenant's server has seen or will see out of what it says.
  func scrubber(of tenant: String) -> Scrubber { scrubbers.scrubber(of: tenant) }
}
