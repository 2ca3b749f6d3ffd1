import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("Authorities and issuers as another library answers them")
struct AuthorityVectorTests {
  /// What this library makes of a vector, all the way through discovery.
  private struct Outcome: Equatable {
    var code: String?
    var type: String?
    var host: String?
    var tenant: String?
    var discoveryURL: String?
  }

  private func outcome(of vector: AuthorityVector) async -> Outcome {
    let reading = Authority.read(vector.input.text, kind: vector.input.declared)
    guard let authority = reading.authority else {
      return Outcome(code: reading.problems.first?.code.rawValue)
    }
    var provider = StubIdentityProvider(authority: authority)
    if let stub = vector.input.stub {
      provider.patch = stub.oidc_patch ?? [:]
      if let issuer = stub.issuer { provider.patch["issuer"] = issuer }
      if let status = stub.oidc_status {
        provider.document = HTTPResponse(status: status, headers: [], body: [])
      }
      if let text = stub.oidc_text { provider.document = StubIdentityProvider.json(text) }
    }
    let transport = provider.transport()
    do {
      let resolved = try await AuthorityResolver(transport: transport, time: ManualTime())
        .resolve(authority)
      let hasTenant = [.entra, .b2c, .ciam].contains(authority.kind)
      return Outcome(
        type: authority.kind == .entra ? "aad" : authority.kind.rawValue, host: authority.host,
        tenant: hasTenant ? resolved.authority.tenant?.description : nil,
        discoveryURL: transport.requests.first?.url.description)
    } catch {
      return switch error.reason {
      case .instance: Outcome(code: "instance")
      case .discovery: Outcome(code: "discovery")
      case .issuer: Outcome(code: "issuer")
      case .endpoints: Outcome(code: "endpoints")
      case .tenant: Outcome(code: "tenant")
      case .cloud: Outcome(code: "cloud")
      }
    }
  }

  @Test(
    "an authority is read, classified and asked for its document as recorded, or for a reason",
    arguments: AuthorityVectors.authorities)
  func authority(_ vector: AuthorityVector) async throws {
    let ours = await outcome(of: vector)
    let theirs = vector.expect
    let isRejected = theirs.result == "rejected"
    guard let answer = AuthorityVectors.ourAnswers[vector.id] else {
      #expect((ours.code != nil) == isRejected, "\(ours)")
      guard !isRejected, ours.code == nil else { return }
      #expect(ours.type == theirs.type)
      #expect(ours.host == theirs.host)
      #expect(ours.tenant == nil || ours.tenant == theirs.tenant_in_url)
      #expect(ours.discoveryURL == theirs.discovery_url)
      return
    }
    #expect(!answer.reason.isEmpty)
    #expect(ours.code == answer.code, "\(ours)")
    // An answer that is the recorded one has no place among the others.
    guard answer.code == nil else {
      #expect(!isRejected)
      return
    }
    #expect(ours.type == answer.type ?? theirs.type)
    #expect(ours.discoveryURL == answer.discovery_url)
    #expect(isRejected || ours.discoveryURL != theirs.discovery_url || ours.type != theirs.type)
  }

  @Test(
    "a generic issuer is accepted by exact text only, where the recorded rules are looser",
    arguments: AuthorityVectors.issuers)
  func issuer(_ vector: AuthorityVector) throws {
    let authority = Authority.read(vector.input.text, kind: .oidc).authority
    let judgement = authority.map { IssuerRules.judge(issuer: vector.input.issuer, for: $0) }
    let answer = AuthorityVectors.ourAnswers[vector.id]
    #expect((judgement == .accepted) == (answer?.match ?? vector.expect.match))
    guard let answer else { return }
    #expect(answer.match != vector.expect.match)
    #expect(!answer.reason.isEmpty)
  }

  @Test("all vectors are there, and every answer of ours belongs to one")
  func vectorsAreWhole() throws {
    #expect(AuthorityVectors.authorities.count == 68)
    #expect(AuthorityVectors.issuers.count == 49)
    #expect(AuthorityVectors.regions.count == 9)
    let known = Set(
      (AuthorityVectors.authorities + AuthorityVectors.issuers).map(\.id)
        + AuthorityVectors.regions.map(\.id))
    #expect(!AuthorityVectors.ourAnswers.isEmpty)
    #expect(Set(AuthorityVectors.ourAnswers.keys).subtracting(known).isEmpty)
  }
}
