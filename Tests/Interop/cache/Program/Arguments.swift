import EntraIdentity
import Foundation

/// What was asked for.
struct Arguments {
  struct Usage: Error, CustomStringConvertible {
    let description = "write get or find, FILE AUTHORITY CLIENT_ID SCOPE [FMI_PATH]"
  }

  private let hasNetwork: Bool
  private let path: String
  private let authority: Authority
  private let clientID: ClientID
  private let scope: Scope
  private let fmiPath: String?

  init(_ words: [String]) throws {
    guard (6...7).contains(words.count), ["get", "find"].contains(words[1]),
      let scope = Scope(words[5])
    else { throw Usage() }
    hasNetwork = words[1] == "get"
    path = words[2]
    authority = try Authority(words[3])
    clientID = ClientID(words[4])
    self.scope = scope
    fmiPath = words.count == 7 ? words[6] : nil
  }

  /// The token; nil where it is not in the file and there is no network. A file that cannot be used
  /// is an error, even if the token came.
  func token() async throws -> AcquiredToken? {
    let environment = ProcessInfo.processInfo.environment
    let storeFailure = FirstFailure()
    let network = NoNetwork()
    let client = ConfidentialClient(
      clientID: clientID,
      credential: .secret(Secret(environment["CLIENT_SECRET"] ?? ""), .post), authority: authority,
      transport: hasNetwork
        ? try NetworkTransport(configuration: .fromEnvironment(environment)) : network,
      cache: TokenCache(
        store: UnifiedCacheFile(path: path), onStoreFailure: { storeFailure.note($0) }))
    do {
      let token = try await client.acquireToken(
        for: [scope], options: AcquisitionOptions(fmiPath: fmiPath))
      if let error = storeFailure.error { throw error }
      return token
    } catch {
      if let error = storeFailure.error { throw error }
      guard network.wasAsked else { throw error }
      return nil
    }
  }
}
