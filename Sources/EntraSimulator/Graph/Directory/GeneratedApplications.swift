package import Foundation

/// Many like registrations with their service principals, none of which is kept: each is made from
/// its number when it is listed.
package struct GeneratedApplications: Sendable {
  package var count: Int
  /// How many of a registration's credentials are secrets.
  package var secrets: Int
  /// How many of them are certificates.
  package var certificates: Int
  /// When their credentials begin.
  package var start: Date

  package init(
    _ count: Int, secrets: Int = 1, certificates: Int = 1,
    start: Date = ListedApplication.usualCreation
  ) {
    self.count = count
    self.secrets = secrets
    self.certificates = certificates
    self.start = start
  }

  /// The registration of that number, from 0: its object id is `GUID.numbered(number, kind: 0xA0)`,
  /// its client id `GUID.numbered(number, kind: 0xA1)`. Its credentials end between 200 and 700 days
  /// after their start.
  func application(_ number: Int) -> ListedApplication {
    ListedApplication(
      id: GUID.numbered(number, kind: 0xA0), appID: GUID.numbered(number, kind: 0xA1),
      displayName: "generated-\(number)",
      passwords: (0..<secrets).map { position in
        ListedPassword(
          keyID: GUID.numbered(number, kind: 0xB0 + UInt32(position)),
          displayName: "secret \(position + 1)", hint: "g~\(number % 10)", start: start,
          end: end(number + position))
      },
      keys: (0..<certificates).map { position in
        let keyID = GUID.numbered(number, kind: 0xC0 + UInt32(position))
        return ListedKey(
          keyID: keyID, displayName: "CN=generated-\(number)", start: start,
          end: end(number + 7 * (position + 1)), customKeyIdentifier: Array(keyID.utf8.prefix(20)))
      })
  }

  func principal(_ number: Int, tenant: String) -> ListedPrincipal {
    ListedPrincipal(
      id: GUID.numbered(number, kind: 0xA2), appID: GUID.numbered(number, kind: 0xA1),
      displayName: "generated-\(number)", appOwnerTenantID: tenant)
  }

  private func end(_ number: Int) -> Date {
    start.addingTimeInterval(Double(200 + number % 500) * 86_400)
  }
}
