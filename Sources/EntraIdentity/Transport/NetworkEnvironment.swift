extension NetworkConfiguration {
  /// Reads what users set for every program: proxy, exceptions from it, and trust.
  ///
  /// `https_proxy` comes before `HTTPS_PROXY`, and both before `all_proxy` and `ALL_PROXY`, as curl
  /// has it; an empty value means none. `SSL_CERT_FILE` replaces the system's roots, `caBundle` is
  /// trusted beside them. `HTTP_PROXY` is never read: nothing here goes over plain http.
  /// - Parameters:
  ///   - environment: The environment's variables.
  ///   - caBundle: A PEM file that is trusted beside the roots.
  /// - Returns: The configuration, everything else at its default.
  /// - Throws: ``NetworkConfigurationProblem``, naming the variable or setting at fault.
  public static func fromEnvironment(
    _ environment: [String: String], caBundle: String? = nil
  ) throws(NetworkConfigurationProblem) -> NetworkConfiguration {
    var configuration = NetworkConfiguration()
    for name in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
      guard let value = environment[name] else { continue }
      // A variable that is set and empty switches the proxy off; it does not fall through.
      if !value.isEmpty { configuration.proxy = try ProxySetting(value, place: name) }
      break
    }
    configuration.noProxy = ProxyBypass(environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
    if let path = environment["SSL_CERT_FILE"], !path.isEmpty {
      let bundle = CertificateBundle(path: path, place: "SSL_CERT_FILE")
      _ = try bundle.certificates()
      configuration.replacedRoots = bundle
    }
    if let caBundle {
      let bundle = CertificateBundle(path: caBundle, place: "ca_bundle")
      _ = try bundle.certificates()
      configuration.additionalRoots = [bundle]
    }
    return configuration
  }
}
