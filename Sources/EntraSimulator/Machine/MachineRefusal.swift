/// A refusal in the words of one kind of machine.
struct MachineRefusal: Error {
  enum Reason {
    /// The proof that a request comes from inside is missing or wrong.
    case unproven
    case noIdentity
    case severalIdentities
    case noResource
    case unknownResource(String)
  }

  let reason: Reason

  func response(of kind: SimulatedMachine.Kind, tenant: SimulatedTenant) -> SimulatedResponse {
    switch kind {
    case .virtualMachine, .azureArc: metadata(tenant)
    case .appService: appService
    case .serviceFabric: serviceFabric
    case .machineLearning, .cloudShell: nested
    }
  }

  private func metadata(_ tenant: SimulatedTenant) -> SimulatedResponse {
    let (word, text) =
      switch reason {
      case .unproven: ("bad_request_102", "Required metadata header not specified")
      case .noIdentity: ("invalid_request", "Identity not found")
      case .severalIdentities:
        ("invalid_request", "Multiple user assigned identities exist, please specify one")
      case .noResource: ("invalid_request", "Missing required query variable 'resource'")
      case .unknownResource(let name):
        (
          "invalid_resource",
          "AADSTS500011: The resource principal named \(name) was not found in the tenant named "
            + "\(tenant.domains.first ?? tenant.id). Trace ID: \(GUID.random())"
        )
      }
    return .json(["error": .string(word), "error_description": .string(text)], status: 400)
  }

  private var appService: SimulatedResponse {
    let (status, text) =
      switch reason {
      case .unproven: (401, "The header is not the expected one")
      case .noIdentity, .severalIdentities:
        (400, "No User Assigned or Delegated Managed Identity found for specified ClientId")
      case .noResource: (400, "The resource is missing")
      // It tells no more than that.
      case .unknownResource: (500, "An unexpected error occured while fetching the AAD Token.")
      }
    return .json(
      [
        "statusCode": JSONValue(status), "message": .string(text),
        "correlationId": .string(GUID.random()),
      ], status: status)
  }

  private var serviceFabric: SimulatedResponse {
    let (status, code, text) =
      switch reason {
      case .unproven: (400, "SecretHeaderNotFound", "Secret is not found in the request headers.")
      case .noIdentity, .severalIdentities:
        (404, "ManagedIdentityNotFound", "Managed Identity not found for the application host.")
      case .noResource, .unknownResource:
        (400, "ArgumentNullOrEmpty", "The parameter 'resource' should not be null or empty.")
      }
    return .json(
      [
        "error": [
          "correlationId": .string(GUID.random()), "code": .string(code),
          "message": .string(text),
        ]
      ], status: status)
  }

  private var nested: SimulatedResponse {
    let (status, code) =
      switch reason {
      case .unproven: (401, "Unauthorized")
      case .noIdentity, .severalIdentities: (400, "IdentityNotFound")
      case .noResource, .unknownResource: (400, "BadRequest")
      }
    return .json(
      ["error": ["code": .string(code), "message": .string("The request is refused.")]],
      status: status)
  }
}
