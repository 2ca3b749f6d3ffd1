/// One application registration.
package struct SimulatedApplication: Sendable {
  package var name: String
  /// The client id; a GUID but for generic issuers.
  package var clientID: String
  /// The object id of its service principal: `oid` and `sub` of its tokens.
  package var objectID: String
  /// The object id of its registration, by which Graph lists it.
  package var registrationID: String
  package var isEnabled: Bool
  package var secrets: [RegisteredSecret]
  package var keys: [RegisteredKey]
  package var federatedCredentials: [FederatedCredential]
  /// The roles that it is assigned, by resource; those under `*` count for every resource.
  package var roles: [String: [String]]
  /// Whether a Conditional Access policy refuses it a token.
  package var isBlockedByPolicy: Bool
  /// How the token endpoint misbehaves for it.
  package var script: [ScriptStep]

  package init(
    _ name: String, clientID: String = GUID.random(), isEnabled: Bool = true,
    secrets: [RegisteredSecret] = [], keys: [RegisteredKey] = [],
    federatedCredentials: [FederatedCredential] = [], roles: [String] = [],
    rolesByResource: [String: [String]] = [:], isBlockedByPolicy: Bool = false,
    script: [ScriptStep] = []
  ) {
    self.name = name
    self.clientID = clientID
    self.objectID = GUID.random()
    self.registrationID = GUID.random()
    self.isEnabled = isEnabled
    self.secrets = secrets
    self.keys = keys
    self.federatedCredentials = federatedCredentials
    self.roles = roles.isEmpty ? rolesByResource : rolesByResource.merging(["*": roles]) { $1 }
    self.isBlockedByPolicy = isBlockedByPolicy
    self.script = script
  }

  /// An application with one secret.
  package static func secret(
    _ name: String, clientID: String = GUID.random(), _ value: String, roles: [String] = [],
    script: [ScriptStep] = []
  ) -> Self {
    Self(
      name, clientID: clientID, secrets: [RegisteredSecret(value)], roles: roles, script: script)
  }

  /// An application with one certificate.
  package static func certificate(
    _ name: String, clientID: String = GUID.random(), _ certificate: MintedCertificate,
    roles: [String] = [], script: [ScriptStep] = []
  ) -> Self {
    Self(
      name, clientID: clientID, keys: [.certificate(certificate)], roles: roles, script: script)
  }

  func roles(for resource: String) -> [String] {
    (roles["*"] ?? []) + (roles[resource] ?? [])
  }
}
