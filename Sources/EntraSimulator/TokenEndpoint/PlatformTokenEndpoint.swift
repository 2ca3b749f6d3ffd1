import Foundation

/// The checks of the Microsoft identity platform's token endpoint, in their order: the form, the
/// tenant, the application, its credential, and only then what is asked for. Recorded is that a
/// missing credential is noticed before tenant and client are looked up, and that resource,
/// assignment and policy are judged after a good credential.
struct PlatformTokenEndpoint {
  private let exchange: Exchange
  static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

  init(_ exchange: Exchange) { self.exchange = exchange }

  func grant() throws(Refusal) -> Grant {
    let form = exchange.form
    guard let type = form["grant_type"] else { throw .missingParameter("grant_type") }
    guard type == "client_credentials" else { throw .unsupportedGrant(type) }
    let secret = form["client_secret"] ?? exchange.basic?.password
    let assertion = form["client_assertion"]
    if secret != nil, assertion != nil { throw .twoCredentials }
    guard secret != nil || assertion != nil else { throw .missingCredential }
    let tenant = try TenantLookup(exchange).tenant()
    let application = try application(in: tenant)
    var use: Grant.AssertionUse?
    if let assertion {
      use = try AssertionCheck(exchange, tenant, application).check(assertion)
    } else if let secret {
      try check(secret, of: application)
    }
    let (resource, audience) = try resource(in: tenant)
    let isAssigned = !application.roles(for: audience).isEmpty
    if resource.requiresAssignment, !isAssigned { throw .notAssigned(application, to: resource) }
    if application.isBlockedByPolicy { throw .blockedByPolicy }
    return Grant(
      tenant: tenant, application: application, resource: resource, audience: audience,
      method: assertion == nil ? .secret : .assertion, assertionUse: use)
  }

  private func application(in tenant: SimulatedTenant) throws(Refusal) -> SimulatedApplication {
    guard let id = exchange.clientID else { throw .missingParameter("client_id") }
    if GUID.isGUID(id), id.allSatisfy({ $0 == "0" || $0 == "-" }) { throw .notAnApplication(id) }
    guard let application = exchange.application else {
      throw .unknownApplication(id, tenant: tenant.domains.first ?? tenant.id)
    }
    guard application.isEnabled else { throw .disabled(application) }
    return application
  }

  /// An expired secret has a code of its own only where it is the one that was sent; any other
  /// value is wrong, whether or not others have expired.
  private func check(_ secret: String, of application: SimulatedApplication) throws(Refusal) {
    let matches = application.secrets.filter { $0.value == secret }
    if matches.contains(where: { $0.start <= exchange.now && exchange.now < $0.end }) { return }
    if matches.contains(where: { $0.end <= exchange.now }) {
      throw .expiredSecret(application.clientID)
    }
    throw .wrongSecret(application.clientID)
  }

  private func resource(
    in tenant: SimulatedTenant
  ) throws(Refusal) -> (SimulatedResource, audience: String) {
    let audience = try audience()
    if let found = tenant.resource(audience, in: exchange.place.cloud) { return (found, audience) }
    throw .unknownResource(audience, tenant: tenant.domains.first ?? tenant.id)
  }

  private func audience() throws(Refusal) -> String {
    if exchange.place.version == .v1, let resource = exchange.form["resource"] { return resource }
    guard exchange.place.version == .v2 else { throw .missingParameter("resource") }
    guard let scope = exchange.form["scope"] else { throw .missingParameter("scope") }
    guard !scope.contains(" ") else { throw .badScope(scope) }
    let suffix = "/.default"
    guard scope.hasSuffix(suffix), scope.count > suffix.count else {
      throw .notDefaultScope(scope)
    }
    return String(scope.dropLast(suffix.count))
  }
}
