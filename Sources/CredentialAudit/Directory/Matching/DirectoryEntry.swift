import EntraIdentity
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

  /// What it is good for. One takes another's place only within one use.
  package enum Use: String, Sendable, Hashable, CaseIterable {
    /// It proves the application.
    case proof
    /// It signs tokens for single sign-on.
    case signing
    /// Tokens for the application are encrypted with it.
    case encryption
    /// A key that both sides have, and no certificate.
    case symmetric
  }

  package let id: UUID
  package let kind: Kind
  package let holder: Holder
  /// As somebody wrote it: untrusted.
  package let displayName: String?
  package let start: Date?
  /// A certificate's own end, else the entry's; nil where it never ends.
  package let end: Date?
  package let use: Use
  /// The first characters of a secret: for comparing, never for showing.
  let hint: String?
  /// Upper-case hex, where it is known.
  package let thumbprintSHA1: String?
  /// Upper-case hex, where it is known.
  package let thumbprintSHA256: String?
  package let federation: DirectoryFederation?

  /// In lower case, as it names the credential in reports.
  package var keyID: String { id.text }

  /// Whether it signs tokens for single sign-on rather than proving the application.
  package var isSigning: Bool { use == .signing }

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
    use = .proof
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
    use = key.use
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
    use = .proof
    hint = nil
    thumbprintSHA1 = nil
    thumbprintSHA256 = nil
    self.federation = federation
  }
}

extension DirectoryKey {
  var isSigning: Bool { use == .signing }

  /// The service's words for it; one that it thinks of next is taken for the one that is a way in.
  var use: DirectoryEntry.Use {
    switch usage?.lowercased() {
    case "sign": .signing
    case "encrypt": .encryption
    default: type?.lowercased() == "symmetric" ? .symmetric : .proof
    }
  }

  /// By what the entries of one certificate are known as one, in whatever form each has it.
  var marks: Set<String> {
    var marks = Set(customKeyIdentifier.map { [$0.mark] } ?? [])
    if let certificate {
      marks.formUnion([certificate.thumbprintSHA1, certificate.thumbprintSHA256])
    }
    return marks
  }
}

extension [UInt8] {
  /// An identifier as the thumbprint that it is, else as it is.
  var mark: String {
    ThumbprintForm.hex(of: self) ?? "identifier " + map(String.init).joined(separator: ".")
  }
}
