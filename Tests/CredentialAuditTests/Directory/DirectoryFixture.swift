import EntraIdentity
import Foundation

@testable import CredentialAudit

/// A directory with one application, and a declared credential of it.
struct DirectoryFixture {
  static let now = Date(timeIntervalSince1970: 1_795_000_000)  // 2026-11-18T11:06:40Z
  static let client = "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"
  static let tenantID = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"

  static func days(_ count: Double) -> Date { now.addingTimeInterval(count * 86_400) }

  /// The id of an entry by a number.
  static func id(_ number: Int) -> UUID {
    let digits = String(number)
    let padded = String(repeating: "0", count: 12 - digits.count) + digits
    return UUID(uuidString: "00000000-0000-4000-8000-\(padded)") ?? UUID()
  }

  static func password(
    _ number: Int, hint: String? = "Abc", from start: Double? = -100, to end: Double? = 100,
    name: String? = "ci deploy", identifier: [UInt8]? = nil
  ) -> DirectoryPassword {
    DirectoryPassword(
      keyID: id(number), displayName: name, hint: hint, start: start.map(days),
      end: end.map(days), customKeyIdentifier: identifier)
  }

  static func key(
    _ number: Int, usage: String = "Verify", type: String = "AsymmetricX509Cert",
    from start: Double? = -100, to end: Double? = 100,
    identifier: [UInt8]? = nil, certificate: DirectoryKey.Certificate? = nil
  ) -> DirectoryKey {
    DirectoryKey(
      keyID: id(number), displayName: "CN=billing", type: type, usage: usage,
      start: start.map(days), end: end.map(days), customKeyIdentifier: identifier,
      certificate: certificate)
  }

  var passwords: [DirectoryPassword] = []
  var keys: [DirectoryKey] = []
  var federations: [DirectoryFederation]? = []
  var owners: [DirectoryOwner]? = [
    DirectoryOwner(id: id(900), displayName: "Jo", address: "jo@contoso.example")
  ]
  var isThere = true
  var isDisabled = false
  var deletedAt: Date?
  var displayName = "Billing sync"
  var principalPasswords: [DirectoryPassword] = []
  var principalKeys: [DirectoryKey] = []
  var hasPrincipal = true
  var principalIsEnabled = true
  var principalType = "Application"
  var signingThumbprint: String?
  var policy: DirectoryPolicy?
  var createdAt: Date?
  var principalCreatedAt: Date?
  /// Where the service principal says that its application is registered.
  var appOwner: String?

  var kind = CredentialSource.secret(.env("S"))
  var source = SourceObservation.read(SourceFacts())
  var name = "primary"
  var expires: Date?
  var owner: String?
  var hasToken = true
  var fitting: Set<UUID> = []
  var acquired: ForeignAssertion?
  var failure: DirectoryFailure?
  var notRead: String?
  var heldBeside: Set<UUID>? = []
  var history = RotationHistory.none
  var authority = AuthorityState.offline(nil)
  /// Why there is no token, where there is none.
  var error = IdentityError.request(.noScope)
  /// Names of more secrets that the inventory declares for the application.
  var others: [String] = []
  var ignored: [String] = []

  var snapshot: DirectorySnapshot {
    let application = DirectoryApplication(
      objectID: Self.id(800), appID: UUID(uuidString: Self.client) ?? UUID(),
      displayName: displayName, createdAt: createdAt, deletedAt: deletedAt, isDisabled: isDisabled,
      passwords: passwords, keys: keys, federations: federations, owners: owners)
    let principal = DirectoryPrincipal(
      objectID: Self.id(801), appID: UUID(uuidString: Self.client) ?? UUID(),
      displayName: displayName, createdAt: principalCreatedAt, isEnabled: principalIsEnabled,
      appOwnerTenantID: appOwner.flatMap { UUID(uuidString: $0) },
      type: principalType, singleSignOnMode: nil, preferredSigningThumbprint: signingThumbprint,
      passwords: principalPasswords, keys: principalKeys)
    return DirectorySnapshot(
      tenantID: UUID(uuidString: Self.tenantID) ?? UUID(),
      applications: isThere && deletedAt == nil ? [application] : [],
      deleted: deletedAt == nil ? [] : [application], principals: hasPrincipal ? [principal] : [],
      policy: policy, requests: 3)
  }

  var directory: DirectoryObservation {
    if let notRead { return .notRead(code: notRead) }
    return failure.map { .failed($0) } ?? .read(snapshot)
  }

  var location: SourceLocation { SourceLocation(file: "inventory.yaml", line: 1, column: 1) }

  var application: InventoryApplication {
    let credentials = ([name] + others).map { name in
      InventoryCredential(
        name: name, kind: kind, expires: expires, thresholds: ExpiryThresholds(), scopes: nil,
        expectation: TokenExpectations(), owner: owner, runbook: nil, tags: [], location: location)
    }
    return InventoryApplication(
      name: "billing", clientID: ClientID(Self.client), credentials: credentials,
      terms: InventoryTerms(owner: owner), location: location)
  }

  var tenant: InventoryTenant {
    InventoryTenant(
      name: "contoso", authority: "https://login.microsoftonline.com/\(Self.tenantID)", kind: nil,
      tenantID: nil, tags: [], owner: owner,
      directory: InventoryDirectory(
        reader: "billing/primary", watch: .all, ignored: ignored.map(Glob.init)), trustedHosts: [],
      clientAuthentication: .post, applications: [application], location: location,
      terms: InventoryTerms(owner: "tenant@contoso.example"))
  }

  /// The declared credential.
  var observation: CredentialObservation { observation(at: authority) }

  func observation(at authority: AuthorityState) -> CredentialObservation {
    let token = ObservedToken(
      verification: .opaque, expiresIn: .seconds(3600), receivedAt: Self.now, hadKeys: true)
    var observation = CredentialObservation(
      planned: PlannedCredential(
        tenant: tenant, application: application, credential: application.credentials[0]),
      source: source, sharedWith: .none, authority: authority,
      acquisitions: [
        AcquisitionObservation(
          scopes: [], outcome: hasToken ? .token(token) : .failed(error), attempts: 1,
          correlationID: "c", assertion: acquired)
      ], now: Self.now, directory: directory, fittingEntries: fitting,
      heldBeside: heldBeside)
    observation.history = history
    return observation
  }

  /// An entry that nobody declared; of an application that nobody did either, where that is asked for.
  func entry(
    _ number: Int, isDeclared: Bool = true, beside declared: [Int] = [],
    mayBeDeclared: Bool = false, trials: [Int: RotationCount.Trial] = [:]
  ) throws -> EntryObservation {
    let id = UUID(uuidString: Self.client) ?? UUID()
    let holding = DirectoryHolding(of: id, in: snapshot)
    guard let entry = holding.entries.first(where: { $0.id == Self.id(number) }) else {
      throw Missing()
    }
    var observation = EntryObservation(
      tenant: tenant, application: isDeclared ? application : nil, clientID: id, entry: entry,
      holding: holding, directory: directory,
      declared: holding.entries.filter { declared.map(Self.id).contains($0.id) },
      mayBeDeclared: mayBeDeclared,
      trials: Dictionary(uniqueKeysWithValues: trials.map { (Self.id($0), $1) }), now: Self.now)
    observation.history = history
    return observation
  }

  struct Missing: Error {}

  /// Verdict and code of each finding of one check.
  static func words(_ findings: [Finding], _ check: CheckID) -> [String] {
    findings.filter { $0.check == check }.map { "\($0.verdict.rawValue) \($0.code)" }
  }

  /// Verdict and code of what one check finds.
  func found(_ check: CheckID) -> [String] {
    Self.words(CheckCatalog.judge(observation), check)
  }

  /// A directory with one secret, which is the one in use, changed as a case wants it.
  static func usual(
    _ change: (inout DirectoryFixture) -> Void = { _ in }
  ) -> DirectoryFixture {
    var directory = DirectoryFixture(passwords: [password(1)], fitting: [id(1)])
    change(&directory)
    return directory
  }
}
