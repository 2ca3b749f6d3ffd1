import EntraIdentity
package import Foundation

extension CredentialObservation {
  /// What the directory has of the credential's application; nil where it was not read.
  package var holding: DirectoryHolding? {
    guard case .read(let snapshot) = directory, let id = planned.application.clientID.uuid else {
      return nil
    }
    return DirectoryHolding(of: id, in: snapshot)
  }

  /// Which of its entries the credential is; nil where the directory was not read, and for what has
  /// no entry there.
  package var match: EntryMatch? {
    guard let holding else { return nil }
    return switch planned.credential.kind {
    case .secret: matchSecret(in: holding)
    case .certificate: matchCertificate(in: holding)
    case .federated: matchFederation(in: holding)
    case .managedIdentity: nil
    }
  }

  /// When the directory says that it ends: of several that it may be, the first end.
  package var directoryEnd: Date? { match?.entries.compactMap(\.end).min() }

  private static let unread = EntryMatch.notComparable(
    code: "depends-on-source", "there is no credential to compare")

  private var wasRead: Bool { if case .read = source { true } else { false } }

  /// A secret is known by its first characters and, where several begin with them, by its dates.
  private func matchSecret(in holding: DirectoryHolding) -> EntryMatch {
    guard wasRead else { return Self.unread }
    let secrets = holding.entries.filter { $0.kind == .secret }
    let fitting = secrets.filter { fittingEntries.contains($0.id) }
    // That the service takes it proves that it is one of the living.
    if hasToken, !fitting.contains(where: { $0.isLive(at: now) }) {
      let living = secrets.filter { $0.hint == nil && $0.isLive(at: now) }
      if !living.isEmpty { return one(of: living, by: "being the only living one without a hint") }
    }
    if !fitting.isEmpty { return one(of: fitting, by: "hint") }
    let unhinted = secrets.filter { $0.hint == nil }
    guard !unhinted.isEmpty else { return .missing }
    if hasToken { return one(of: unhinted, by: "being the only one without a hint") }
    return .notComparable(
      code: "hint-unknown", "the directory has no hint of \(unhinted.count.of("secret"))")
  }

  private func one(of candidates: [DirectoryEntry], by how: String) -> EntryMatch {
    if candidates.count == 1 { return .found(candidates[0], by: how) }
    let live = candidates.filter { $0.isLive(at: now) }
    let rest = live.isEmpty ? candidates : live
    if rest.count == 1 { return .found(rest[0], by: "hint and dates") }
    if let written = planned.credential.expires {
      let dated = rest.filter { $0.end.map { $0.isSameDay(as: written) } ?? false }
      if dated.count == 1 { return .found(dated[0], by: "hint and dates") }
    }
    return .several(rest)
  }

  private func matchCertificate(in holding: DirectoryHolding) -> EntryMatch {
    guard let certificate else { return Self.unread }
    // One certificate may stand there for several uses; what only encrypts is no way in.
    let certificates = holding.entries.filter { $0.kind == .certificate && $0.use != .encryption }
    let entries =
      certificates.filter { $0.use == .proof } + certificates.filter { $0.use != .proof }
    if let same = entries.first(where: { $0.thumbprintSHA256 == certificate.thumbprintSHA256 }) {
      return .found(same, by: "SHA-256 thumbprint")
    }
    // A longer digest that differs is not made good by a shorter one.
    if let same = entries.first(where: {
      $0.thumbprintSHA256 == nil && $0.thumbprintSHA1 == certificate.thumbprintSHA1
    }) {
      return .found(same, by: "SHA-1 thumbprint")
    }
    return .missing
  }

  /// The assertion that was read, or that a managed identity gave.
  private var presentedAssertion: ForeignAssertion? {
    if case .read(let facts) = source, let assertion = facts.assertion { return assertion }
    return acquisitions.lazy.compactMap(\.assertion).first
  }

  /// Issuer, subject and audience are compared as the service does: letter by letter.
  private func matchFederation(in holding: DirectoryHolding) -> EntryMatch {
    // What is only a guest here has its credentials in another directory.
    guard let application = holding.application else { return .missing }
    guard application.federations != nil else {
      return .notComparable(
        code: "federations-not-read", "the federated credentials were not read")
    }
    guard let assertion = presentedAssertion else { return Self.unread }
    let entries = holding.entries.filter { $0.kind == .federated }
    let looked = entries.map { (entry: $0, fields: $0.federation?.differences(from: assertion)) }
    if let same = looked.first(where: { $0.fields == [] }) {
      return .found(same.entry, by: "issuer, subject and audience")
    }
    if looked.contains(where: {
      $0.entry.federation?.subject == nil && $0.fields?.contains("issuer") == false
    }) {
      return .notComparable(
        code: "federation-by-expression", "the directory compares claims by an expression")
    }
    // What is the same but for capitals and a slash was meant to be the same.
    let near = looked.first { $0.entry.federation?.nearlyFits(assertion) ?? false }
    guard let near, let fields = near.fields else { return .missing }
    return .differs(near.entry, fields: fields)
  }
}

extension DirectoryFederation {
  /// The fields in which an assertion is another one's.
  fileprivate func differences(from assertion: ForeignAssertion) -> [String] {
    var fields: [String] = []
    if !Self.same(issuer, assertion.issuer) { fields.append("issuer") }
    if !Self.same(subject, assertion.subject) { fields.append("subject") }
    if !audiences.contains(where: { one in assertion.audience.contains { Self.same(one, $0) } }) {
      fields.append("audience")
    }
    return fields
  }

  /// Byte by byte: strings that Swift calls equal may be written otherwise.
  private static func same(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    return one.utf8.elementsEqual(other.utf8)
  }

  fileprivate func nearlyFits(_ assertion: ForeignAssertion) -> Bool {
    func bare(_ text: String?) -> String? {
      text.map { $0.lowercased().trimmingSuffix { $0 == "/" } }
    }
    let audiences = Set(self.audiences.map(bare))
    // Of the three at most one is another word altogether.
    return [
      bare(issuer) == bare(assertion.issuer), bare(subject) == bare(assertion.subject),
      assertion.audience.contains { audiences.contains(bare($0)) },
    ].count { $0 } >= 2
  }
}

extension String {
  fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isCut(last) { text.removeLast() }
    return String(text)
  }
}

extension Date {
  /// Whether two ends are one, of which one may be written as a day, in whatever time zone.
  func isSameDay(as other: Date) -> Bool { abs(timeIntervalSince(other)) <= 86_400 }
}
