/// Refusals for what is wrong with the request, tenant, application or resource.
///
/// Numbers, OAuth errors and statuses are the service's, as recorded; the sentences are ours.
extension Refusal {
  static func missingParameter(_ name: String) -> Refusal {
    Refusal(900144, "invalid_request", 400, "The request body lacks the parameter '\(name)'")
  }

  static func unsupportedGrant(_ type: String) -> Refusal {
    Refusal(
      70003, "unsupported_grant_type", 400, "This service has no grant type '\(type)'"
    ).with {
      $0.hasErrorURI = false
      $0.policyCode = "AADB2C90086"
    }
  }

  static let missingCredential = Refusal(
    7_000_216, "invalid_client", 401,
    "The grant 'client_credentials' needs 'client_secret' or 'client_assertion'"
  ).with { $0.policyCode = "AADB2C90079" }

  static let twoCredentials = Refusal(
    9_002_324, "invalid_request", 400, "The request carries more than one client credential")

  static func unknownTenant(_ name: String, atToken: Bool) -> Refusal {
    Refusal(
      90002, atToken ? "invalid_request" : "invalid_tenant", 400,
      "There is no tenant '\(name)' in this cloud; check the tenant and the cloud")
  }

  static func badTenantName(_ name: String) -> Refusal {
    Refusal(
      900_023, "invalid_request", 400, "The tenant '\(name)' is neither a domain nor a tenant id")
  }

  static func emptyTenant(_ name: String) -> Refusal {
    Refusal(900_021, "invalid_request", 400, "The tenant '\(name)' is an empty GUID")
  }

  static let noTenantNamed = Refusal(
    50059, "invalid_request", 400, "Neither the request nor its credential names a tenant")

  static let unknownInstance = Refusal(50049, "invalid_instance", 400, "The host is no instance")

  static func unknownApplication(_ id: String, tenant: String) -> Refusal {
    Refusal(
      700_016, "unauthorized_client", 400,
      "The directory '\(tenant)' has no application with the identifier '\(id)'"
    ).with { $0.policyCode = "AADB2C90018" }
  }

  static func notAnApplication(_ id: String) -> Refusal {
    Refusal(700_038, "unauthorized_client", 400, "\(id) cannot be an application's identifier")
      .with {
        $0.hasErrorURI = false
        $0.policyCode = "AADB2C90018"
      }
  }

  static func disabled(_ application: SimulatedApplication) -> Refusal {
    Refusal(
      7_000_112, "unauthorized_client", 400,
      "The application '\(application.clientID)'(\(application.name)) is disabled")
  }

  static func notDefaultScope(_ scope: String) -> Refusal {
    Refusal(
      1_002_012, "invalid_scope", 400,
      "The scope \(scope) will not do: an application asks for a resource followed by /.default"
    ).with {
      $0.hasErrorURI = false
      $0.policyCode = "AADB2C90117"
    }
  }

  static func badScope(_ scope: String) -> Refusal {
    Refusal(70011, "invalid_scope", 400, "The 'scope' \(scope) is not valid").with {
      $0.hasErrorURI = false
      $0.policyCode = "AADB2C90117"
    }
  }

  static func unknownResource(_ resource: String, tenant: String) -> Refusal {
    Refusal(
      500_011, "invalid_resource", 400,
      "The tenant \(tenant) has no service principal for the resource \(resource)")
  }

  static func notAssigned(
    _ application: SimulatedApplication, to resource: SimulatedResource
  ) -> Refusal {
    Refusal(
      501_051, "invalid_grant", 400,
      "The application '\(application.clientID)'(\(application.name)) holds no role of "
        + "'\(resource.applicationID)'(\(resource.name))")
  }

  static let blockedByPolicy = Refusal(
    53003, "invalid_grant", 400, "A Conditional Access policy forbids this token"
  ).with {
    $0.more = [
      JSONValue.Member(name: "suberror", value: "message_only"),
      JSONValue.Member(
        name: "claims",
        value: .string(policyClaims.serialized)),
    ]
  }

  private static let policyClaims: JSONValue = [
    "access_token": [
      "capolids": ["essential": true, "values": [.string(GUID.numbered(53003, kind: 0xCA))]]
    ]
  ]
}
