import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CredentialAudit

/// A reader of a scripted directory: five applications, as many principals of theirs and one of
/// another tenant's, two entries to a page.
struct DirectoryScene {
  /// In lower case, as Graph writes it.
  static let tenant = "0d5c3a1e-7b62-4a0c-9a55-1f0f6a1d2c01"
  static let foreignTenant = "0d5c3a1e-7b62-4a0c-9a55-1f0f6a1d2c02"

  let time = ManualTime()
  var tokens = ScriptedTokens()
  var settings = NetworkSettings()
  var limits = DirectoryLimits()
  /// From the start on.
  var runTime: TimeInterval = 3_600

  static func id(_ kind: Int, _ number: Int) -> String {
    let (first, last) = (String(kind, radix: 16), String(number, radix: 16))
    return String(repeating: "0", count: 8 - first.count) + first + "-0000-4000-8000-"
      + String(repeating: "0", count: 12 - last.count) + last
  }

  static func application(_ number: Int, credentials: String? = nil) -> String {
    let own =
      credentials
      ?? #""passwordCredentials":[{"keyId":"\#(id(3, number))","displayName":"s\#(number)","#
      + #""hint":"abc","startDateTime":"2025-01-01T00:00:00Z","#
      + #""endDateTime":"2027-01-01T00:00:00.1234567Z"}],"keyCredentials":[]"#
    return #"{"id":"\#(id(1, number))","appId":"\#(id(2, number))","displayName":"App \#(number)","#
      + #""createdDateTime":"2024-05-06T07:08:09Z","owners":[{"id":"\#(id(9, number))","#
      + #""displayName":"Ada","userPrincipalName":"ada@contoso.example","mail":null}],\#(own)}"#
  }

  static func principal(_ number: Int, of tenant: String = tenant) -> String {
    #"{"id":"\#(id(4, number))","appId":"\#(id(2, number))","displayName":"App \#(number)","#
      + #""accountEnabled":true,"appOwnerOrganizationId":"\#(tenant)","#
      + #""passwordCredentials":[],"keyCredentials":[]}"#
  }

  static func federation(_ number: Int) -> String {
    #"{"id":"\#(id(5, number))","name":"ci \#(number)","issuer":"https://token.example/","#
      + #""subject":"repo:Contoso/App","audiences":["api://AzureADTokenExchange"]}"#
  }

  static var contents: ScriptedGraph.Contents {
    var contents = ScriptedGraph.Contents()
    contents.applications = (1...5).map { application($0) }
    contents.federations = [id(1, 2): "[\(federation(1))]"]
    contents.principals = (1...5).map { principal($0) } + [principal(6, of: foreignTenant)]
    contents.deleted = [
      #"{"id":"\#(id(1, 7))","appId":"\#(id(2, 7))","displayName":"Old","#
        + #""deletedDateTime":"2026-11-01T00:00:00Z"}"#
    ]
    return contents
  }

  func read(_ graph: some HTTPTransport, _ scope: DirectoryScope = .all) async throws
    -> DirectoryObservation
  {
    let gate = RequestGate(settings: settings, time: time, deadline: time.now + runTime)
    return await DirectoryReader(
      transport: graph, gate: gate, time: time, graph: try EndpointURL(ScriptedGraph.origin),
      tenantID: try #require(UUID(uuidString: Self.tenant)), tokens: tokens, product: .library,
      settings: settings, limits: limits
    ).read(scope)
  }

  func snapshot(_ graph: some HTTPTransport, _ scope: DirectoryScope = .all) async throws
    -> DirectorySnapshot
  {
    switch try await read(graph, scope) {
    case .read(let snapshot): return snapshot
    case .failed(let failure): throw failure
    case .notRead(let code): throw NotRead(code: code)
    }
  }

  /// The failure of a reading that must not succeed.
  func failure(_ graph: some HTTPTransport, _ scope: DirectoryScope = .all) async throws
    -> DirectoryFailure?
  {
    if case .failed(let failure) = try await read(graph, scope) { failure } else { nil }
  }

  struct NotRead: Error {
    let code: String
  }
}

/// Tokens of a counter, and how often each kind was asked for.
final class ScriptedTokens: DirectoryTokens {
  private let asked = Mutex<[Bool]>([])
  private let texts: [String]
  private let failing: IdentityError?

  init(_ texts: [String] = ["one", "two", "three"], failing: IdentityError? = nil) {
    self.texts = texts
    self.failing = failing
  }

  /// Whether each request was for a new one, in order.
  var log: [Bool] { asked.withLock { $0 } }

  func token(renewed: Bool) async throws(IdentityError) -> Secret {
    if let failing { throw failing }
    let count = asked.withLock { asked in
      asked.append(renewed)
      return asked.count
    }
    return Secret(texts[min(count, texts.count) - 1])
  }
}
