import CredentialAudit
import Foundation

/// One run over a small inventory as chance has it.
struct RandomNight {
  /// What is seen of one subject, before anything is known of its past.
  struct Sight {
    let name: SubjectName
    let verdict: Verdict
    let code: String
    let thumbprint: String
  }

  let id: String
  let start: Date
  let offline: Bool
  let tenants: [String]
  /// Whether it is told what the inventory has.
  let isWhole: Bool
  /// Whether it never ends by itself.
  let isKilled: Bool
  let inventory: Set<SubjectName>
  let sights: [Sight]

  static let subjects: [SubjectName] = ["one", "two"].flatMap { tenant in
    [.authority(tenant: tenant)]
      + ["a", "b", "c"].map {
        .credential(tenant: tenant, application: "application", credential: $0)
      }
  }

  /// A life of the inventory, night after night.
  static func nights(_ count: Int, seed: UInt64) -> [RandomNight] {
    var chance = SeededNumbers(seed: seed)
    var inventory = Set(subjects)
    var thumbprints: [SubjectName: Int] = [:]
    var moods: [SubjectName: Verdict] = [:]
    var start = day(0)
    return (0..<count).map { number in
      start += Double(Int.random(in: 1..<100_000, using: &chance)) + 20_000
      for name in subjects where chance.happens(8) { inventory.formSymmetricDifference([name]) }
      let tenants = chance.happens(25) ? [chance.happens(50) ? "one" : "two"] : []
      let sights = subjects.compactMap { name -> Sight? in
        guard inventory.contains(name), tenants.isEmpty || tenants.contains(name.tenant) else {
          return nil
        }
        if case .credential = name, chance.happens(10) { thumbprints[name, default: 0] += 1 }
        // Moods last, or nothing would ever be unknown for days.
        if chance.happens(45) || moods[name] == nil {
          moods[name] = [.pass, .pass, .warning, .critical, .unknown, .unknown]
            .randomElement(using: &chance)
        }
        let verdict = chance.happens(5) ? .skipped : moods[name] ?? .pass
        return Sight(
          name: name, verdict: verdict,
          code: verdict == .pass ? "ok" : "code-\(chance.happens(20) ? 2 : 1)",
          thumbprint: "\(name.text)#\(thumbprints[name, default: 0])")
      }
      let isWhole = !chance.happens(15)
      return RandomNight(
        id: "run-\(number)", start: start, offline: chance.happens(15), tenants: tenants,
        isWhole: isWhole, isKilled: !isWhole && chance.happens(40), inventory: inventory,
        sights: sights)
    }
  }
}

extension RandomNight.Sight {
  /// Two findings: what is said above, and one that never changes.
  private var findings: [Finding] {
    let isAuthority = if case .authority = name { true } else { false }
    return [
      Finding(
        check: isAuthority ? .authorityDiscovery : .credentialAcquisition, verdict: verdict,
        code: code, summary: "seen", cause: verdict == .pass ? nil : "because",
        evidence: ["url": "https://example", "request_id": UUID().uuidString]),
      Finding(
        check: isAuthority ? .authorityURL : .credentialExpiry, verdict: .skipped,
        code: "not-applicable", summary: "no question"),
    ]
  }

  var authority: AuthorityRecord? {
    guard case .authority(let tenant) = name else { return nil }
    return AuthorityRecord(
      tenant: tenant, authority: "https://example", kind: "entra", cloud: "public", tenantID: nil,
      findings: findings)
  }

  var credential: CredentialRecord? {
    guard case .credential(let tenant, let application, let credential) = name else { return nil }
    return CredentialRecord(
      tenant: tenant, application: application, credential: credential, clientID: "client",
      kind: "certificate", source: "file c.pem", thumbprintSHA256: thumbprint, findings: findings)
  }
}
