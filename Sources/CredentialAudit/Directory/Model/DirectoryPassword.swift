package import Foundation

/// An entry of `passwordCredentials`: what the directory knows of a secret, which is never its value.
package struct DirectoryPassword: Sendable, Hashable {
  /// The portal's "Secret ID".
  package let keyID: UUID
  /// As somebody wrote it: untrusted. Nil where it may be the secret itself, which some people put
  /// there.
  package let displayName: String?
  /// The first characters of the secret, mostly three; entries from before 2019 have none.
  package let hint: String?
  package let start: Date?
  /// Nil where the directory says none: such an entry never ends.
  package let end: Date?
  /// The bytes of `customKeyIdentifier`, by which the entry of a SAML certificate's password is joined
  /// to the certificate's own.
  package let customKeyIdentifier: [UInt8]?

  package init(
    keyID: UUID, displayName: String?, hint: String?, start: Date?, end: Date?,
    customKeyIdentifier: [UInt8]? = nil
  ) {
    self.keyID = keyID
    self.displayName = Self.mayBeSecret(displayName, hint: hint) ? nil : displayName
    self.hint = hint
    self.start = start
    self.end = end
    self.customKeyIdentifier = customKeyIdentifier
  }

  /// Secrets that the service makes have 40 characters, none of them a blank, and begin with the hint.
  private static func mayBeSecret(_ name: String?, hint: String?) -> Bool {
    guard let name, let hint, !hint.isEmpty, name.hasPrefix(hint) else { return false }
    return (16...128).contains(name.utf8.count) && !name.contains(" ")
  }
}
