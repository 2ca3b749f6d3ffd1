/// The `directory` of a tenant: which credential reads it with Graph, and how much of it.
package struct InventoryDirectory: Sendable, Hashable {
  /// What is looked at.
  package enum Watch: String, Sendable, Hashable, CaseIterable {
    /// The declared applications.
    case inventory
    /// Every application of the tenant's own.
    case all
  }
  /// `application/credential`, of the same tenant.
  package let reader: String
  package let watch: Watch
  /// What `watch: all` finds undeclared and nobody wants to hear of, by client id or display name, and
  /// the issuers of federated credentials that are not asked.
  package let ignored: [Glob]

  init(reader: String, watch: Watch, ignored: [Glob] = []) {
    self.reader = reader
    self.watch = watch
    self.ignored = ignored
  }

  /// Whether nobody wants to hear of an application that is not declared.
  /// - Parameters:
  ///   - clientID: In lower case.
  ///   - names: What the directory calls it.
  /// - Returns: Whether a pattern fits one of them.
  package func ignores(clientID: String, names: [String]) -> Bool {
    ignored.contains { glob in glob.matches(clientID) || names.contains(where: glob.matches) }
  }

  /// Whether an issuer of federated credentials is not to be asked.
  /// - Parameter issuer: As the directory has it.
  /// - Returns: Whether a pattern fits it.
  package func ignores(issuer: String) -> Bool { ignored.contains { $0.matches(issuer) } }
}
