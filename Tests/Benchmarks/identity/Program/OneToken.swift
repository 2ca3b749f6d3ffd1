import EntraIdentity
import Foundation

/// All that a process does that wants one token.
enum OneToken {
  /// The certificate in a PKCS#12 file of the benchmark's.
  static func certificate(_ bundle: String) throws -> CertificateCredential {
    try CertificateLoader.load(
      certificate: Array(try Data(contentsOf: URL(filePath: bundle))), key: nil,
      passphrase: Secret("interop"), sendsChain: false)
  }

  /// Gets a token.
  /// - Parameters:
  ///   - authority: From whom.
  ///   - clientID: For whom.
  ///   - credential: A secret, or the path of a PKCS#12 file.
  ///   - isCanned: Whether the canned service answers, and not the network.
  /// - Throws: What stood in the way.
  static func get(
    authority: String, clientID: String, credential: String, isCanned: Bool
  ) async throws {
    let proof: ClientCredential =
      credential.hasSuffix(".pfx")
      ? .certificate(try certificate(credential)) : .secret(Secret(credential), .post)
    let network =
      isCanned
      ? nil
      : try NetworkTransport(
        configuration: .fromEnvironment(ProcessInfo.processInfo.environment))
    let transport: any HTTPTransport = network ?? CannedService()
    let client = ConfidentialClient(
      clientID: ClientID(clientID), credential: proof,
      authority: try Authority(authority, kind: .entra), transport: transport)
    _ = try await client.acquireToken(for: [.microsoftGraph])
    await network?.shutdown()
  }
}
