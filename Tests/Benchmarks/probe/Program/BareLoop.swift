import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// The same requests without an audit: nothing is read of an answer but its bytes.
struct BareLoop {
  /// Requests in flight, as many as the prepared inventory allows.
  private static let width = 64

  private struct Entry: Decodable {
    let authority: String
    let clientID: String
    let secret: String

    enum CodingKeys: String, CodingKey {
      case authority
      case clientID = "client_id"
      case secret
    }
  }

  /// One tenant's: its document, its keys, its token.
  private typealias Round = [(url: String, form: String?)]

  private let rounds: [Round]
  private let client: HTTPClient

  init(folder: String) throws {
    let file = URL(filePath: folder + "/estate.json")
    let entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    rounds = try entries.map { entry in
      let secret = try String(contentsOfFile: entry.secret, encoding: .utf8)
      let form =
        "client_id=\(entry.clientID)&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"
        + "&client_secret=\(secret.dropLast())&grant_type=client_credentials"
      return [
        ("\(entry.authority)/v2.0/.well-known/openid-configuration", nil),
        ("\(entry.authority)/discovery/v2.0/keys", nil),
        ("\(entry.authority)/oauth2/v2.0/token", form),
      ]
    }
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.additionalTrustRoots = [
      .certificates(try NIOSSLCertificate.fromPEMFile(folder + "/ca.pem"))
    ]
    var settings = HTTPClient.Configuration(tlsConfiguration: tls)
    settings.httpVersion = .http1Only
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = Self.width
    client = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: settings)
  }

  func measure() async throws -> Expense {
    let expense = try await Expense.of {
      try await withThrowingTaskGroup(of: Void.self) { group in
        var rest = rounds.makeIterator()
        func startNext() {
          guard let round = rest.next() else { return }
          group.addTask { for request in round { try await send(request.url, request.form) } }
        }
        for _ in 0..<Self.width { startNext() }
        while try await group.next() != nil { startNext() }
      }
      return rounds.reduce(0) { $0 + $1.count }
    }
    try await client.shutdown()
    return expense
  }

  private func send(_ url: String, _ form: String?) async throws {
    var request = HTTPClientRequest(url: url)
    request.headers.add(name: "User-Agent", value: "probe-benchmarks")
    if let form {
      request.method = .POST
      request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: form))
    }
    let response = try await client.execute(request, timeout: .seconds(20))
    guard response.status == .ok else { throw Refused(status: response.status.code, url: url) }
    _ = try await response.body.collect(upTo: 1 << 20)
  }

  private struct Refused: Error {
    let status: UInt
    let url: String
  }
}
