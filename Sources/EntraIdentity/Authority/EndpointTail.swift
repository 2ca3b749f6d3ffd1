/// The path of an endpoint, where somebody copied it with the authority before it.
enum EndpointTail {
  /// Nothing follows the authority.
  case none
  /// An endpoint of today's protocol.
  case current
  /// An endpoint of the v1 protocol.
  case v1

  private static let operations = ["token", "authorize", "devicecode", "logout"]
  private static let currentForms: [[String]] =
    operations.map { ["oauth2", "v2.0", $0] } + [
      ["v2.0", ".well-known", "openid-configuration"], ["discovery", "v2.0", "keys"],
      ["oauth2", "v2.0"], ["v2.0"],
    ]
  private static let v1Forms: [[String]] =
    operations.map { ["oauth2", $0] } + [
      [".well-known", "openid-configuration"], ["discovery", "keys"], ["oauth2"],
    ]
  private static let federationServiceForms: [[String]] = [["services", "trust"], ["ls"]]
  /// What one of them ends with.
  private static let lastWords = Set(
    (currentForms + v1Forms + federationServiceForms).compactMap(\.last))

  /// Cuts an endpoint's path off.
  /// - Parameter segments: The path's segments; shortened where they end with an endpoint.
  /// - Returns: What was cut off.
  static func cut(from segments: inout [String]) -> EndpointTail {
    guard let last = segments.last, lastWords.contains(last.lowercased()) else { return .none }
    let words = segments.map { $0.lowercased() }
    let ends = { (form: [String]) in words.suffix(form.count).elementsEqual(form) }
    if let form = currentForms.first(where: ends) {
      segments.removeLast(form.count)
      return .current
    }
    // AD FS has one protocol, whose paths are those of v1.
    let isFederationService = words.first == "adfs"
    let forms = v1Forms + (isFederationService ? federationServiceForms : [])
    guard let form = forms.first(where: ends) else { return .none }
    segments.removeLast(form.count)
    return isFederationService ? .current : .v1
  }
}
