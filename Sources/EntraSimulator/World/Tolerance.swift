/// A way in which a token endpoint is laxer than the standards.
package enum Tolerance: Sendable, Hashable, CaseIterable {
  /// `exp` and `nbf` may have a fraction. MSAL for Python sends such numbers.
  case fractionalTimes
  /// `exp` and `nbf` may be JSON strings. MSAL.NET writes them so.
  case textTimes
  /// A thumbprint may be padded, in base64url as MSAL for Python writes it or in standard Base64 as
  /// MSAL Go does. Left out of the default, because RFC 7515 asks for neither.
  case paddedThumbprints
  /// A client assertion may be used more than once while it lasts. MSAL for Python and Go keep
  /// theirs for ten minutes, so the real service must be this lax; it is left out of the default
  /// because a client of ours that reuses one should be noticed.
  case reusedAssertions

  /// What the Microsoft identity platform tolerates in a simulated tenant unless said otherwise.
  package static let ofThePlatform: Set<Tolerance> = [.fractionalTimes, .textTimes]
}
