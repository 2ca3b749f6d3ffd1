import AsyncHTTPClient
import NIOSSL

/// Looks who signed a host's certificate, the way that requests go: by the proxy, with the trust and
/// within the limits of a configuration. It makes handshakes and sends nothing through them.
package struct TLSSignerLook: Sendable {
  private let configuration: NetworkConfiguration
  private let machine: MachineRoots

  /// - Parameters:
  ///   - configuration: How requests go.
  ///   - machine: What this machine trusts by itself.
  package init(_ configuration: NetworkConfiguration, machine: MachineRoots) {
    self.configuration = configuration
    self.machine = machine
  }

  /// Looks at one host.
  /// - Parameter url: Any URL of the host.
  /// - Returns: The signer.
  /// - Throws: ``TransportError`` where no handshake came about, or where it failed for another
  ///   reason than its signer; so too where a bundle of certificates cannot be read.
  package func look(at url: EndpointURL) async throws(TransportError) -> TLSSigner {
    let proxyHost = configuration.proxyHost(for: url)
    var settings = try settings(for: url, usesProxy: proxyHost != nil)
    let certificate: NIOSSLCertificate
    do {
      certificate = try await TLSPeer(settings: settings, url: url).certificate()
    } catch {
      let fault = TransportFault(error, host: url.host, proxyHost: proxyHost)
      return try await untrusted(fault, PeerCertificateProbe(settings: settings, url: url))
    }
    var trust = TLSSigner.Trust.untold
    if let roots = machine.shipped() {
      settings.tlsConfiguration?.trustRoots = .certificates(roots)
      settings.tlsConfiguration?.additionalTrustRoots = []
      do {
        _ = try await TLSPeer(settings: settings, url: url).certificate()
        trust = .shipped
      } catch {
        let fault = TransportFault(error, host: url.host, proxyHost: proxyHost)
        // Anything else than a refused certificate says nothing of roots.
        guard fault.isHandshake else { throw fault.error }
        trust = .added
      }
    }
    return TLSSigner(host: url.host, name: TLSSigner.name(in: certificate), trust: trust)
  }

  private func settings(
    for url: EndpointURL, usesProxy: Bool
  ) throws(TransportError) -> HTTPClient.Configuration {
    do {
      return try HTTPClients(configuration).settings(usesProxy: usesProxy)
    } catch {
      throw TransportError(kind: .tls, host: url.host, detail: error.description)
    }
  }

  private func untrusted(
    _ fault: TransportFault, _ probe: PeerCertificateProbe
  ) async throws(TransportError) -> TLSSigner {
    guard fault.isHandshake else { throw fault.error }
    let failure = await probe.explain(fault.error)
    guard failure.kind == .tlsUntrusted, let certificate = await probe.certificate() else {
      throw failure
    }
    return TLSSigner(
      host: failure.host, name: TLSSigner.name(in: certificate), trust: .nobody)
  }
}
