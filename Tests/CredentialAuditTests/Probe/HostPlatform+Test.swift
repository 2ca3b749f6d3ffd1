import EntraIdentity
import TestSupport

@testable import CredentialAudit

extension HostPlatform {
  /// A machine of which nothing is known, and which cannot be asked.
  static let test = HostPlatform(
    environment: [:], fileExists: { _ in false }, arcKeys: .standard,
    transport: CannedPlatformTransport { request, _ throws(TransportError) in
      throw TransportError(kind: .refused, host: request.url.host, detail: "nobody in this test")
    })
}
