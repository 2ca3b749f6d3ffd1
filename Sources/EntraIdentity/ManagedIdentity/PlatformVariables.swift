/// Reads the variables that a platform sets for what runs on it. They are checked like anything from
/// outside: whoever can set one could otherwise send the identity's tokens elsewhere.
struct PlatformVariables {
  private let environment: [String: String]
  private let source: ManagedIdentitySource

  init(_ environment: [String: String], of source: ManagedIdentitySource) {
    self.environment = environment
    self.source = source
  }

  /// The endpoint that a variable names.
  /// - Parameters:
  ///   - name: The variable; nil where none is to be read.
  ///   - standard: What holds where the variable is missing or empty.
  ///   - path: What follows the variable's value, which is then a host.
  ///   - mustBeHTTPS: Whether plain http is refused on the machine too.
  /// - Returns: The endpoint.
  /// - Throws: ``PlatformProblem/Code/settingsInvalid``.
  func endpoint(
    _ name: String?, default standard: String = "", path: String = "", mustBeHTTPS: Bool = false
  ) throws(PlatformProblem) -> PlatformURL {
    let written = name.flatMap { environment[$0] } ?? ""
    var text = written.isEmpty ? standard : written
    if !path.isEmpty {
      while text.hasSuffix("/") { text.removeLast() }
      text += path
    }
    let place = name ?? "the endpoint"
    let url: PlatformURL
    do {
      url = try PlatformURL(text)
    } catch {
      guard case .notHTTPS = error else { throw problem("\(place) is not a URL") }
      throw problem("\(place) is not an https URL, and http is for this machine alone")
    }
    // What follows a host must become its path and not a part of a query.
    guard path.isEmpty || url.path.hasSuffix(path) else { throw problem("\(place) is not a host") }
    guard url.isHTTPS || !mustBeHTTPS else { throw problem("\(place) is not an https URL") }
    return url
  }

  /// The header secret. What no header may hold would end the header and begin another (RFC 9110,
  /// section 5.5).
  func header(_ name: String) throws(PlatformProblem) -> Secret {
    let value = environment[name] ?? ""
    guard !value.isEmpty, value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw problem("\(name) is not a header's value")
    }
    return Secret(value)
  }

  /// The thumbprint of the endpoint's certificate.
  func pin(_ name: String) throws(PlatformProblem) -> CertificatePin {
    guard let pin = CertificatePin(environment[name] ?? "") else {
      throw problem("\(name) is not the SHA-1 thumbprint of a certificate")
    }
    return pin
  }

  private func problem(_ detail: String) -> PlatformProblem {
    PlatformProblem(.settingsInvalid, at: source, detail)
  }
}
