import CredentialAudit
import GRDB

/// By what a credential is told from the next, in a row that has its description's columns.
enum TraitColumns {
  /// Nil for an authority, which has no source.
  static func traits(_ row: Row) throws -> CredentialTraits? {
    guard let source: String = try row.decode(forColumn: "source") else { return nil }
    return CredentialTraits(
      source: source, thumbprintSHA256: try row.decode(forColumn: "thumbprint_sha256"),
      expiresAt: try row.decode(Int64?.self, forColumn: "expires_at").map(StoredText.date))
  }
}
