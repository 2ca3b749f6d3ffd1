import NIOSSL

/// A PEM file of certificates that are trusted to vouch for servers.
public struct CertificateBundle: Hashable, Sendable {
  /// Where it lies.
  public let path: String
  /// The variable or setting that names it, for errors.
  public let place: String

  /// Names a bundle; it is read when a transport is made.
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - place: The variable or setting that names it.
  public init(path: String, place: String) {
    self.path = path
    self.place = place
  }

  /// Reads the bundle. One that is empty is refused here, because trusting nobody would look like
  /// every server's fault.
  func certificates() throws(NetworkConfigurationProblem) -> [NIOSSLCertificate] {
    let problem = NetworkConfigurationProblem(.unreadableBundle(path: path), place: place)
    do {
      let found = try NIOSSLCertificate.fromPEMFile(path)
      guard !found.isEmpty else { throw problem }
      return found
    } catch {
      throw problem
    }
  }
}
