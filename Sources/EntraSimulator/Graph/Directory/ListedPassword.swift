package import Foundation

/// An entry of `passwordCredentials`: of the secret only its hint.
package struct ListedPassword: Sendable {
  package var keyID: String
  package var displayName: String?
  /// The first three characters of the secret; entries from before 2019 have none.
  package var hint: String?
  package var start: Date?
  package var end: Date?
  package var customKeyIdentifier: [UInt8]?

  package init(
    keyID: String = GUID.random(), displayName: String? = nil, hint: String? = nil,
    start: Date? = ListedApplication.usualCreation, end: Date?,
    customKeyIdentifier: [UInt8]? = nil
  ) {
    self.keyID = keyID
    self.displayName = displayName
    self.hint = hint
    self.start = start
    self.end = end
    self.customKeyIdentifier = customKeyIdentifier
  }

  /// The entry of a secret that the token endpoint takes.
  package init(_ secret: RegisteredSecret) {
    self.init(
      keyID: secret.keyID, displayName: secret.displayName, hint: String(secret.value.prefix(3)),
      start: secret.start == .distantPast ? ListedApplication.usualCreation : secret.start,
      end: secret.end == .distantFuture ? Self.openEnd : secret.end)
  }

  /// What old entries without an end have: 2299-12-31T00:00:00Z.
  package static let openEnd = Date(timeIntervalSince1970: 10_413_705_600)

  var value: JSONValue {
    [
      "customKeyIdentifier": .base64(customKeyIdentifier), "displayName": .text(displayName),
      "endDateTime": .time(end), "hint": .text(hint), "keyId": .string(keyID),
      "secretText": .null, "startDateTime": .time(start),
    ]
  }
}
