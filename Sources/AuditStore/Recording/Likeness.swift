import CredentialAudit
import GRDB

/// By what a credential is known again under another name: in the same directory the same client id
/// with the same certificate or, for what has none, from the same source.
struct Likeness: Hashable {
  /// Its tenant's name.
  let tenant: String
  let clientID: String
  let kind: String
  let mark: String

  /// Nil where there is nothing to know it by.
  init?(tenant: String, clientID: String, kind: String, source: String?, thumbprint: String?) {
    // What only the directory knows has no source of its own: two secrets are not one for that.
    let source = source == CredentialRecord.directorySource ? nil : source
    guard let mark = thumbprint ?? source, !mark.isEmpty, !clientID.isEmpty else { return nil }
    self.tenant = tenant
    self.clientID = clientID
    self.kind = kind
    self.mark = mark
  }

  private init(_ like: Likeness, directory: String) {
    tenant = directory
    clientID = like.clientID
    kind = like.kind
    mark = like.mark
  }

  /// The likeness with the directory in the place of the tenant's name, so that a tenant that was
  /// renamed is known again, while two customers who were given the same certificate are not taken
  /// for each other.
  func inDirectory(_ db: Database) throws -> Likeness {
    let sql = """
      SELECT coalesce(a.tenant_id, a.authority) FROM subject s
      JOIN standing t ON t.subject_id = s.id
      JOIN authority_description a ON a.id = t.authority_description_id
      WHERE s.kind = 'authority' AND s.tenant = ?
      """
    let directory: String? = try db.row(sql, [tenant])?.decode(atIndex: 0)
    return directory.map { Likeness(self, directory: $0) } ?? self
  }
}
