import EntraIdentity

extension CodeMeaning {
  /// What a finding's code means wherever it comes up, be it ours, the service's or OAuth's; nil
  /// where nobody has written it down.
  package static func of(_ code: String) -> CodeMeaning? {
    if let ours = all[code] { return ours }
    if let number = code.wholeMatch(of: /AADSTS([0-9]{1,9})/).flatMap({ Int($0.1) }) {
      return AADSTSCatalog.meaning(of: number).map { CodeMeaning(code, $0.cause, $0.fix) }
    }
    return OAuthErrorMeaning.meaning(of: code).map { CodeMeaning(code, $0.cause, $0.fix) }
  }
}
