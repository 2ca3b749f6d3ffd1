import Crypto
package import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A machine's token endpoint on the loopback interface: plain http, and for Service Fabric TLS with
/// a certificate that no authority vouches for.
package final class MachineServer: Sendable {
  /// The endpoint behind the socket, with its log.
  package let service: MachineService
  /// Where it listens.
  package let port: Int
  private let certificate: MintedCertificate?
  private let group: MultiThreadedEventLoopGroup

  private init(
    _ service: MachineService, port: Int, certificate: MintedCertificate?,
    group: MultiThreadedEventLoopGroup
  ) {
    self.service = service
    self.port = port
    self.certificate = certificate
    self.group = group
  }

  /// Starts an endpoint on a free port of 127.0.0.1.
  package static func start(
    _ machine: SimulatedMachine, clock: @escaping @Sendable () -> Date = { Date() }
  ) async throws -> MachineServer {
    let service = try MachineService(machine, clock: clock)
    let certificate =
      machine.kind == .serviceFabric ? try MintedCertificate.client("ServiceFabricCluster") : nil
    let context = try certificate.map { certificate in
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: [
          .certificate(try NIOSSLCertificate(bytes: certificate.der, format: .der))
        ],
        privateKey: .privateKey(
          try NIOSSLPrivateKey(bytes: Array(certificate.keyPEM.utf8), format: .pem)))
      configuration.shutdownTimeout = .milliseconds(200)
      return try NIOSSLContext(configuration: configuration)
    }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let listener = try await ServerBootstrap(group: group)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            if let context {
              try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
            }
            try channel.pipeline.syncOperations.configureHTTPServerPipeline(
              withPipeliningAssistance: false)
            try channel.pipeline.syncOperations.addHandler(HTTPConnection(service))
          }
        }
        .bind(host: "127.0.0.1", port: 0).get()
      return MachineServer(
        service, port: listener.localAddress?.port ?? 0, certificate: certificate, group: group)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// Closes every connection and gives the port back.
  package func stop() async {
    // Shutting down fails only where it was done before; then there is nothing left to do.
    try? await group.shutdownGracefully()
  }

  /// The endpoint's scheme, host and port.
  package var origin: String { (certificate == nil ? "http" : "https") + "://127.0.0.1:\(port)" }

  /// The variables that the machine sets for what runs on it. A virtual machine sets none: its
  /// address is fixed, and only what stands in for it is named by a variable.
  package var environment: [String: String] {
    let endpoint = origin + service.machine.kind.path
    let header = service.machine.header
    switch service.machine.kind {
    case .virtualMachine: return ["AZURE_POD_IDENTITY_AUTHORITY_HOST": origin]
    case .appService: return ["IDENTITY_ENDPOINT": endpoint, "IDENTITY_HEADER": header]
    case .machineLearning: return ["MSI_ENDPOINT": endpoint, "MSI_SECRET": header]
    case .serviceFabric:
      return [
        "IDENTITY_ENDPOINT": endpoint, "IDENTITY_HEADER": header,
        "IDENTITY_SERVER_THUMBPRINT": thumbprint,
      ]
    case .azureArc: return ["IDENTITY_ENDPOINT": endpoint, "IMDS_ENDPOINT": origin]
    case .cloudShell:
      return ["AZUREPS_HOST_ENVIRONMENT": "cloud-shell/1.0", "MSI_ENDPOINT": endpoint]
    }
  }

  /// SHA-1 of the certificate, in hexadecimal digits.
  private var thumbprint: String {
    guard let certificate else { return "" }
    return Insecure.SHA1.hash(data: certificate.der).map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
