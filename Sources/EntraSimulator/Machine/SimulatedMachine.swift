/// The machine or service that a program runs on, and the identities that it keeps for the program.
package struct SimulatedMachine: Sendable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case virtualMachine, appService, machineLearning, serviceFabric, azureArc, cloudShell
  }

  /// One identity: a service principal without a credential that anybody sees.
  package struct Identity: Sendable {
    package var application: SimulatedApplication
    /// The id of the resource that it is; nil for the one that the machine itself is.
    package var resourceID: String?

    package init(_ application: SimulatedApplication, resourceID: String? = nil) {
      self.application = application
      self.resourceID = resourceID
    }
  }

  package var kind: Kind
  /// The directory that issues the tokens.
  package var tenant: SimulatedTenant
  package var identities: [Identity]
  /// What proves that a request comes from inside.
  package var header = "hdr-" + GUID.random()
  /// Where Azure Arc's agent leaves its keys.
  package var keyFolder: String?
  /// What Azure Arc's agent writes into its challenge in the place of its own header.
  package var challenge: String?
  /// How it misbehaves.
  package var script: [ScriptStep]

  package init(
    _ kind: Kind, tenant: SimulatedTenant, _ identities: [Identity], keyFolder: String? = nil,
    script: [ScriptStep] = []
  ) {
    self.kind = kind
    self.tenant = tenant
    self.identities = identities
    self.keyFolder = keyFolder
    self.script = script
  }
}

extension FederatedCredential {
  /// A managed identity as the credential of an application in the same directory.
  package static func managedIdentity(
    _ identity: SimulatedApplication, of tenantID: String
  ) throws -> FederatedCredential {
    let signer = try SigningKeys.shared().current
    return FederatedCredential(
      issuer: "https://login.microsoftonline.com/\(tenantID)/v2.0", subject: identity.objectID,
      issuerKeys: [.jwk(signer.jwk)])
  }
}
