import EntraIdentity

extension AuthorityObservation {
  /// The authority, if its URL is one that may be asked at all.
  var askable: Authority? {
    isAskable ? reading.authority : nil
  }

  /// Whether its URL is one that may be asked at all: without problems there is an authority.
  var isAskable: Bool { reading.problems.isEmpty }

  /// What was seen, if there is a document to judge.
  var documented: AuthorityExamination? {
    guard let examination, examination.discovery.value != nil else { return nil }
    return examination
  }

  /// Why a question about the document was not judged.
  func unjudged(_ check: CheckID) -> Finding {
    if !isAskable { return .skipped(check, "depends-on-url", "the URL cannot be asked") }
    if examination == nil { return .skipped(check, "offline", "the network was not asked") }
    return .skipped(check, "depends-on-discovery", "there is no document to judge")
  }
}

extension Authority {
  /// Whether somebody has to vouch for the host before anything is asked of it.
  var asksInstanceDiscovery: Bool { kind == .entra && !isDeclared && cloud == nil }

  /// Whether the host is a Microsoft cloud's own, which always answers in a known form.
  var isCloudHost: Bool {
    switch kind {
    // An undeclared host without a known cloud is looked at only after instance discovery has
    // vouched for it: it is a cloud that this version does not know.
    case .entra: cloud != nil || !isDeclared
    case .b2c, .ciam: cloud != nil
    case .adfs, .dsts, .oidc: false
    }
  }
}
