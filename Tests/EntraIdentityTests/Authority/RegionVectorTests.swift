import EntraIdentity
import Foundation
import TestSupport
import Testing

/// What MSAL for Python 1.35.1 makes of a region, recorded by running it.
struct RegionVector: Decodable, Sendable, CustomTestStringConvertible {
  struct Input: Decodable, Sendable {
    struct Flags: Decodable, Sendable {
      /// A region's name; nil where it is to be found out (true) or not used at all (false).
      let name: String?
      let isDetected: Bool

      private enum Key: String, CodingKey { case azure_region }

      init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        name = try? fields.decode(String.self, forKey: .azure_region)
        isDetected = (try? fields.decode(Bool.self, forKey: .azure_region)) ?? false
      }
    }
    struct Stub: Decodable, Sendable { let imds_body: String? }
    let authority: String
    let flags: Flags
    let env: [String: String]?
    let stub: Stub?
  }
  struct Expectation: Decodable, Sendable {
    let regional_token_endpoint: String?
    let imds_called: Bool
  }
  let id: String
  let input: Input
  let expect: Expectation

  var testDescription: String { id }
}

@Suite("Regions as another library answers them") struct RegionVectorTests {
  @Test(
    "a region's token endpoint is the recorded one, or another for a reason",
    arguments: AuthorityVectors.regions)
  func region(_ vector: RegionVector) async throws {
    let machine = CannedPlatformTransport {
      [body = vector.input.stub?.imds_body] request, _ throws(TransportError) in
      guard let body else {
        throw TransportError(kind: .refused, host: request.url.host, detail: "nobody is there")
      }
      return HTTPResponse(status: 200, headers: [], body: Array(body.utf8))
    }
    let setting: RegionSetting
    if vector.input.flags.isDetected {
      setting = .detected(
        RegionDetector(environment: vector.input.env ?? [:], transport: machine))
    } else if let name = vector.input.flags.name {
      setting = Region(name).map(RegionSetting.named) ?? .none
    } else {
      setting = .none
    }
    let bench = try ClientBench(
      authority: vector.input.authority, settings: ClientSettings(region: setting, retry: .never))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let request = try #require(bench.service.tokenRequests.last)
    let usual = try Authority(vector.input.authority).url.description + "/oauth2/v2.0/token"
    let regional = request.url.description == usual ? nil : request.url.description
    if let answer = AuthorityVectors.ourAnswers[vector.id] {
      #expect(answer.code == "no-region")
      #expect(regional == nil)
      #expect(vector.expect.regional_token_endpoint != nil)
    } else {
      #expect(regional == vector.expect.regional_token_endpoint)
    }
    // The other library asks the machine even where the region is named; here it is asked only
    // where it is to be found out.
    #expect(
      machine.requests.isEmpty != (vector.input.flags.isDetected && vector.expect.imds_called))
  }
}
