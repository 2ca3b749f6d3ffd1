package import EntraIdentity
package import Foundation

/// A cloud's portal as seen from one tenant: where whoever has to act finds an application.
///
/// Addresses are built of ids alone. Nothing that a person or a server wrote gets into one, so that a
/// report's link leads nowhere else.
package struct Portal: Sendable, Hashable {
  private let host: String
  /// Without it the portal opens in the tenant that its user was in last.
  private let tenantID: UUID?

  /// Nil for families without registrations in a portal, and for clouds whose portal is not known.
  /// - Parameters:
  ///   - authority: The authority as it is written.
  ///   - tenantID: The tenant that discovery named; nil for the one that is written.
  package init?(_ authority: Authority, tenantID: TenantID? = nil) {
    guard authority.kind == .entra, let host = authority.cloud?.portalHost else { return nil }
    self.host = host
    self.tenantID = (tenantID ?? authority.tenant).flatMap { UUID(uuidString: $0.description) }
  }

  /// The page with an application's secrets, certificates and federated credentials.
  /// - Parameter clientID: The application's.
  /// - Returns: The address.
  package func credentials(of clientID: UUID) -> String {
    page(
      "Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/"
        + clientID.text)
  }

  /// The page of what stands for an application in this tenant.
  /// - Parameter principal: The service principal.
  /// - Returns: The address.
  package func enterpriseApplication(_ principal: DirectoryPrincipal) -> String {
    page(
      "Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/"
        + principal.objectID.text + "/appId/"
        + principal.appID.text)
  }

  /// The page on which one of an application's credentials is found.
  /// - Parameters:
  ///   - clientID: The application's.
  ///   - holding: What the directory has of it.
  ///   - holder: Where the credential stands, as far as that is known.
  /// - Returns: Nil where the directory has nothing to show.
  func page(
    of clientID: UUID, _ holding: DirectoryHolding, _ holder: DirectoryEntry.Holder?
  ) -> String? {
    if let principal = holding.principal,
      holder == .servicePrincipal || holding.application == nil
    {
      return enterpriseApplication(principal)
    }
    return holding.application == nil ? nil : credentials(of: clientID)
  }

  private func page(_ path: String) -> String {
    let tenant = tenantID.map { "@\($0.text)/" } ?? ""
    return "https://\(host)/#\(tenant)view/\(path)"
  }
}
