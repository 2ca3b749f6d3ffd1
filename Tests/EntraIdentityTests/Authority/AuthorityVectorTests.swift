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

  @Test("an authority is read, classified and asked for its document as recorded, or for a reason")
  func authorities() async throws {
    let answers = try AuthorityVectors.ourAnswers()
    let vectors = try AuthorityVectors.all("authority")
    #expect(vectors.count == 68)
    for vector in vectors {
      let ours = await outcome(of: vector)
      let theirs = vector.expect
      let isRejected = theirs.result == "rejected"
      guard let answer = answers[vector.id] else {
        #expect((ours.code != nil) == isRejected, "\(vector.id): \(ours)")
        guard !isRejected, ours.code == nil else { continue }
        #expect(ours.type == theirs.type, "\(vector.id)")
        #expect(ours.host == theirs.host, "\(vector.id)")
        #expect(ours.tenant == nil || ours.tenant == theirs.tenant_in_url, "\(vector.id)")
        #expect(ours.discoveryURL == theirs.discovery_url, "\(vector.id)")
        continue
      }
      #expect(!answer.reason.isEmpty, "\(vector.id)")
      #expect(ours.code == answer.code, "\(vector.id): \(ours)")
      guard answer.code == nil else {
        // An answer that is the recorded one has no place among the others.
        #expect(!isRejected, "\(vector.id) is refused by both")
        continue
      }
      #expect(ours.type == answer.type ?? theirs.type, "\(vector.id)")
      #expect(ours.discoveryURL == answer.discovery_url ?? theirs.discovery_url, "\(vector.id)")
      #expect(
        isRejected || answer.type != nil || ours.discoveryURL != theirs.discovery_url,
        "\(vector.id) is the recorded answer")
    }
  }

  @Test("a generic issuer is accepted by exact text only, where the recorded rules are looser")
  func issuers() throws {
    let answers = try AuthorityVectors.ourAnswers()
    let vectors = try AuthorityVectors.all("issuer")
    #expect(vectors.count == 49)
    for vector in vectors {
      let authority = Authority.read(vector.input.text, kind: .oidc).authority
      let judgement = authority.map { IssuerRules.judge(issuer: vector.input.issuer, for: $0) }
      let answer = answers[vector.id]
      #expect((judgement == .accepted) == (answer?.match ?? vector.expect.match), "\(vector.id)")
      if let answer {
        #expect(answer.match != vector.expect.match, "\(vector.id) is the recorded answer")
        #expect(!answer.reason.isEmpty, "\(vector.id)")
      }
    }
  }

  @Test("every answer of ours belongs to a vector")
  func answersHaveVectors() throws {
    let known = try Set(
      (AuthorityVectors.all("authority") + AuthorityVectors.all("issuer")).map(\.id))
    #expect(try Set(AuthorityVectors.ourAnswers().keys).subtracting(known).isEmpty)
  }

  @Test(
    "a region's token endpoint is derived as recorded",
    .disabled("regional token endpoints are not part of the library yet"))
  func regions() throws {
    let vectors = try AuthorityVectors.all("region")
    #expect(vectors.count == 9)
  }
}
