/// Why a platform could not be asked for a token: a stable word and a sentence without any secret.
public struct PlatformProblem: Error, Hashable, Sendable {
  /// The stable words.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Nobody answers where a virtual machine's metadata service would.
    case noManagedIdentity = "no-managed-identity"
    /// A variable of the platform holds something that cannot be used.
    case settingsInvalid = "platform-settings-invalid"
    /// The platform has one identity and lets nobody choose.
    case identityNotSelectable = "identity-not-selectable"
    /// The endpoint's certificate is not the one that the platform has named.
    case certificateMismatch = "platform-certificate-mismatch"
    /// Azure Arc's agent did not ask for its proof, or asked for one that no agent would ask for.
    case challengeInvalid = "arc-challenge-invalid"
    /// The file with which a program proves itself to Azure Arc's agent cannot be read.
    case keyUnreadable = "arc-key-unreadable"
  }

  /// The stable word.
  public let code: Code
  /// Which platform was seen.
  public let source: ManagedIdentitySource
  /// One sentence for a person; it names variables and paths, never a value that is secret.
  public let detail: String

  /// Makes a problem.
  /// - Parameters:
  ///   - code: The stable word.
  ///   - source: Which platform was seen.
  ///   - detail: One sentence without any secret in it.
  public init(_ code: Code, at source: ManagedIdentitySource, _ detail: String) {
    self.code = code
    self.source = source
    self.detail = detail
  }
}
