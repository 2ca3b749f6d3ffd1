import EntraIdentity

/// An application permission of Graph that the reading needs, and those that include it.
enum GraphPermission: String, Sendable {
  case application = "Application.Read.All"
  case policy = "Policy.Read.All"

  /// Whether a token says that its holder has it.
  ///
  /// This explains a refusal and never foresees one: a directory role such as Directory Readers allows
  /// the same, and a token's `roles` do not tell of it.
  /// - Returns: False where the token cannot be read.
  func isGranted(by token: Secret) -> Bool {
    guard case .jwt(let claims, _) = TokenVerifier(keys: .empty).verify(token) else { return false }
    return claims.roles.contains { sufficient.contains($0) }
  }

  private var sufficient: Set<String> {
    switch self {
    case .application:
      [
        rawValue, "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All",
      ]
    case .policy:
      [
        rawValue, "Policy.Read.ApplicationConfiguration",
        "Policy.ReadWrite.ApplicationConfiguration",
      ]
    }
  }
}
