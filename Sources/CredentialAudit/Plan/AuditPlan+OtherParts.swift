extension AuditPlan {
  /// The credentials of the other parts, where the scope is one of several: two applications may have
  /// the same secret and be in two parts, and each is to be told of the other. What only a command can
  /// read is not among them, for a command is run once, by the part that it belongs to.
  ///
  /// - Returns: Nothing where the scope is no part.
  package static func otherParts(
    of inventory: Inventory, scope: RunScope
  ) -> [PlannedCredential] {
    guard let shard = scope.shard.flatMap(Shard.init) else { return [] }
    var whole = scope
    whole.shard = nil
    return AuditPlan(inventory, scope: whole).credentials.filter {
      !shard.holds(tenant: $0.tenant.name) && $0.credential.kind.isReadWithoutCommand
    }
  }
}

extension CredentialSource {
  /// Whether what it is can be read from variables and files alone.
  fileprivate var isReadWithoutCommand: Bool {
    switch self {
    case .secret(let reference): !reference.isCommand
    case .certificate(let certificate): certificate.passphrase?.isCommand != true
    // An assertion is another one each time, and a platform's key is nobody else's.
    case .federated, .managedIdentity: false
    }
  }
}

extension SecretReference {
  fileprivate var isCommand: Bool {
    if case .command = self { true } else { false }
  }
}
