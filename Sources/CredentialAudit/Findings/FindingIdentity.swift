/// Which question about its subject a finding answers, the same from run to run: its check, and what
/// of its evidence says which resource, address, field or key was asked about. Never its wording, its
/// verdict or its code, which are the answer.
package struct FindingIdentity: Sendable, Hashable {
  package let check: CheckID
  /// By name, then by value.
  package let evidence: [Evidence.Item]
  /// From 0: tells apart what one check says of one subject with equal evidence.
  package let number: Int

  /// The names of evidence that belong to the question. Dates, counts, what was found instead and the
  /// numbers by which a service knows a request differ from night to night and are not among them.
  package static let stableNames: Set<String> = [
    "field", "host", "kid", "resource", "scope", "url",
  ]

  init(check: CheckID, evidence: [Evidence.Item], number: Int) {
    self.check = check
    self.evidence = evidence
    self.number = number
  }

  /// The identity of a finding that is the only one of its check with that evidence.
  init(of finding: Finding) {
    check = finding.check
    evidence = finding.evidence.items.filter { Self.stableNames.contains($0.name) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    number = 0
  }

  /// Whether both may mean the same part of the subject: a question that names no resource and no
  /// field means all of them.
  func overlaps(_ other: FindingIdentity) -> Bool {
    guard check == other.check else { return false }
    return ["field", "resource", "scope"].allSatisfy { name in
      let (one, two) = (values(of: name), other.values(of: name))
      return one.isEmpty || two.isEmpty || one == two
    }
  }

  private func values(of name: String) -> [String] {
    evidence.filter { $0.name == name }.map(\.value)
  }
}

extension [Finding] {
  /// Each finding's identity, in the findings' order. Those with equal evidence are numbered by their
  /// codes and not by their place: the place follows the verdict.
  package var identities: [FindingIdentity] {
    let alone = map(FindingIdentity.init(of:))
    guard !areOfDifferentChecks, Set(alone).count < count else { return alone }
    var numbers = [Int](repeating: 0, count: count)
    for group in Dictionary(grouping: indices, by: { alone[$0] }).values where group.count > 1 {
      let byCode = group.sorted { (self[$0].code, $0) < (self[$1].code, $1) }
      for (number, index) in byCode.enumerated() { numbers[index] = number }
    }
    return zip(alone, numbers).map {
      FindingIdentity(check: $0.check, evidence: $0.evidence, number: $1)
    }
  }
}
