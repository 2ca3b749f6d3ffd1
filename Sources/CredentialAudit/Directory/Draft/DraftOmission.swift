/// Why a credential of the directory is not in a draft.
package enum DraftOmission: String, Sendable, Hashable, CaseIterable {
  /// It has ended: nobody can hold it any more.
  case ended
  /// It signs tokens for single sign-on, and proves no application.
  case signing
  /// It encrypts tokens, or is no certificate.
  case otherUse
  /// Its application is disabled, so that nothing could be tried.
  case disabled
  /// It may be one that is declared: nothing tells which of the two it is.
  case unclear

  /// How it is told, behind their number.
  package var words: String {
    switch self {
    case .ended: "that have ended"
    case .signing: "for signing only"
    case .otherUse: "for encrypting, or that are no certificates"
    case .disabled: "of disabled applications"
    case .unclear: "that may be declared already under other names"
    }
  }
}
