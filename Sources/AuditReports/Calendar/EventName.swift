import CredentialAudit

/// By what a calendar knows an event again (RFC 5545, section 3.8.4.7).
enum EventName {
  /// The same for the same credential in every run, whatever its value or its end: what is rotated
  /// moves and does not stand there twice. Each name's length is hashed with it, so that no two
  /// triples of names are one text.
  static func of(_ credential: CredentialRecord) -> String {
    let names = [credential.tenant, credential.application, credential.credential]
    let text = names.map { "\($0.utf8.count):\($0)" }.joined()
    return TextDigest.hex(of: text, bytes: 16) + "@credaudit"
  }
}
