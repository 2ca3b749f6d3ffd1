/// What one of our own codes means and what to do about it. The codes are stable once released.
package struct CodeMeaning: Sendable, Hashable {
  package let code: String
  package let cause: String
  package let fix: String

  init(_ code: String, _ cause: String, _ fix: String) {
    self.code = code
    self.cause = cause
    self.fix = fix
  }

  /// Every code of ours, by its word.
  package static let all: [String: CodeMeaning] = Dictionary(
    (authorityCodes + urlCodes + sourceCodes + referenceCodes + remarkCodes + credentialCodes
      + networkCodes + platformCodes + historyCodes + noticeCodes + inventoryCodes
      + runCodes + directoryCodes + entryCodes + issuerCodes).map {
        ($0.code, $0)
      },
    uniquingKeysWith: { first, _ in first })
}
