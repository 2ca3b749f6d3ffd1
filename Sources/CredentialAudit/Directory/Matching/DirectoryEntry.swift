package import Foundation

/// One credential that the directory has of an application, however many entries tell of it: a SAML
/// certificate stands there as two or three.
package struct DirectoryEntry: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case secret
    case certificate
    case federated
  }

  /// Where it stands: what is on the service principal proves the application in this tenant only.
  package enum Holder: String, Sendable, Hashable, CaseIterable {
    case application
    case servicePrincipal = "service_principal"
  }

  package let id: UUID
  package let kind: Kind
  package let holder: Holder
  /// As somebody wrote it: untrusted.
  package let displayName: String?
  package let start: Date?
  /// A certificate's own end, else the entry's; nil where it never ends.
  package let end: Date?
  /// Whether it signs tokens for single sign-on rather than proving the application.
  package let isSigning: Bool
  /// The first characters of a secret: for comparing, never for showing.
  let hint: String?
  /// Upper-case hex, where it is known.
  package let thumbprintSHA1: String?
  /// Upper-case hex, where it is known.
  package let thumbprintSHA256: String?
  package let federation: DirectoryFederation?

  /// In lower case, as it names the credential in reports.
  package var keyID: String { id.uuidString.lowercased() }

  package func hasEnded(by now: Date) -> Bool { end.map { $0 <= now } ?? false }

  /// Whether it could be used at that moment, as far as its dates tell.
  package func isLive(at now: Date) -> Bool {
    !hasEnded(by: now) && (start.map { $0 <= now } ?? true)
  }

  /// How long it lives, in seconds; nil where it never ends or nobody says since when it lives.
  package var lifetime: TimeInterval? {
    guard let start, let end else { return nil }
    return end.timeIntervalSince(start)
  }

  init(_ password: DirectoryPassword, of holder: Holder) {
    id = password.keyID
    kind = .secret
    self.holder = holder
    displayName = password.displayName
    start = password.start
    end = password.end
    isSigning = false
    hint = password.hint
    thumbprintSHA1 = nil
    thumbprintSHA256 = nil
    federation = nil
  }

  /// - Parameters:
  ///   - key: The entry.
  ///   - holder: Where it stands.
  ///   - joined: The certificate where another entry of the same one has it.
  init(_ key: DirectoryKey, of holder: Holder, joined: DirectoryKey.Certificate? = nil) {
    let certificate = key.certificate ?? joined
    let written = key.customKeyIdentifier.flatMap(ThumbprintForm.hex(of:))
    id = key.keyID
    kind = .certificate
    self.holder = holder
    displayName = key.displayName
    start = certificate?.notBefore ?? key.start
    end = certificate?.notAfter ?? key.end
    isSigning = key.isSigning
    hint = nil
    // What the writer chose as identifier counts only where the certificate itself is not there.
    thumbprintSHA1 =
      certificate?.thumbprintSHA1 ?? written.flatMap { $0.utf8.count == 40 ? $0 : nil }
    thumbprintSHA256 =
      certificate?.thumbprintSHA256 ?? written.flatMap { $0.utf8.count == 64 ? $0 : nil }
    federation = nil
  }

  init(_ federation: DirectoryFederation) {
    id = federation.id
    kind = .federated
    holder = .application
    displayName = federation.name
    start = nil
    end = nil
    isSigning = false
    hint = nil
    thumbprintSHA1 = nil
    thumbprintSHA256 = nil
    self.federation = federation
  }
}

extension DirectoryKey {
  var isSigning: Bool { usage?.lowercased() == "sign" }

  /// By what the entries of one certificate are known as one.
  var joint: [UInt8]? { customKeyIdentifier ?? certificate.map { Array($0.thumbprintSHA1.utf8) } }
}
