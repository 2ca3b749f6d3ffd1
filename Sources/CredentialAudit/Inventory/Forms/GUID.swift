import EntraIdentity

/// The text form of a GUID (RFC 9562, section 4): 8-4-4-4-12 hexadecimal digits.
enum GUID {
  /// In lower case; nil where the text is anything else. Braces, as registry tools write them, are
  /// not taken off: the service would not either.
  static func canonical(_ text: String) -> String? {
    TenantID.guid(in: text)
  }
}
