/// What an OAuth `error` means where no AADSTS code tells more: for generic issuers, and for codes
/// that the catalogue lacks.
public struct OAuthErrorMeaning: Hashable, Sendable {
  /// The word, as it stands in `error`.
  public let error: String
  /// What kind of thing is wrong.
  public let category: RefusalCategory
  /// What happened.
  public let cause: String
  /// What to do.
  public let fix: String

  /// What is known of a word.
  /// - Parameter error: The word, as it stands in `error`.
  /// - Returns: The entry, or nil for a word that no standard and no service here uses.
  public static func meaning(of error: String) -> OAuthErrorMeaning? {
    all.first { $0.error == error }
  }

  /// All words, in the order of the standards that define them.
  public static let all: [OAuthErrorMeaning] = [
    // RFC 6749, section 5.2
    .init(
      "invalid_request", .requestMalformed,
      "The request lacks a parameter, repeats one or has one that the service does not accept.",
      "Compare the authority, the scope and the way of authentication with the registration."),
    .init(
      "invalid_client", .credentialInvalid,
      "The service does not accept the application's credential, or not in this form.",
      "Check client id, secret or certificate, and how the service wants it to be sent."),
    .init(
      "invalid_grant", .tokenOrGrantInvalid,
      "The grant or the assertion is not valid, has ended or was revoked.",
      "Check the assertion's issuer, subject, audience and times."),
    .init(
      "unauthorized_client", .permissionOrConsent,
      "The application exists but may not use this grant.",
      "Allow client credentials for the application at the service."),
    .init(
      "unsupported_grant_type", .unsupported,
      "The service does not offer client credentials.",
      "Enable the grant at the service, or use another authority."),
    .init(
      "invalid_scope", .requestMalformed,
      "The scope is unknown, malformed or more than the application may ask for.",
      "For Entra write {resource}/.default; elsewhere use a scope that the service lists."),
    // RFC 6749, section 4.1.2.1
    .init(
      "access_denied", .permissionOrConsent,
      "The service denies the request.",
      "Ask whoever runs the service which permission or policy is missing."),
    .init(
      "unsupported_response_type", .unsupported,
      "The service does not offer this kind of answer.",
      "Check that the authority's token endpoint is the one in use."),
    .init(
      "server_error", .serviceFault,
      "The service failed.",
      "Ask again later; quote the correlation id if it goes on."),
    .init(
      "temporarily_unavailable", .throttled,
      "The service is overloaded or in maintenance.",
      "Ask again later and less often."),
    // RFC 8707, section 2
    .init(
      "invalid_target", .resourceMissing,
      "The resource that the token is for is unknown to the service.",
      "Correct the resource or register it."),
    // RFC 8628, section 3.5
    .init(
      "authorization_pending", .interactionRequired,
      "A person has not yet finished signing in.",
      "This belongs to the device flow; an application's credential needs no person."),
    .init(
      "slow_down", .throttled,
      "The service wants to be asked less often.",
      "Wait longer between requests."),
    .init(
      "expired_token", .tokenOrGrantInvalid,
      "The device code has ended.",
      "Start the sign-in again."),
    // OpenID Connect Core 1.0, section 3.1.2.6
    .init(
      "interaction_required", .interactionRequired,
      "A policy asks for a person, which an application does not have.",
      "Look at the conditional access policies that name this application."),
    .init(
      "login_required", .interactionRequired,
      "A person has to sign in.",
      "Use a flow with a person, or let the application in by its own permissions."),
    .init(
      "consent_required", .permissionOrConsent,
      "Nobody has consented to the permissions that are asked for.",
      "Let an administrator consent."),
    // Entra's own
    .init(
      "invalid_resource", .resourceMissing,
      "The resource does not exist in the tenant, or is not set up there.",
      "Check the scope's resource and that its service principal exists in the tenant."),
    .init(
      "invalid_tenant", .tenantMissing,
      "There is no such tenant in this cloud.",
      "Correct the tenant's id or domain, or use the cloud that it lives in."),
    .init(
      "invalid_instance", .authorityWrong,
      "The authority's host is not one that the service knows.",
      "Correct the host, or switch instance discovery off for a private cloud."),
    .init(
      "user_password_expired", .userAccount,
      "The user's password has ended.",
      "Change the password."),
  ]

  private init(_ error: String, _ category: RefusalCategory, _ cause: String, _ fix: String) {
    self.error = error
    self.category = category
    self.cause = cause
    self.fix = fix
  }
}
