/// The class of a refusal: what kind of thing is wrong. The words are those of the catalogue, and
/// a finding's `class`.
public enum RefusalCategory: String, Hashable, Sendable, CaseIterable, Codable {
  case appDisabled = "app_disabled"
  case appMissing = "app_missing"
  case authorityWrong = "authority_wrong"
  case conditionalAccess = "conditional_access"
  case credentialExpired = "credential_expired"
  case credentialInvalid = "credential_invalid"
  case federation
  case interactionRequired = "mfa_or_interaction_required"
  case other
  case permissionOrConsent = "permission_or_consent"
  case requestMalformed = "request_malformed"
  case resourceMissing = "resource_missing"
  case serviceFault = "service_fault"
  case tenantMisconfigured = "tenant_misconfigured"
  case tenantMissing = "tenant_missing"
  case throttled
  case tokenOrGrantInvalid = "token_or_grant_invalid"
  case unsupported
  case userAccount = "user_account"
}
