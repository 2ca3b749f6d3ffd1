public import Foundation

/// The platform that a process runs on, with what is needed to ask it for a token.
///
/// It may hold the platform's header secret: it prints its kind and its endpoint only.
public struct ManagedIdentityPlatform: Sendable, CustomStringConvertible, CustomReflectable {
  /// The kind of platform.
  public let source: ManagedIdentitySource
  /// Where it gives tokens.
  public let endpoint: PlatformURL
  /// What proves to the platform that a request comes from inside, where it has such a thing.
  let header: Secret?
  /// The certificate that the endpoint must have; nil where the endpoint needs none or an ordinary
  /// one.
  let pin: CertificatePin?

  private static let imdsPath = "/metadata/identity/oauth2/token"

  /// Sees on which platform this is and reads its variables; nothing is asked.
  /// - Parameters:
  ///   - environment: The process' variables.
  ///   - fileExists: Whether there is a file at a path.
  /// - Returns: The platform.
  /// - Throws: ``PlatformProblem/Code/settingsInvalid`` where a variable cannot be used: an endpoint
  ///   that is no URL or leads off the machine by plain http, a thumbprint that is none.
  public static func detect(
    environment: [String: String],
    fileExists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
  ) throws(PlatformProblem) -> ManagedIdentityPlatform {
    let source = ManagedIdentitySource.detect(environment: environment, fileExists: fileExists)
    let reading = PlatformVariables(environment, of: source)
    switch source {
    case .serviceFabric:
      return ManagedIdentityPlatform(
        source: source, endpoint: try reading.endpoint("IDENTITY_ENDPOINT", mustBeHTTPS: true),
        header: try reading.header("IDENTITY_HEADER"),
        pin: try reading.pin("IDENTITY_SERVER_THUMBPRINT"))
    case .appService:
      return ManagedIdentityPlatform(
        source: source, endpoint: try reading.endpoint("IDENTITY_ENDPOINT"),
        header: try reading.header("IDENTITY_HEADER"))
    case .machineLearning:
      return ManagedIdentityPlatform(
        source: source, endpoint: try reading.endpoint("MSI_ENDPOINT"),
        header: try reading.header("MSI_SECRET"))
    case .azureArc:
      // Without both variables it was the agent's program that spoke for Arc.
      let isSet = environment["IMDS_ENDPOINT"]?.isEmpty == false
      return ManagedIdentityPlatform(
        source: source,
        endpoint: try reading.endpoint(
          isSet ? "IDENTITY_ENDPOINT" : nil, default: "http://127.0.0.1:40342" + imdsPath))
    case .cloudShell:
      return ManagedIdentityPlatform(
        source: source,
        endpoint: try reading.endpoint(
          "MSI_ENDPOINT", default: "http://localhost:50342/oauth2/token"))
    case .virtualMachine:
      return ManagedIdentityPlatform(
        source: source,
        endpoint: try reading.endpoint(
          "AZURE_POD_IDENTITY_AUTHORITY_HOST", default: "http://169.254.169.254", path: imdsPath))
    }
  }

  private init(
    source: ManagedIdentitySource, endpoint: PlatformURL, header: Secret? = nil,
    pin: CertificatePin? = nil
  ) {
    self.source = source
    self.endpoint = endpoint
    self.header = header
    self.pin = pin
  }

  /// Kind and endpoint.
  public var description: String { "\(source.name) at \(endpoint.origin)" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
