import EntraIdentity
import Foundation

/// What a client assertion costs.
enum SigningMeasurement {
  /// Assertions a second.
  static func rate(_ algorithm: String, bundle: String) async throws -> Double {
    guard let algorithm = SigningAlgorithm(rawValue: algorithm) else { throw UnknownMeasurement() }
    let certificate = try OneToken.certificate(bundle)
    let profile = AssertionProfile(
      algorithm: algorithm, sendsSHA1Thumbprint: false, sendsSHA256Thumbprint: true)
    let seconds = try await Measurement.secondsPerCall(1_000) { calls in
      for _ in 0..<calls {
        _ = try ClientAssertion.signed(
          by: certificate, clientID: ClientID("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"),
          audience: "\(CannedService.host)/\(CannedService.tenant(0))/oauth2/v2.0/token",
          profile: profile, now: Date())
      }
    }
    return 1 / seconds
  }
}
