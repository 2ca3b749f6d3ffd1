// swift-format-ignore-file
// Made by .ci/make-aadsts-table; edit the facts and run it again.

/// The AADSTS codes, one line each: code, name, category, flags (`r` retryable, `c` reached by
/// client credentials, `s` may pass once a new credential has spread), summary, fix.
enum AADSTSTable {
  static let lines = """
    16000	InteractionRequired	mfa_or_interaction_required		Several sessions exist or the chosen identity has no account in the target tenant.	Sign in with an account that belongs to the tenant, or invite it as a guest.
    16001	UserAccountSelectionInvalid	mfa_or_interaction_required	r	The account tile picked by the user was rejected by session selection.	Pick again from the refreshed list.
    16002	AppSessionSelectionInvalid	mfa_or_interaction_required		No session fits the session id the app asked for.	Sign in interactively.
    16003	SsoUserAccountNotFoundInResourceTenant	user_account		The signed-in user was never added to this tenant.	The user or an administrator must repair the account.
    17003	CredentialKeyProvisioningFailed	service_fault	r	A key for the user could not be provisioned.	Repeat later; report the trace id when it goes on.
    20001	WsFedSignInResponseError	federation		The federated identity provider sent a bad WS-Federation sign-in answer.	Correct the federation settings or ask the identity provider.
    20012	WsFedMessageInvalid	federation		A WS-Federation message from the federated provider is not valid.	Correct the federation settings or ask the identity provider.
    20033	FedMetadataInvalidTenantName	federation		The tenant name in federation metadata is not valid.	Correct the federation settings or ask the identity provider.
    26000		mfa_or_interaction_required		The grant can only be honoured after user interaction.	Sign in interactively.
    28002		request_malformed		The scope sent while redeeming a grant is not valid.	Correct the request.
    28003		request_malformed		The scope sent while redeeming an authorization code is empty.	Correct the request.
    29200		other		A sign-in QR code is being produced; no failure.	Read the live error text.
    29201		request_malformed		QR-code sign-in names a wrong client or target client.	Correct the request.
    29202		request_malformed		QR-code scope was combined with a response type other than none.	Correct the request.
    29203		request_malformed		The QR-code target client id is not valid.	Correct the request.
    29204		service_fault	r	The QR-code token could not be stored.	Repeat later; report the trace id when it goes on.
    29205		request_malformed		The QR code text is longer than allowed.	Correct the request.
    29206		request_malformed		QR-code redemption names a wrong client.	Correct the request.
    29207		token_or_grant_invalid		The QR code is unknown or too old.	Start a new sign-in or ask for a new grant.
    29208		token_or_grant_invalid		The QR code was used before.	Start a new sign-in or ask for a new grant.
    29210		user_account		Tenant policy turns QR-code sign-in off.	The user or an administrator must repair the account.
    29211		unsupported		Pass-through users get no QR-code sign-in.	Use a supported feature or flow.
    29212		unsupported		Consumer accounts get no QR-code sign-in.	Use a supported feature or flow.
    40002		federation		The external identity provider reported an error.	Correct the federation settings or ask the identity provider.
    40003		federation		The external identity provider left out a token that is needed.	Correct the federation settings or ask the identity provider.
    40004		federation		The external identity provider left out a token that is needed.	Correct the federation settings or ask the identity provider.
    40005		federation		The token from the external provider is outside its time window.	Check clocks on both sides.
    40008	OAuth2IdPUnretryableServerError	federation		The external OAuth provider failed for good.	Correct the federation settings or ask the identity provider.
    40009	OAuth2IdPRefreshTokenRedemptionUserError	federation		The external provider refused the refresh token.	Correct the federation settings or ask the identity provider.
    40010	OAuth2IdPRetryableServerError	federation	r	The external OAuth provider had a passing failure.	Correct the federation settings or ask the identity provider.
    40013		federation		Federation with social providers is switched off.	Correct the federation settings or ask the identity provider.
    40014		federation	r	The federated provider cannot be reached.	Correct the federation settings or ask the identity provider.
    40015	OAuth2IdPAuthCodeRedemptionUserError	federation		The external provider refused the authorization code.	Correct the federation settings or ask the identity provider.
    40016		federation		The external identity provider reported an error.	Correct the federation settings or ask the identity provider.
    50000	TokenIssuanceError	service_fault	r	Token issuance failed inside the service.	Retry, then open a support case with the trace id.
    50001	InvalidResource	resource_missing	c	The resource asked for is disabled or unknown.	Check the resource URI or app id and that its service principal exists in the tenant.
    50002	NotAllowedTenant	tenant_misconfigured		A tenant restriction enforced by a proxy denies this tenant.	Change the tenant-restriction list or leave the restricted network.
    50003	MissingSigningKey	tenant_misconfigured	r	No usable signing key: none is configured, or a roll-over is running.	Configure a signing certificate for the app, or retry after the roll-over.
    50004		service_fault	r	Passing internal error.	Repeat later; report the trace id when it goes on.
    50005	DevicePolicyError	conditional_access		Sign-in from a device platform that policy does not accept.	Ask the tenant administrator about the Conditional Access policy.
    50006	InvalidSignature	credential_invalid		A signature in the request did not verify.	Compare the credential in use with those registered on the app.
    50007	PartnerEncryptionCertificateMissing	tenant_misconfigured		The encryption certificate set for the partner app cannot be found.	Upload the token-encryption certificate again.
    50008	InvalidSamlToken	token_or_grant_invalid		The SAML assertion is missing or broken.	Start a new sign-in or ask for a new grant.
    50010	AudienceUriValidationFailed	tenant_misconfigured		No audience is configured that the token could be checked against.	Correct the app registration or tenant setting named in the text.
    50011	InvalidReplyTo	request_malformed		The redirect address is not among those registered for the app.	Register the exact redirect address.
    50012	AuthenticationFailed	credential_invalid	c	Certificate authentication failed: unknown or unauthorised certificate, broken chain, or bad signature. Older number for what is now mostly 700027.	Register the certificate in use; read the bracketed reason for expiry.
    50013	InvalidAssertion	token_or_grant_invalid		The user assertion (on-behalf-of) is malformed, expired, or of the wrong token version.	Start a new sign-in or ask for a new grant.
    50014	GuestUserInPendingState	user_account		The guest invitation has not been completed.	The user or an administrator must repair the account.
    50015	ViralUserLegalAgeConsentRequiredState	user_account		Consent for a minor's account is missing.	The user or an administrator must repair the account.
    50016		request_malformed		A redirect error-code value is not valid.	Correct the request.
    50017	CertificateValidationFailed	credential_invalid		Certificate-based user sign-in failed validation: trust list, revocation data or distribution point.	Compare the credential in use with those registered on the app.
    50019		mfa_or_interaction_required		The flow paused so that the user can choose a certificate.	Sign in interactively.
    50020	UserUnauthorized	user_account		The tenant addressed holds no account for this user.	Use an account of that tenant, invite the user, or address the right tenant.
    50023		request_malformed		A custom claim uses a reserved type.	Correct the request.
    50024		request_malformed		The client state cannot be decrypted.	Correct the request.
    50025		request_malformed		No issuer name was given.	Correct the request.
    50026		request_malformed		The mail address is too long.	Correct the request.
    50027	InvalidJwtToken	credential_invalid	c	A JWT in the request (client assertion, user assertion or id token) is malformed or fails a basic check.	Rebuild the assertion: header, issuer, subject, audience, times.
    50029		request_malformed		A URI in the request has a domain name with forbidden characters.	Correct the request.
    50030		tenant_misconfigured		A first-party app lacks the lists needed for forwarded tokens.	Correct the app registration or tenant setting named in the text.
    50032	WeakRsaKey	credential_invalid		The RSA key is shorter than the minimum.	Use at least a 2048-bit key.
    50033	RetryableError	service_fault	r	Passing internal error.	Repeat later; report the trace id when it goes on.
    50034	UserAccountNotFound	user_account		No such user in the directory.	Check the user name and the tenant.
    50035		credential_invalid		The elliptic-curve key is shorter than the minimum.	Compare the credential in use with those registered on the app.
    50038		unsupported		The API version is not supported.	Use a supported feature or flow.
    50042	UnableToGeneratePairwiseIdentifierWithMissingSalt	service_fault		The principal lacks the salt from which pairwise ids are made.	Open a support case.
    50043	UnableToGeneratePairwiseIdentifierWithMultipleSalts	service_fault		The principal has several pairwise-id salts.	Open a support case.
    50045		service_fault		The pairwise-id salt of the principal is damaged.	Repeat later; report the trace id when it goes on.
    50048	SubjectMismatchesIssuer	credential_invalid	c	In the client assertion, sub and iss differ.	Set both to the client id.
    50049	NoSuchInstanceForDiscovery	authority_wrong	c	The host named in instance discovery is not a cloud the service knows.	Correct the authority host, or skip instance discovery for private hosts.
    50050	MalformedDiscoveryRequest	request_malformed	c	The instance-discovery request has a badly formed parameter.	Correct the request.
    50051		service_fault	r	Root keys are missing from the key endpoint.	Repeat later; report the trace id when it goes on.
    50052		user_account		The password is longer than the maximum.	The user or an administrator must repair the account.
    50053	IdsLocked	user_account	r	The user is locked after failed attempts, or the source address is blocked.	Wait; check risky sign-ins.
    50054		user_account		An old password was entered.	The user or an administrator must repair the account.
    50055	InvalidPasswordExpiredPassword	user_account		The user's password has expired.	The user or an administrator must repair the account.
    50056		user_account		The directory holds no password for this user.	The user or an administrator must repair the account.
    50057	UserDisabled	user_account		The user account is disabled.	The user or an administrator must repair the account.
    50058	UserInformationNotProvided	mfa_or_interaction_required		Nobody is signed in, so silent sign-in is impossible.	Sign in interactively.
    50059	MissingTenantRealmAndNoUserInformationProvided	authority_wrong	c	Nothing in the request tells which tenant is meant; typical for a tenant-independent authority.	Use the tenant id or a verified domain in the authority.
    50060		other		Sign-out failed.	Read the live error text.
    50061	SignoutInvalidRequest	request_malformed		The sign-out request is not valid.	Correct the request.
    50062		other		The sign-out request is not authorised.	Read the live error text.
    50064	CredentialAuthenticationError	user_account		User name or password check failed.	The user or an administrator must repair the account.
    50068	SignoutInitiatorNotParticipant	other		The app that asked for sign-out takes no part in the session.	Read the live error text.
    50069		other		Sign-out names a user that does not match the session.	Read the live error text.
    50070	SignoutUnknownSessionIdentifier	other		Sign-out names an unknown session.	Read the live error text.
    50071	SignoutMessageExpired	other		The sign-out request is too old.	Read the live error text.
    50072	UserStrongAuthEnrollmentRequiredInterrupt	mfa_or_interaction_required		The user must enrol for a second factor.	Sign in interactively.
    50074	UserStrongAuthClientAuthNRequiredInterrupt	mfa_or_interaction_required		A second factor is required and was not passed.	Sign in interactively.
    50075		tenant_misconfigured		Security defaults are off in the tenant.	Correct the app registration or tenant setting named in the text.
    50076	UserStrongAuthClientAuthNRequired	mfa_or_interaction_required		Policy asks the user for a second factor.	Use an interactive flow, or exempt the account.
    50077		conditional_access		Policy asks for a GPS location.	Ask the tenant administrator about the Conditional Access policy.
    50078	UserStrongAuthExpired	mfa_or_interaction_required		The second factor is too old for policy.	Sign in interactively.
    50079	UserStrongAuthEnrollmentRequired	mfa_or_interaction_required		The user must register for a second factor.	Sign in interactively.
    50080		request_malformed		Bad request.	Correct the request.
    50081		conditional_access		Policy asks for a GPS location.	Ask the tenant administrator about the Conditional Access policy.
    50082		service_fault	r	Partitioned signing keys are missing.	Repeat later; report the trace id when it goes on.
    50085		mfa_or_interaction_required		The refresh token needs a fresh sign-in at a social provider.	Sign in interactively.
    50086	SasNonRetryableError	service_fault		Strong-authentication service failed for good.	Repeat later; report the trace id when it goes on.
    50087	SasRetryableError	service_fault	r	Strong-authentication service had a passing failure.	Repeat later; report the trace id when it goes on.
    50088		throttled	r	Too many telephone verifications.	Wait some minutes.
    50089		token_or_grant_invalid		The flow token, code or session has expired.	Start a new sign-in or ask for a new grant.
    50091		request_malformed		The query string is too long.	Correct the request.
    50093		tenant_misconfigured		No value for the SAML name id.	Correct the app registration or tenant setting named in the text.
    50094		tenant_misconfigured		Unknown source for the SAML name id.	Correct the app registration or tenant setting named in the text.
    50095		tenant_misconfigured		Unknown source for the SAML mail claim.	Correct the app registration or tenant setting named in the text.
    50096		tenant_misconfigured		The name-id source does not fit the requested format.	Correct the app registration or tenant setting named in the text.
    50097	DeviceAuthenticationRequired	conditional_access		The device must authenticate.	Ask the tenant administrator about the Conditional Access policy.
    50098		credential_invalid		A required field is absent from the JWT body.	Compare the credential in use with those registered on the app.
    50099	PKeyAuthInvalidJwtUnauthorized	credential_invalid		The device JWT has a bad signature or nonce.	Compare the credential in use with those registered on the app.
    50100		tenant_misconfigured		Claims transformation failed.	Correct the app registration or tenant setting named in the text.
    50101		tenant_misconfigured		The claims transformer named for the principal is unknown.	Correct the app registration or tenant setting named in the text.
    50102		tenant_misconfigured		The custom claims transformer cannot be loaded.	Correct the app registration or tenant setting named in the text.
    50103		tenant_misconfigured		Claims transformation failed with a runtime message.	Correct the app registration or tenant setting named in the text.
    50105	EntitlementGrantsNotFound	permission_or_consent		The app requires assignment and the user is not assigned. The app-only counterpart is 501051.	Assign the user or group.
    50107		federation		The federation realm named in the request does not exist.	Correct the federation settings or ask the identity provider.
    50108		tenant_misconfigured		The claims-transformation configuration cannot be read.	Correct the app registration or tenant setting named in the text.
    50109		tenant_misconfigured		The claims transformation is unknown.	Correct the app registration or tenant setting named in the text.
    50111		tenant_misconfigured		An unknown claims transformation was applied.	Correct the app registration or tenant setting named in the text.
    50117		request_malformed		The policy in the claims parameter cannot be read.	Correct the request.
    50120		credential_invalid	c	The JWT header denotes a credential kind that is not known.	Check the assertion header.
    50123		tenant_misconfigured		Unknown transformation method.	Correct the app registration or tenant setting named in the text.
    50124		tenant_misconfigured		A regular expression in the claims mapping is not valid.	Correct the app registration or tenant setting named in the text.
    50125	PasswordResetRegistrationRequiredInterrupt	mfa_or_interaction_required		Password reset or its registration interrupts the sign-in.	Sign in interactively.
    50126	InvalidUserNameOrPassword	user_account		Wrong user name or password.	Correct the password; app-only tools should not use a user password at all.
    50127	BrokerAppNotInstalled	conditional_access		A broker app must be installed first.	Ask the tenant administrator about the Conditional Access policy.
    50128	InvalidDomainName	authority_wrong	c	No tenant can be derived from the request, often an unregistered domain.	Use the tenant id or a verified domain.
    50129	DeviceIsNotWorkplaceJoined	conditional_access		Device lacks workplace join.	Ask the tenant administrator about the Conditional Access policy.
    50130		request_malformed		An authentication-method claim value is not known.	Correct the request.
    50131	ConditionalAccessFailed	conditional_access		A Conditional Access rule refused the request: device state, suspicious activity or policy.	Ask the tenant administrator about the Conditional Access policy.
    50132	SsoArtifactInvalidOrExpired	token_or_grant_invalid		The session ended, for example after a password change.	Start a new sign-in or ask for a new grant.
    50133	SsoArtifactRevoked	token_or_grant_invalid		The session was revoked after a password change.	Start a new sign-in or ask for a new grant.
    50134	DeviceFlowAuthorizeWrongDatacenter	service_fault	r	The device-code sign-in reached another data centre than the request.	Repeat later; report the trace id when it goes on.
    50135	PasswordChangeCompromisedPassword	user_account		Risk demands a password change.	The user or an administrator must repair the account.
    50136	RedirectMsaSessionToApp	other		A single consumer session was found and is handed to the app.	Read the live error text.
    50137		user_account		Policy demands a password change.	The user or an administrator must repair the account.
    50138		service_fault		The encryption-key environment is wrong.	Repeat later; report the trace id when it goes on.
    50139	SessionMissingMsaOAuth2RefreshToken	token_or_grant_invalid		The session lacks the external refresh token.	Start a new sign-in or ask for a new grant.
    50140	KmsiInterrupt	mfa_or_interaction_required		The stay-signed-in prompt was shown; expected.	Sign in interactively.
    50141		token_or_grant_invalid		The protected key belongs to another user.	Start a new sign-in or ask for a new grant.
    50142		user_account		Policy demands a password change.	The user or an administrator must repair the account.
    50143		token_or_grant_invalid		The session's tenant does not fit the domain hint.	Start a new sign-in or ask for a new grant.
    50144	InvalidPasswordExpiredOnPremPassword	user_account		The on-premises password has expired.	The user or an administrator must repair the account.
    50146	MissingCustomSigningKey	tenant_misconfigured	c	The resource needs its own token-signing key, and it is missing, expired or not yet valid.	Configure a valid app-specific signing key on the resource's service principal.
    50147	MissingCodeChallenge	request_malformed		The PKCE code challenge has a wrong size or is absent.	Correct the request.
    50148		request_malformed		The PKCE verifier does not fit the challenge.	Correct the request.
    50149		request_malformed		The PKCE method is not valid.	Correct the request.
    50150		permission_or_consent		The credential carries no valid consent approval.	Have an administrator grant the permission.
    50155	DeviceAuthenticationFailed	conditional_access		Device authentication failed.	Ask the tenant administrator about the Conditional Access policy.
    50156		unsupported		Device tokens are not issued for v2 resources.	Use a supported feature or flow.
    50157		other		The user is redirected for routing.	Read the live error text.
    50158		mfa_or_interaction_required		A further provider or page must be passed.	Sign in interactively.
    50159		federation		The external provider sent too few claims.	Correct the federation settings or ask the identity provider.
    50160		authority_wrong		Another target tenant is preferred.	Use the tenant-specific authority of the right cloud.
    50161		federation		The external claims provider's URL failed validation.	Correct the federation settings or ask the identity provider.
    50162		tenant_misconfigured	r	Claims transformation took too long.	Correct the app registration or tenant setting named in the text.
    50163		tenant_misconfigured		A claims replacement grew beyond the size limit.	Correct the app registration or tenant setting named in the text.
    50164		token_or_grant_invalid		The token was issued for another purpose.	Start a new sign-in or ask for a new grant.
    50165		tenant_misconfigured		The token-encryption algorithm asked for is not supported.	Correct the app registration or tenant setting named in the text.
    50166		federation	rc	The OIDC metadata or keys of the external issuer could not be fetched.	Make the issuer's discovery document and keys publicly reachable, then retry.
    50167		request_malformed		The proof-of-possession key is not valid.	Correct the request.
    50168		mfa_or_interaction_required		A Windows sign-in token is awaited.	Sign in interactively.
    50169	InvalidRequestBadRealm	authority_wrong		The realm is not configured in the service namespace.	Use the tenant-specific authority of the right cloud.
    50170	MissingExternalClaimsProviderMapping	tenant_misconfigured		The external-control mapping is missing.	Correct the app registration or tenant setting named in the text.
    50171		authority_wrong	c	The audience of the assertion belongs to the mutual-TLS endpoint only.	Set aud to the token endpoint that is being called.
    50172		federation		The external claims provider is not approved.	Correct the federation settings or ask the identity provider.
    50173		token_or_grant_invalid		The grant was revoked, often after a password reset.	Start a new sign-in or ask for a new grant.
    50176		tenant_misconfigured		The external control is not defined.	Correct the app registration or tenant setting named in the text.
    50177	ExternalChallengeNotSupportedForPassthroughUsers	user_account		The external user cannot meet the challenge in this tenant, or is not a member of it.	The user or an administrator must repair the account.
    50178	SessionControlNotSupportedForPassthroughUsers	user_account		Session control is not possible for the external user.	The user or an administrator must repair the account.
    50179		unsupported		client_info cannot be returned for this kind of user.	Use a supported feature or flow.
    50180	WindowsIntegratedAuthMissing	mfa_or_interaction_required		Integrated Windows authentication is missing.	Sign in interactively.
    50181		user_account		The one-time code could not be checked.	The user or an administrator must repair the account.
    50182		user_account		The one-time code has expired.	The user or an administrator must repair the account.
    50183		service_fault	r	The one-time code cache failed.	Repeat later; report the trace id when it goes on.
    50184		user_account		Wrong one-time code, or none is on record.	The user or an administrator must repair the account.
    50185		service_fault	r	The mail with the one-time code was not delivered.	Repeat later; report the trace id when it goes on.
    50186		authority_wrong		The realm is not permitted.	Use the tenant-specific authority of the right cloud.
    50187	DeviceInformationNotProvided	conditional_access		The device could not be authenticated.	Ask the tenant administrator about the Conditional Access policy.
    50189		request_malformed		The device code has a wrong format.	Correct the request.
    50190		service_fault	r	Region mapping is missing inside the service.	Repeat later; report the trace id when it goes on.
    50192	RawCredentialExpectedNotFound	request_malformed		A certificate was expected and none arrived.	Correct the request.
    50193		other		Internal use.	Read the live error text.
    50194		authority_wrong	c	A single-tenant app was used through the /common endpoint.	Use the tenant-specific authority.
    50196	LoopDetected	throttled	r	The same request came too often in a short time. User flows get this code; client-credential floods get HTTP 429.	Cache tokens, back off for minutes, remove the loop.
    50197	ConflictingIdentities	user_account		The user cannot be found.	The user or an administrator must repair the account.
    50199	CmsiInterrupt	mfa_or_interaction_required		The user must confirm which app is signing in.	Sign in interactively.
    50200		authority_wrong		The external trusted realm is not permitted.	Use the tenant-specific authority of the right cloud.
    50201		mfa_or_interaction_required		A message is shown to the user.	Sign in interactively.
    50202		permission_or_consent		The user must consent to join the organisation sign-in.	Have an administrator grant the permission.
    50203		mfa_or_interaction_required		The authenticator app is to be registered.	Sign in interactively.
    50204		permission_or_consent		The external user has not accepted the privacy statement.	Have an administrator grant the permission.
    50205		other		The external user accepted the privacy statement.	Read the live error text.
    50206		permission_or_consent		Consent to reach the target device is missing.	Have an administrator grant the permission.
    50207		mfa_or_interaction_required		The native broker is being prepared.	Sign in interactively.
    50208		user_account		The native broker returned another user.	The user or an administrator must repair the account.
    50209		user_account		The user is resetting a password.	The user or an administrator must repair the account.
    51000	RequiredFeatureNotEnabled	unsupported	c	A feature the request needs is switched off, for example mutual-TLS client authentication for this app.	Enable the feature or use another credential form.
    51001	DomainHintMustbePresent	request_malformed		An on-premises identifier was sent without a domain hint.	Correct the request.
    51004	UserAccountNotInDirectory	user_account		The user does not exist in this directory.	The user or an administrator must repair the account.
    51005	TemporaryRedirect	other	r	The request must be repeated at another address, as with HTTP 307.	Follow the Location header.
    51006	ForceReauthDueToInsufficientAuth	mfa_or_interaction_required		The session lacks integrated Windows authentication.	Sign in interactively.
    52004	DelegationDoesNotExistForLinkedIn	permission_or_consent		No consent for LinkedIn data.	Have an administrator grant the permission.
    53000	DeviceNotCompliant	conditional_access		Policy wants a compliant device.	Ask the tenant administrator about the Conditional Access policy.
    53001	DeviceNotDomainJoined	conditional_access		Policy wants a domain-joined device.	Ask the tenant administrator about the Conditional Access policy.
    53002	ApplicationUsedIsNotAnApprovedApp	conditional_access		Policy wants an approved client app.	Ask the tenant administrator about the Conditional Access policy.
    53003	BlockedByConditionalAccess	conditional_access	c	A Conditional Access policy blocks the token. For app-only requests this means a workload-identity policy (location or risk); the credential itself was most likely accepted.	Read the policy id in the claims field (capolids) and adjust the policy or the calling address.
    53004	ProofUpBlockedDueToRisk	conditional_access		Second-factor registration is blocked because of risk.	Ask the tenant administrator about the Conditional Access policy.
    53005		conditional_access		The app must enforce Intune protection policy.	Ask the tenant administrator about the Conditional Access policy.
    53006		mfa_or_interaction_required		The federated provider must authenticate the user.	Sign in interactively.
    53007		mfa_or_interaction_required		The federated provider must authenticate the user.	Sign in interactively.
    53008		conditional_access		The browser is not supported.	Ask the tenant administrator about the Conditional Access policy.
    53009		conditional_access		The app must enforce Intune protection policy.	Ask the tenant administrator about the Conditional Access policy.
    53010	ProofUpBlockedDueToSecurityInfoAcr	conditional_access		Security information may be set only from certain places or devices.	Ask the tenant administrator about the Conditional Access policy.
    53011		conditional_access		The user is blocked because of risk in the home tenant.	Ask the tenant administrator about the Conditional Access policy.
    54000	MinorUserBlockedLegalAgeGroupRule	user_account		The user's age group may not use the app.	The user or an administrator must repair the account.
    54005		token_or_grant_invalid		The authorization code was used before.	Start a new sign-in or ask for a new grant.
    54006		tenant_misconfigured		A first-party resource must encrypt version-2 tokens.	Correct the app registration or tenant setting named in the text.
    54007		unsupported		Method not supported for this federation.	Use a supported feature or flow.
    54008		mfa_or_interaction_required		The credential used cannot serve as first factor.	Sign in interactively.
    54009		mfa_or_interaction_required		The credential used cannot serve where a second factor is needed.	Sign in interactively.
    54010		mfa_or_interaction_required		Registration is blocked: unsupported credential.	Sign in interactively.
    65001	DelegationDoesNotExist	permission_or_consent	c	Nobody has consented to the app for this resource. App-only requests seldom get it; without consent they normally get a token without roles.	Grant admin consent.
    65002		permission_or_consent		A Microsoft-owned client and resource pair lacks pre-authorisation.	Use your own app registration, not a Microsoft app id.
    65003		permission_or_consent		A first-party token for itself lacks pre-authorisation.	Have an administrator grant the permission.
    65004	UserDeclinedConsent	permission_or_consent		The user refused consent.	Have an administrator grant the permission.
    65005	MisconfiguredApplication	permission_or_consent		The permission list of the app does not fit the resource or scope asked for.	Have an administrator grant the permission.
    65006		permission_or_consent		The permission ids listed by the client do not exist on the resource.	Correct requiredResourceAccess.
    65007		permission_or_consent	r	The client's permission list changed during the request.	Try again.
    67003	ActorNotValidServiceIdentity	token_or_grant_invalid		The acting party is not a valid service identity.	Start a new sign-in or ask for a new grant.
    70000	InvalidGrant	token_or_grant_invalid		The grant is not valid or is malformed.	Start a new sign-in or ask for a new grant.
    70001	UnauthorizedClient	app_disabled	c	Documented as app disabled; historically also app not found in the directory. Newer numbers: 7000112 and 700016.	Check the app id, the tenant and whether the enterprise app is enabled.
    70002	InvalidClient	credential_invalid	c	Client authentication failed. Old wrapper code: another code usually stands beside it.	Look at the other code in error_codes.
    70003	UnsupportedGrantType	unsupported	c	The grant type is not known to the service.	Use client_credentials.
    70004	InvalidRedirectUri	request_malformed		The redirect address is not registered.	Correct the request.
    70005	UnsupportedResponseType	unsupported		The response type is not supported or not enabled.	Use a supported feature or flow.
    70007	UnsupportedResponseMode	unsupported		The response mode is not supported.	Use a supported feature or flow.
    70008	ExpiredOrRevokedGrant	token_or_grant_invalid		The code or refresh token expired from disuse or was revoked.	Start a new sign-in or ask for a new grant.
    70011	InvalidScope	request_malformed	c	The scope is not valid.	For app-only requests use {resource}/.default.
    70012	MsaServerError	service_fault	r	Passing failure while signing in a consumer user.	Repeat later; report the trace id when it goes on.
    70016	AuthorizationPending	other	r	Device code not yet confirmed; keep polling.	Read the live error text.
    70018	BadVerificationCode	request_malformed		The device code typed by the user is wrong.	Correct the request.
    70019	CodeExpired	token_or_grant_invalid		The device code has expired.	Start a new sign-in or ask for a new grant.
    70021		federation	rc	No federated credential fits the presented assertion, or a new one has not replicated yet. Older general code.	Compare issuer, subject and audience; wait some minutes after a change.
    70024		federation	c	The issuer's OIDC metadata lacks a required field.	Complete the issuer's discovery document.
    70025		federation	c	The app has no federated identity credential at all (field report).	Add a federated identity credential.
    70030		service_fault	r	A remote sign-in session could not be read.	Repeat later; report the trace id when it goes on.
    70031		token_or_grant_invalid		Remote sign-in session is broken.	Start a new sign-in or ask for a new grant.
    70033		other		The remote session was approved before.	Read the live error text.
    70034		other		The remote session was denied before.	Read the live error text.
    70035		token_or_grant_invalid		No remote session for this device code.	Start a new sign-in or ask for a new grant.
    70036		unsupported		Remote session state not supported.	Use a supported feature or flow.
    70037		mfa_or_interaction_required		Wrong challenge answer; remote session denied.	Sign in interactively.
    70039		token_or_grant_invalid		The remote session has expired.	Start a new sign-in or ask for a new grant.
    70041		federation		The nonce of the external provider's answer is wrong.	Correct the federation settings or ask the identity provider.
    70043	BadTokenDueToSignInFrequency	conditional_access		Sign-in frequency policy ended the refresh token.	Ask the tenant administrator about the Conditional Access policy.
    70044		conditional_access		Sign-in frequency policy ended the session.	Ask the tenant administrator about the Conditional Access policy.
    70045		conditional_access		Sign-in frequency policy for all apps makes the refresh token unusable.	Ask the tenant administrator about the Conditional Access policy.
    70046		conditional_access		Re-authentication policy ended the session.	Ask the tenant administrator about the Conditional Access policy.
    75001	BindingSerializationError	request_malformed		SAML binding failed.	Correct the request.
    75003	UnsupportedBindingError	unsupported		The SAML binding is not supported.	Use a supported feature or flow.
    75005	Saml2MessageInvalid	request_malformed		The SAML request is not supported.	Correct the request.
    75008	RequestDeniedError	request_malformed		The SAML request has an unexpected destination.	Correct the request.
    75011	NoMatchedAuthnContextInOutputClaims	mfa_or_interaction_required		The authentication method differs from the one the SAML request wanted.	Sign in interactively.
    75016	Saml2AuthenticationRequestInvalidNameIDPolicy	request_malformed		The SAML name-id policy is not valid.	Correct the request.
    76021	ApplicationRequiresSignedRequests	request_malformed		The app wants signed SAML requests.	Correct the request.
    76026	RequestIssueTimeExpired	request_malformed		The SAML request is too old.	Correct the request.
    80001	OnPremiseStoreIsNotAvailable	service_fault	r	The pass-through agent cannot reach the on-premises directory.	Repeat later; report the trace id when it goes on.
    80002	OnPremisePasswordValidatorRequestTimedout	service_fault	r	Pass-through password validation timed out.	Repeat later; report the trace id when it goes on.
    80005	OnPremisePasswordValidatorUnpredictableWebException	service_fault	r	The agent's answer could not be processed.	Repeat later; report the trace id when it goes on.
    80007	OnPremisePasswordValidatorErrorOccurredOnPrem	service_fault		The agent could not validate the password.	Repeat later; report the trace id when it goes on.
    80010	OnPremisePasswordValidationEncryptionException	service_fault		The agent could not decrypt the password.	Repeat later; report the trace id when it goes on.
    80012	OnPremisePasswordValidationAccountLogonInvalidHours	user_account		Sign-in outside the hours allowed on premises.	The user or an administrator must repair the account.
    80013	OnPremisePasswordValidationTimeSkew	service_fault		Clock difference between agent and directory.	Repeat later; report the trace id when it goes on.
    80014	OnPremisePasswordValidationAuthenticationAgentTimeout	service_fault	r	The agent answered too late.	Repeat later; report the trace id when it goes on.
    81001		request_malformed		The Kerberos ticket is too large.	Correct the request.
    81004	DesktopSsoIdentityInTicketIsNotAuthenticated	user_account		Kerberos authentication failed.	The user or an administrator must repair the account.
    81005	DesktopSsoAuthenticationPackageNotSupported	unsupported		The authentication package is not supported.	Use a supported feature or flow.
    81006	DesktopSsoNoAuthorizationHeader	request_malformed		No authorization header for seamless sign-on.	Correct the request.
    81007	DesktopSsoTenantIsNotOptIn	tenant_misconfigured		Seamless sign-on is not enabled in the tenant.	Correct the app registration or tenant setting named in the text.
    81008		user_account		The Kerberos ticket failed validation.	The user or an administrator must repair the account.
    81009	DesktopSsoAuthorizationHeaderValueWithBadFormat	request_malformed		The Kerberos authorization header is malformed.	Correct the request.
    81010	DesktopSsoAuthTokenInvalid	user_account		The Kerberos ticket is expired or wrong.	The user or an administrator must repair the account.
    81011	DesktopSsoLookupUserBySidFailed	user_account		No user for the security id in the ticket.	The user or an administrator must repair the account.
    81012	DesktopSsoMismatchBetweenTokenUpnAndChosenUpn	user_account		Device user and sign-in user differ.	The user or an administrator must repair the account.
    81013		user_account		No user for the ticket.	The user or an administrator must repair the account.
    81014		user_account		The seamless sign-on token expired.	The user or an administrator must repair the account.
    81015		user_account		The ticket was obtained by delegation.	The user or an administrator must repair the account.
    81016		request_malformed		The seamless sign-on request is not valid.	Correct the request.
    90000		other		Internal use.	Read the live error text.
    90002	InvalidTenantName	tenant_missing	c	No tenant with this id or domain in this cloud: typo, deleted tenant, or the wrong cloud. invalid_request at the token endpoint, invalid_tenant at discovery.	Correct the tenant id; try the other clouds.
    90004	InvalidRequestFormat	request_malformed	c	The request has a wrong format.	Correct the request.
    90005	InvalidRequestWithMultipleRequirements	request_malformed		Session id and login hint cannot be combined.	Correct the request.
    90006	ExternalServerRetryableError	service_fault	rc	Passing failure of a service behind the token service.	Repeat later; report the trace id when it goes on.
    90007	InvalidSessionId	request_malformed		The session id cannot be parsed.	Correct the request.
    90008	TokenForItselfRequiresGraphPermission	permission_or_consent		The app must at least be allowed to sign users in and read the profile.	Have an administrator grant the permission.
    90009	TokenForItselfMissingIdenticalAppIdentifier	request_malformed	c	An app asks for a token to itself but not by its GUID.	Use {client id}/.default.
    90010	NotSupported	unsupported		An algorithm is not available. Until about 2018 this number meant: grant type not served at /common.	Use a supported feature or flow.
    90011		request_malformed	c	Historic number (2014) for several application ids in one request; today 7000110.	Send one client id.
    90012	RequestTimeout	service_fault	rc	The request timed out inside the service.	Repeat later; report the trace id when it goes on.
    90013	InvalidUserInput	request_malformed	c	A value has forbidden characters; typical for an unreplaced placeholder.	Check tenant, client id and scope for leftovers such as angle brackets.
    90014	MissingRequiredField	request_malformed	c	A required field is missing from the credential or request, for example iss or aud in the assertion.	Add the field named in the text.
    90015	QueryStringTooLong	request_malformed		The query string is too long.	Correct the request.
    90016	MissingRequiredClaim	token_or_grant_invalid		The access token lacks a required claim.	Start a new sign-in or ask for a new grant.
    90017		request_malformed		An unexpected field is present.	Correct the request.
    90019	MissingTenantRealm	authority_wrong	c	The tenant cannot be told from the request.	Put the tenant id or domain in the authority.
    90020		federation		The SAML 1.1 assertion has no immutable id of the user.	Correct the federation settings or ask the identity provider.
    90022	AuthenticatedInvalidPrincipalNameFormat	request_malformed	c	The principal name of the resource has a wrong format.	Write the resource as name[/host][@realm], URI or GUID.
    90023	InvalidRequest	request_malformed	c	Not a valid request for the service. The number was reused for several texts, among them: public client with a secret, and cross-origin redemption.	Read the text.
    90024	RequestBudgetExceededError	service_fault	rc	The request exceeded an internal budget.	Repeat later; report the trace id when it goes on.
    90025		service_fault	rc	Processing exceeded an internal allowance; the service retries by itself.	Repeat later; report the trace id when it goes on.
    90026		request_malformed		A host name holds a wildcard.	Correct the request.
    90027		unsupported		This API version issues no tokens on the consumer tenant.	Use a supported feature or flow.
    90028		request_malformed		The principal name lacks its first part.	Correct the request.
    90029		authority_wrong		The realm is an internationalised domain name, which is not supported.	Use the tenant-specific authority of the right cloud.
    90030		service_fault	r	Passing error.	Repeat later; report the trace id when it goes on.
    90031		service_fault	r	Passing error.	Repeat later; report the trace id when it goes on.
    90032		service_fault	r	Passing error.	Repeat later; report the trace id when it goes on.
    90033	MsodsServiceUnavailable	service_fault	rc	The directory service behind the token service is not available.	Repeat later; report the trace id when it goes on.
    90035		service_fault	rc	The service is unavailable for the moment.	Repeat later; report the trace id when it goes on.
    90036	MsodsServiceUnretryableFailure	service_fault	c	The directory service failed for good.	Repeat later; report the trace id when it goes on.
    90037		service_fault		Final error.	Repeat later; report the trace id when it goes on.
    90038	NationalCloudTenantRedirection	authority_wrong	c	The tenant lives in another cloud and no federation between the clouds exists.	Use the authority host of the tenant's cloud.
    90039		service_fault	r	The service is unavailable for the moment.	Repeat later; report the trace id when it goes on.
    90040		service_fault		Final error.	Repeat later; report the trace id when it goes on.
    90041		service_fault	r	Passing error.	Repeat later; report the trace id when it goes on.
    90042		request_malformed		Postback without national-cloud name.	Correct the request.
    90043	NationalCloudAuthCodeRedirection	authority_wrong		The code was issued by a national-cloud service.	Use the tenant-specific authority of the right cloud.
    90044		unsupported		National-cloud processing is switched off.	Use a supported feature or flow.
    90045		throttled	rc	The service is too busy.	Wait, then repeat at a lower rate.
    90046		other		Internal use.	Read the live error text.
    90047		other		Internal use.	Read the live error text.
    90049		app_missing	c	The application was not found.	Correct the client id or the tenant, or install the app in the tenant.
    90050		federation		The external provider's answer is too long.	Correct the federation settings or ask the identity provider.
    90051	InvalidNationalCloudId	authority_wrong		The delegation token names an unknown national cloud.	Use the tenant-specific authority of the right cloud.
    90052		other		The text at run time holds the cause.	Read the live error text.
    90055	TenantThrottlingError	throttled	rc	Too many requests; the tenant is throttled or blocked for a while.	Honour Retry-After, slow down.
    90056	BadResourceRequest	request_malformed		A code must be redeemed by POST at the token endpoint.	Correct the request.
    90061		federation	rc	Historic number for 50166: the external OIDC endpoint could not be fetched.	Make the issuer's metadata reachable.
    90072	PassThroughUserMfaError	user_account		The external account is not in the tenant, so its second factor cannot be checked.	The user or an administrator must repair the account.
    90073		other		A government-cloud gateway redirect is not valid.	Read the live error text.
    90081	OrgIdWsFederationMessageInvalid	federation		The WS-Federation message is not valid.	Correct the federation settings or ask the identity provider.
    90082	OrgIdWsFederationNotSupported	unsupported		The authentication policy is not supported.	Use a supported feature or flow.
    90083		unsupported		The request is not supported.	Use a supported feature or flow.
    90084	OrgIdWsFederationGuestNotAllowed	user_account		Guests are not allowed for the site.	The user or an administrator must repair the account.
    90085	OrgIdWsFederationSltRedemptionFailed	tenant_misconfigured	r	The organisation object has not been provisioned yet.	Correct the app registration or tenant setting named in the text.
    90086	OrgIdWsTrustDaTokenExpired	token_or_grant_invalid		The device token of the user has expired.	Start a new sign-in or ask for a new grant.
    90087	OrgIdWsFederationMessageCreationFromUriFailed	federation		The WS-Federation message could not be built from the URI.	Correct the federation settings or ask the identity provider.
    90088		federation		The mail domain is not allowed for the provider.	Correct the federation settings or ask the identity provider.
    90089		token_or_grant_invalid		A user token was used in an app on-behalf-of flow.	Start a new sign-in or ask for a new grant.
    90090	GraphRetryableError	service_fault	rc	Passing failure of the directory graph.	Repeat later; report the trace id when it goes on.
    90091	GraphServiceUnreachable	service_fault	rc	The directory graph cannot be reached.	Repeat later; report the trace id when it goes on.
    90092	GraphNonRetryableError	service_fault	c	The directory graph failed for good.	Repeat later; report the trace id when it goes on.
    90093	GraphUserUnauthorized	permission_or_consent		The directory graph forbids the request.	Have an administrator grant the permission.
    90094	AdminConsentRequired	permission_or_consent		An administrator must consent.	Have an administrator grant the permission.
    90095	AdminConsentRequiredRequestAccess	permission_or_consent		The user may ask an administrator for consent.	Have an administrator grant the permission.
    90096		permission_or_consent		The consent request was sent to an administrator.	Have an administrator grant the permission.
    90097		service_fault	r	Admin consent processing failed.	Repeat later; report the trace id when it goes on.
    90098		request_malformed		Unknown approval request id.	Correct the request.
    90099		permission_or_consent	c	The app is not authorised in the customer tenant; partner delegated access needs prior consent.	Give consent or authorise the app through the partner API.
    90100	InvalidRequestParameter	request_malformed		A parameter has no value or an illegal one.	Correct the request.
    90101	InvalidEmailAddress	request_malformed		Not a mail address.	Correct the request.
    90102	InvalidUriParameter	request_malformed	c	A value must be an absolute URI.	Correct the request.
    90107	InvalidXml	request_malformed		The XML is not valid.	Correct the request.
    90112		request_malformed	c	The application id must be a GUID.	Put the client id as GUID.
    90114	InvalidExpiryDate	request_malformed		The bulk-enrolment token would be born expired.	Correct the request.
    90116		request_malformed	c	Only POST is served.	Use POST.
    90117	InvalidRequestInput	request_malformed		The request is not valid.	Correct the request.
    90119	InvalidUserCode	request_malformed		The user code is missing.	Correct the request.
    90120	InvalidDeviceFlowRequest	other		The device request was answered before.	Read the live error text.
    90121	InvalidEmptyRequest	request_malformed	c	The request is empty.	Send form parameters.
    90122		request_malformed		No user identifier.	Correct the request.
    90123	IdentityProviderAccessDenied	federation		The identity or claims provider refused.	Correct the federation settings or ask the identity provider.
    90124	V1ResourceV2GlobalEndpointNotSupported	authority_wrong		The resource is not served at /common or /consumers.	Use /organizations or the tenant id.
    90125	DebugModeEnrollTenantNotFound	user_account		The user name is not known.	The user or an administrator must repair the account.
    90126	DebugModeEnrollTenantNotInferred	user_account		No tenant can be told from the user name.	The user or an administrator must repair the account.
    90128		service_fault	r	A user opt-in store cannot be loaded.	Repeat later; report the trace id when it goes on.
    90129		authority_wrong		The resource uses token version 1 and is not served at /common or /consumers.	Use the tenant-specific authority of the right cloud.
    90130	NonConvergedAppV2GlobalEndpointNotSupported	authority_wrong		The app is not served at /common or /consumers.	Use /organizations or the tenant id.
    90131		request_malformed		Session id and prompt cannot be combined.	Correct the request.
    90132		request_malformed		The device code is limited to consumer endpoints.	Correct the request.
    90134		federation		Claims could not be fetched from the provider.	Correct the federation settings or ask the identity provider.
    90135		other		The user gave up.	Read the live error text.
    90136		unsupported		Device code is not for confidential clients.	Use a supported feature or flow.
    90137		permission_or_consent		The user refused to release profile data.	Have an administrator grant the permission.
    90138		request_malformed		Session id and login hint cannot be combined.	Correct the request.
    90139		unsupported		The device-code mode is for /consumers only.	Use a supported feature or flow.
    90150		request_malformed		The request could not be read.	Correct the request.
    90202		service_fault	r	Passing error.	Repeat later; report the trace id when it goes on.
    100007		unsupported	c	The regional token endpoint serves only managed identities and certain first-party or infrastructure apps.	Use the global endpoint.
    120000	PasswordChangeIncorrectCurrentPassword	user_account		Password change: current password wrong.	The user or an administrator must repair the account.
    120002	PasswordChangeInvalidNewPasswordWeak	user_account		Password change: new password too weak.	The user or an administrator must repair the account.
    120003	PasswordChangeInvalidNewPasswordContainsMemberName	user_account		Password change: new password holds the user name.	The user or an administrator must repair the account.
    120004	PasswordChangeOnPremComplexity	user_account		Password change: on-premises rules not met.	The user or an administrator must repair the account.
    120005	PasswordChangeOnPremSuccessCloudFail	service_fault		Password changed on premises but not in the cloud.	Repeat later; report the trace id when it goes on.
    120008	PasswordChangeAsyncJobStateTerminated	service_fault		Password change job ended.	Repeat later; report the trace id when it goes on.
    120011	PasswordChangeAsyncUpnInferenceFailed	service_fault		Password change: user could not be derived.	Repeat later; report the trace id when it goes on.
    120012	PasswordChangeNeedsToHappenOnPrem	user_account		Password must be changed on premises.	The user or an administrator must repair the account.
    120013	PasswordChangeOnPremisesConnectivityFailure	service_fault	r	Password change: on premises not reachable.	Repeat later; report the trace id when it goes on.
    120014	PasswordChangeOnPremUserAccountLockedOutOrDisabled	user_account		Password change: on-premises account locked or disabled.	The user or an administrator must repair the account.
    120015	PasswordChangeADAdminActionRequired	user_account		Password change: an administrator must act.	The user or an administrator must repair the account.
    120016	PasswordChangeUserNotFoundBySspr	user_account		Password change: user not found.	The user or an administrator must repair the account.
    120018	PasswordChangePasswordDoesnotComplyFuzzyPolicy	user_account		Password change: banned-password rule.	The user or an administrator must repair the account.
    120020	PasswordChangeFailure	service_fault		Password change failed.	Repeat later; report the trace id when it goes on.
    120021	PartnerServiceSsprInternalServiceError	service_fault	r	Password service failed.	Repeat later; report the trace id when it goes on.
    130001		request_malformed		Key id missing.	Correct the request.
    130004	NgcKeyNotFound	user_account		The user has no Windows key.	The user or an administrator must repair the account.
    130005	NgcInvalidSignature	user_account		Windows key signature wrong.	The user or an administrator must repair the account.
    130006	NgcTransportKeyNotFound	user_account		The device has no transport key.	The user or an administrator must repair the account.
    130007	NgcDeviceIsDisabled	user_account		The device is disabled.	The user or an administrator must repair the account.
    130008	NgcDeviceIsNotFound	user_account		The device of the key was not found.	The user or an administrator must repair the account.
    130009		user_account		The device key is weak.	The user or an administrator must repair the account.
    130500		conditional_access		Phone sign-in blocked by policy.	Ask the tenant administrator about the Conditional Access policy.
    130501		conditional_access		Sign-in blocked by credential policy.	Ask the tenant administrator about the Conditional Access policy.
    130502		conditional_access		Temporary pass blocked by policy.	Ask the tenant administrator about the Conditional Access policy.
    130503		user_account		Temporary pass wrong.	The user or an administrator must repair the account.
    130504		user_account		Temporary pass expired.	The user or an administrator must repair the account.
    130505		user_account		Temporary pass used before.	The user or an administrator must repair the account.
    130506		user_account		A temporary pass is needed for web sign-in.	The user or an administrator must repair the account.
    130507		user_account		Temporary pass not found.	The user or an administrator must repair the account.
    135000		user_account		Security key signature wrong.	The user or an administrator must repair the account.
    135001		user_account		Security key not registered.	The user or an administrator must repair the account.
    135002		user_account		Security key data missing.	The user or an administrator must repair the account.
    135003		user_account		Security key gesture wrong.	The user or an administrator must repair the account.
    135004		request_malformed		Security key: postback URL wrong.	Correct the request.
    135005		request_malformed		Security key: cancel URL wrong.	Correct the request.
    135006		request_malformed		Security key: resume URL wrong.	Correct the request.
    135007		request_malformed		Security key: client data type wrong.	Correct the request.
    135008		request_malformed		Security key: origin wrong.	Correct the request.
    135009		request_malformed		Security key: wrong flow.	Correct the request.
    135010	KeyNotFound	user_account		Security key not registered.	The user or an administrator must repair the account.
    135011		user_account		The device is disabled.	The user or an administrator must repair the account.
    135012		user_account		Security key belongs to another user.	The user or an administrator must repair the account.
    135013		user_account		Security key user handle prefix wrong.	The user or an administrator must repair the account.
    135014		user_account		Security key user handle length wrong.	The user or an administrator must repair the account.
    135015		request_malformed		Security key exclude list malformed.	Correct the request.
    135016		conditional_access		Security keys are off by policy.	Ask the tenant administrator about the Conditional Access policy.
    135017		user_account		Security key counter unexpected.	The user or an administrator must repair the account.
    135018		user_account		Security key challenge wrong.	The user or an administrator must repair the account.
    135019		user_account		Security key challenge expired.	The user or an administrator must repair the account.
    135020		user_account		Security key assertion wrong.	The user or an administrator must repair the account.
    135021		user_account		Security key user handle prefix wrong.	The user or an administrator must repair the account.
    135022		request_malformed		Consumer redirect address wrong.	Correct the request.
    140000	InvalidRequestNonce	token_or_grant_invalid	r	The nonce is missing or too old.	Start a new sign-in or ask for a new grant.
    140001	InvalidSessionKey	token_or_grant_invalid		The session key is wrong.	Start a new sign-in or ask for a new grant.
    140002		token_or_grant_invalid		Key not found.	Start a new sign-in or ask for a new grant.
    140003		unsupported		Nonce purpose not supported.	Use a supported feature or flow.
    140004		request_malformed		Ticket-granting ticket request not valid.	Correct the request.
    140005		request_malformed		Ticket-granting ticket request not valid.	Correct the request.
    140006		request_malformed		Ticket-granting ticket request not valid.	Correct the request.
    140007		request_malformed		Ticket-granting service request not valid.	Correct the request.
    140008		request_malformed		Kerberos assertion not valid.	Correct the request.
    140009		request_malformed		Kerberos cryptography failed.	Correct the request.
    140010		user_account		Kerberos ticket validation failed.	The user or an administrator must repair the account.
    160011		user_account		The account selected for single sign-on cannot be used.	The user or an administrator must repair the account.
    160021	AppSessionSelectionInvalidSessionNotExist	mfa_or_interaction_required		The app named a user session that is gone.	Start a fresh sign-in.
    165004		other		The text at run time holds the cause.	Read the live error text.
    165900	InvalidApiRequest	request_malformed		Internal API request not valid.	Correct the request.
    220450	UnsupportedAndroidWebViewVersion	unsupported		The Android web view is too old.	Use a supported feature or flow.
    220501	InvalidCrlDownload	credential_invalid	r	The certificate revocation list could not be downloaded.	Compare the credential in use with those registered on the app.
    221000	DeviceOnlyTokensNotSupportedByResource	unsupported		The resource does not take device-only tokens.	Use a supported feature or flow.
    230109	CachedCredentialNonGWAuthNRequestsNotSupported	service_fault	r	The backup authentication service was addressed directly instead of through the gateway.	Use the regular authority host.
    240000		throttled		Limit of bulk-enrolment tokens reached.	Wait, then repeat at a lower rate.
    240001	BulkAADJTokenUnauthorized	permission_or_consent		The user may not register devices.	Have an administrator grant the permission.
    240002	RequiredClaimIsMissing	token_or_grant_invalid		The id token cannot serve as JWT grant.	Start a new sign-in or ask for a new grant.
    240003		service_fault	r	Unexpected answer from the authorize endpoint.	Repeat later; report the trace id when it goes on.
    240004		service_fault	r	No code came from the authorize endpoint.	Repeat later; report the trace id when it goes on.
    240005		permission_or_consent		The user lacks the role for bulk enrolment.	Have an administrator grant the permission.
    293004		resource_missing		The target device named in the request is not in the tenant.	Correct the resource identifier or install the resource app in the tenant.
    300030		user_account		An object needed for the sign-in was not found.	The user or an administrator must repair the account.
    392189		unsupported	c	The mutual-TLS token endpoint accepts only subject-name or federated credentials for this app.	Use the ordinary token endpoint with a client assertion.
    392200		credential_invalid	c	A mutual-TLS token request arrived without a client certificate.	Attach the client certificate in the TLS handshake, or use the ordinary endpoint.
    392204		credential_expired	c	The TLS client certificate is past its end date.	Renew the certificate and register the new one.
    399206		service_fault		Revocation filter data could not be fetched; the service treats it as final.	Repeat later; report the trace id when it goes on.
    399207		request_malformed		The request lists no response token type that the service can issue.	Correct the request.
    399208		credential_invalid		A public client bound its tokens to a registered certificate.	Use a throw-away certificate for token binding.
    399209		tenant_misconfigured	c	The app has certificate-bound access tokens switched off.	Enable certificate-bound tokens on the registration or ask for bearer tokens.
    399210		mfa_or_interaction_required		The resource wants a verifiable credential.	Sign in interactively.
    399211		service_fault	r	An internal disk cache is missing.	Repeat later; report the trace id when it goes on.
    399212		service_fault	r	An internal disk cache is out of date.	Repeat later; report the trace id when it goes on.
    399213		token_or_grant_invalid		The device key in the request is not valid.	Start a new sign-in or ask for a new grant.
    399214		request_malformed		The algorithm named in the request is not valid.	Correct the request.
    399215		service_fault	r	The call from the token service to dSTS failed.	Repeat later; report the trace id when it goes on.
    399216		service_fault	r	The call from the token service to dSTS timed out.	Repeat later; report the trace id when it goes on.
    399217		service_fault		Final internal error.	Repeat later; report the trace id when it goes on.
    399218		mfa_or_interaction_required		The user has to confirm the request.	Sign in interactively.
    399219		service_fault	r	Consumer-account data access timed out.	Repeat later; report the trace id when it goes on.
    399220		tenant_misconfigured		More than one service principal matched.	Remove the duplicate service principal.
    399229		request_malformed		Several managed-browser client ids are present.	Correct the request.
    399230		app_missing		The directory refuses the managed-browser principal.	Correct the client id or the tenant, or install the app in the tenant.
    399231		tenant_misconfigured		The managed-browser principal has no usable reply address.	Correct the app registration or tenant setting named in the text.
    399232		tenant_misconfigured		The managed-browser reply address failed validation.	Correct the app registration or tenant setting named in the text.
    399233		service_fault	r	Signing key data is missing from the dSTS cache.	Repeat later; report the trace id when it goes on.
    399234		service_fault	r	The dSTS signing key answer could not be parsed.	Repeat later; report the trace id when it goes on.
    399235		request_malformed		Wrong SOAP headers towards dSTS.	Correct the request.
    399236		request_malformed		Wrong SOAP body towards dSTS.	Correct the request.
    399237		service_fault	r	Proxying to legacy dSTS failed.	Repeat later; report the trace id when it goes on.
    399284	InboundIdTokenIssuerInvalid	federation		The id token received through federation has an empty or foreign issuer.	Correct the federation settings or ask the identity provider.
    500011	InvalidResourceServicePrincipalNotFound	resource_missing	c	The resource named in scope or resource has no service principal in this tenant.	Correct the resource URI, address the right tenant, or have the resource app consented there.
    500012		request_malformed	c	The resource app name is not valid.	Correct the request.
    500013		request_malformed	c	No resource was given.	Send scope (v2) or resource (v1).
    500014	InvalidResourceServicePrincipalDisabled	resource_missing	c	The resource's service principal is disabled: subscription lapsed or an admin switched it off.	Re-enable the resource's enterprise application or renew the subscription.
    500015		unsupported	c	Resources of consumer accounts are not supported in this tenant.	Use a supported feature or flow.
    500016		unsupported	c	The named app cannot act as resource in this flow.	Use a supported feature or flow.
    500017		permission_or_consent	c	The named app may not be used as resource in this flow.	Have an administrator grant the permission.
    500021		tenant_misconfigured		Tenant restrictions set by the network deny this tenant.	Add the tenant to the allow list or call from another network.
    500022		tenant_misconfigured		Tenant restrictions set by the network deny this tenant.	Add the tenant to the allow list or call from another network.
    500023		request_malformed		Restriction headers of credential and request differ.	Correct the request.
    500024		tenant_misconfigured		Tenant-restriction signals in header and claims contradict each other.	Correct the app registration or tenant setting named in the text.
    500025		tenant_misconfigured		Tenant-restriction signals in id token and access token contradict each other.	Correct the app registration or tenant setting named in the text.
    500031		tenant_misconfigured		No signing certificate is configured.	Correct the app registration or tenant setting named in the text.
    500032		tenant_misconfigured		No key exists with which a certificate could be issued.	Correct the app registration or tenant setting named in the text.
    500033		credential_invalid	c	x5t does not match the first certificate in x5c.	Compute x5t from the same certificate.
    500061		credential_invalid		The signature of an assertion did not verify.	Compare the credential in use with those registered on the app.
    500081		token_or_grant_invalid		The SAML assertion has no signature the service supports.	Start a new sign-in or ask for a new grant.
    500082		token_or_grant_invalid		The token holds no SAML assertion.	Start a new sign-in or ask for a new grant.
    500083		token_or_grant_invalid		No trusted realm has issued the token.	Start a new sign-in or ask for a new grant.
    500084		token_or_grant_invalid		The security token starts with the wrong XML element.	Start a new sign-in or ask for a new grant.
    500085		unsupported		The SAML version is not supported.	Use a supported feature or flow.
    500086		token_or_grant_invalid		The SAML assertion id is not a legal XML id.	Start a new sign-in or ask for a new grant.
    500087		token_or_grant_invalid		The SAML assertion has no statement.	Start a new sign-in or ask for a new grant.
    500088		token_or_grant_invalid		The SAML assertion lacks a required attribute.	Start a new sign-in or ask for a new grant.
    500089		token_or_grant_invalid		SAML 2.0 validation failed.	Start a new sign-in or ask for a new grant.
    500101		tenant_misconfigured		The token holds no audience.	Correct the app registration or tenant setting named in the text.
    500102		tenant_misconfigured		No allowed audience is configured.	Correct the app registration or tenant setting named in the text.
    500103		token_or_grant_invalid		Token audience is outside the allowed set.	Start a new sign-in or ask for a new grant.
    500111		request_malformed		The reply address has a wrong scheme.	Correct the request.
    500112		request_malformed		The reply address differs from the one used for the code.	Correct the request.
    500113		tenant_misconfigured		The app has no reply address registered; seen on admin-consent links of daemon apps.	Register a web redirect address, even a placeholder, before using the consent link.
    500114		request_malformed		No protocol given for reply-address validation.	Correct the request.
    500115		request_malformed		The reply address is missing or no URL.	Correct the request.
    500116		request_malformed		The reply address has a scheme that is not allowed.	Correct the request.
    500117		request_malformed		The reply address is not on a secure scheme.	Correct the request.
    500118		request_malformed		The reply-address host is not one of the registered hosts.	Correct the request.
    500119		request_malformed		urn redirect addresses are forbidden.	Correct the request.
    500121		mfa_or_interaction_required		The second factor was refused or not answered.	Sign in interactively.
    500122		token_or_grant_invalid		An SWT assertion failed signature validation.	Start a new sign-in or ask for a new grant.
    500123		token_or_grant_invalid		An SWT assertion failed signature validation.	Start a new sign-in or ask for a new grant.
    500124		user_account		No device secret is stored.	The user or an administrator must repair the account.
    500125		user_account		The device secret is wrong.	The user or an administrator must repair the account.
    500126		federation		The external id token was signed with an unknown key.	Correct the federation settings or ask the identity provider.
    500127		request_malformed		The request holds no credential that authenticated.	Correct the request.
    500128		token_or_grant_invalid		The session key is missing.	Start a new sign-in or ask for a new grant.
    500129		token_or_grant_invalid		The transport key is missing.	Start a new sign-in or ask for a new grant.
    500131		token_or_grant_invalid		The user assertion was issued for another audience.	Send a token whose audience is this app.
    500132		token_or_grant_invalid		The user assertion cannot be parsed.	Start a new sign-in or ask for a new grant.
    500133		token_or_grant_invalid		The user assertion is outside its validity window.	Start a new sign-in or ask for a new grant.
    500135		token_or_grant_invalid		The assertion holds no authentication code.	Start a new sign-in or ask for a new grant.
    500136		token_or_grant_invalid		A version-2 token was sent to the v1 endpoint.	Start a new sign-in or ask for a new grant.
    500137		token_or_grant_invalid		A version-1 token was sent to the v2 endpoint.	Start a new sign-in or ask for a new grant.
    500138		token_or_grant_invalid		The assertion has no refresh-token claim.	Start a new sign-in or ask for a new grant.
    500139		token_or_grant_invalid		Assertion carries a refresh token that is not primary.	Start a new sign-in or ask for a new grant.
    500141		user_account		Invitation redeemed, but from a flow the app did not start.	The user or an administrator must repair the account.
    500142		user_account		Invitation redeemed; sign-in should go on.	The user or an administrator must repair the account.
    500181	CertificateValidationFailedTlsCertMismatch	credential_invalid	c	The certificate of the TLS handshake is not the one that signed the assertion.	Use one certificate for both.
    500183		credential_invalid	c	The certificate has been revoked.	Issue and register a new certificate.
    500184		credential_invalid	c	The assertion was not signed by the certificate it carries.	Sign with the private key of the enclosed certificate.
    500185		user_account		Certificate user and login belong to different tenants.	The user or an administrator must repair the account.
    500186		conditional_access		Policy conditions forbid the user.	Ask the tenant administrator about the Conditional Access policy.
    500187		credential_invalid		Chosen certificate fails the criteria.	Compare the credential in use with those registered on the app.
    500200		user_account		A personal account was used where only organisation accounts are allowed.	The user or an administrator must repair the account.
    500201		unsupported		This API version issues no tokens to personal accounts.	Use a supported feature or flow.
    500202		unsupported		This API version does not serve accounts from that external provider.	Use a supported feature or flow.
    500204		user_account		The personal account is not invited to the directory.	The user or an administrator must repair the account.
    500205		user_account		A B2C account was used on an app that is not for consumers.	The user or an administrator must repair the account.
    500206		user_account		The kind of account is not allowed for the app.	The user or an administrator must repair the account.
    500207		user_account		The kind of account is not allowed for the resource.	The user or an administrator must repair the account.
    500208		user_account		The login domain does not match the account kind the tenant accepts.	The user or an administrator must repair the account.
    500209		authority_wrong		A tenant-independent authority was used on a domain that needs a concrete tenant.	Put the tenant id or domain in the authority path.
    500210		authority_wrong		Domain and tenant id in the request belong to different tenants.	Make host, domain and tenant id agree.
    500211		user_account		The account is not a member or guest of the tenant.	The user or an administrator must repair the account.
    500212	NotAllowedByOutboundPolicyTenant	tenant_misconfigured		Outbound cross-tenant policy of the home tenant forbids the access.	Correct the app registration or tenant setting named in the text.
    500213	NotAllowedByInboundPolicyTenant	tenant_misconfigured		Inbound cross-tenant policy of the resource tenant forbids the access.	Correct the app registration or tenant setting named in the text.
    500277		federation		The external id token names an issuer that is not expected.	Correct the federation settings or ask the identity provider.
    500331		credential_invalid		The certificate bytes cannot be read.	Compare the credential in use with those registered on the app.
    500341		user_account		The user was deleted from the directory.	The user or an administrator must repair the account.
    500342		user_account		Remote key sign-in is not set up for the user.	The user or an administrator must repair the account.
    500343		service_fault	r	The remote sign-in session could not be created.	Repeat later; report the trace id when it goes on.
    500344		user_account		The security-key user is unknown.	The user or an administrator must repair the account.
    500346		user_account		A mail-passcode user tried a local password.	The user or an administrator must repair the account.
    500532		conditional_access		Sign-in stopped by threat intelligence (community-supplied entry).	Ask the tenant administrator about the Conditional Access policy.
    500571		user_account		The guest account is disabled.	The user or an administrator must repair the account.
    500581		mfa_or_interaction_required		Script is needed to list consumer sessions for silent sign-in.	Sign in interactively.
    500582		unsupported		Consumer session id with silent prompt is not served here.	Use a supported feature or flow.
    500583		mfa_or_interaction_required		Browser storage access is needed.	Sign in interactively.
    500881		throttled	r	Telephone verification limit; app notification is offered instead.	Wait, then repeat at a lower rate.
    500882		throttled	r	Telephone verification limit; app code is offered instead.	Wait, then repeat at a lower rate.
    500883		throttled	r	Telephone verification limit; companion app is offered instead.	Wait, then repeat at a lower rate.
    501051		permission_or_consent	c	The resource app requires assignment and the client app holds no app role on it.	Grant the client an app role of the resource, or switch the assignment requirement off.
    501241		tenant_misconfigured		A mandatory input of a claims transformation, often the name id, is absent.	Correct the app registration or tenant setting named in the text.
    501271		conditional_access		A broker app must be installed for device authentication.	Ask the tenant administrator about the Conditional Access policy.
    501291		conditional_access		The broker must register the device first.	Ask the tenant administrator about the Conditional Access policy.
    501292		conditional_access		The app cannot satisfy app-protection policy.	Ask the tenant administrator about the Conditional Access policy.
    501293		conditional_access		The device must be workplace joined for cross-device sign-in.	Ask the tenant administrator about the Conditional Access policy.
    501311		conditional_access		The browser is not supported.	Ask the tenant administrator about the Conditional Access policy.
    501312		conditional_access		The device is not registered for this account.	Ask the tenant administrator about the Conditional Access policy.
    501313		conditional_access		The device must be managed.	Ask the tenant administrator about the Conditional Access policy.
    501314		conditional_access		A silent probe of browser capabilities is needed.	Ask the tenant administrator about the Conditional Access policy.
    501461		tenant_misconfigured	c	Mapped claims are accepted only for audiences that are the app's GUID or in a verified domain.	Change the resource identifier or use an app-specific signing key.
    501471		request_malformed		The PKCE code challenge is absent.	Correct the request.
    501481		request_malformed		The PKCE verifier does not fit the challenge.	Correct the request.
    501482		request_malformed		The PKCE verifier is too short.	Correct the request.
    501491	InvalidCodeChallengeMethodInvalidSize	request_malformed		The PKCE challenge has a wrong size.	Correct the request.
    501621	ClaimsTransformationTimeoutRegularExpressionTimeout	tenant_misconfigured	r	A regular expression in the claims transformation took too long.	Correct the app registration or tenant setting named in the text.
    501811		user_account		Wrong one-time code, or none is on record.	The user or an administrator must repair the account.
    530001		conditional_access		The browser is not supported.	Ask the tenant administrator about the Conditional Access policy.
    530002		conditional_access		The device must be compliant.	Ask the tenant administrator about the Conditional Access policy.
    530003		conditional_access		The device must be managed.	Ask the tenant administrator about the Conditional Access policy.
    530004		tenant_misconfigured		The tenant does not trust compliant-device claims of external users.	Correct the app registration or tenant setting named in the text.
    530011		conditional_access		The browser is not supported.	Ask the tenant administrator about the Conditional Access policy.
    530021		conditional_access		The app is not an approved app.	Ask the tenant administrator about the Conditional Access policy.
    530022		conditional_access		The browser is not supported.	Ask the tenant administrator about the Conditional Access policy.
    530031		conditional_access		Access policy blocks the token.	Ask the tenant administrator about the Conditional Access policy.
    530032	BlockedByConditionalAccessOnSecurityPolicy	conditional_access		A tenant security policy blocks the request.	Ask the tenant administrator about the Conditional Access policy.
    530033		conditional_access		Device-based policy blocks the remote-device flow.	Ask the tenant administrator about the Conditional Access policy.
    530034	DelegatedAdminBlockedDueToSuspiciousActivity	conditional_access		A delegated administrator is blocked because of risk in the home tenant.	Ask the tenant administrator about the Conditional Access policy.
    530035	BlockedBySecurityDefaults	conditional_access		Security defaults block the request, for example legacy authentication.	Ask the tenant administrator about the Conditional Access policy.
    530081		conditional_access		A managed browser is needed to register the device.	Ask the tenant administrator about the Conditional Access policy.
    650011		permission_or_consent		Consent is missing for the app.	Have an administrator grant the permission.
    650041		other		The user stopped the request.	Read the live error text.
    650051		permission_or_consent	r	Consent could not be recorded; field reports: the service principal is being created at the same moment.	Retry after some seconds.
    650052		resource_missing		The organisation has no service principal or subscription for the service the app needs.	Add the service to the tenant or create its service principal.
    650053		request_malformed		The scope asked for is not defined on the resource.	Correct the request.
    650054		resource_missing		The resource behind a permission has been removed.	Correct the resource identifier or install the resource app in the tenant.
    650055		permission_or_consent		The permission list names no app the resource can find.	Have an administrator grant the permission.
    650056		permission_or_consent		Misconfigured app: no permissions listed, no admin consent, or wrong identifier or certificate.	Have an administrator grant the permission.
    650057		permission_or_consent		The resource asked for is not in the app's permission list.	Add the resource to the required permissions.
    650058		resource_missing		The organisation does not have the service the app needs.	Correct the resource identifier or install the resource app in the tenant.
    650059		tenant_misconfigured	c	The app is single-tenant and is used in another tenant.	Use the home tenant, or change signInAudience to multi-tenant.
    650061		permission_or_consent		The client asked for an app role that is restricted.	Have an administrator grant the permission.
    700001		tenant_misconfigured		A SAML audience has not opted in to a claim that on-behalf-of needs.	Correct the app registration or tenant setting named in the text.
    700002		token_or_grant_invalid		SAML 1.1 assertion has broken Base64.	Start a new sign-in or ask for a new grant.
    700003		user_account		The device object is not in the tenant.	The user or an administrator must repair the account.
    700004		token_or_grant_invalid		An on-premises object id in the grant is malformed.	Start a new sign-in or ask for a new grant.
    700005	InvalidGrantRedeemAgainstWrongTenant	authority_wrong		The code was issued for another tenant.	Use the tenant-specific authority of the right cloud.
    700006		token_or_grant_invalid		The token's audience is not an absolute URI.	Start a new sign-in or ask for a new grant.
    700007		token_or_grant_invalid		The grant belongs to another client.	Start a new sign-in or ask for a new grant.
    700008		user_account		Social users have no home tenant.	The user or an administrator must repair the account.
    700009		request_malformed		The reply address must be repeated when redeeming this code.	Correct the request.
    700011	UnauthorizedClientAppNotFoundInOrgIdTenant	app_missing	c	The app id is not in the directory.	Correct the client id or the tenant, or create the service principal.
    700012		request_malformed		A bearer authorization header is missing.	Correct the request.
    700013		permission_or_consent		The client may not ask for managed-browser tokens.	Have an administrator grant the permission.
    700014		request_malformed		Mobile browser enrolment id is missing.	Correct the request.
    700016	UnauthorizedClient_DoesNotMatchRequest	app_missing	c	No app with this client id is known in the tenant: wrong client id, wrong tenant, deleted app, or not installed there.	Correct client id or tenant; for multi-tenant apps have an admin consent.
    700017		unsupported	c	The identifier cannot be used as resource.	Use a supported feature or flow.
    700018		unsupported	c	The identifier cannot be used as resource.	Use a supported feature or flow.
    700019		app_missing	c	App id is blocked or lacks authorisation.	Correct the client id or the tenant, or install the app in the tenant.
    700020	InteractionRequired	mfa_or_interaction_required		Documentation: the grant needs interaction. Lookup service: the app id is a reserved identifier. Trust the live text.	Sign in interactively.
    700021		credential_invalid	c	The application id inside the client assertion differs from client_id.	Set iss and sub to the client id that is sent.
    700022	InvalidMultipleResourcesScope	request_malformed	c	Documentation: scope spans several resources. Lookup service: the client assertion has no subject. Trust the live text.	Ask for one resource; put sub into the assertion.
    700023	InvalidResourcelessScope	credential_invalid	c	Documentation: the scope names no resource. Lookup service: the assertion audience is not the token issuer's realm. Trust the live text.	Set aud to the token endpoint of the same tenant and cloud.
    700024		credential_invalid	rc	The client assertion is outside its validity window: clock skew, or a reused or expired assertion (typical for CI OIDC tokens valid 5 minutes).	Synchronise the clock and build a fresh assertion for every request.
    700025	InvalidClientPublicClientWithCredential	request_malformed	c	The client counts as public, yet a secret or assertion was sent.	Use a confidential registration or drop the credential.
    700026		credential_invalid	c	The client app has no keys at all.	Register a certificate or use the credential kind the app has.
    700027		credential_invalid	c	The signature of the client assertion is refused. The bracketed reason tells: key not found, key expired, or signature mismatch.	Register the certificate in use, or renew it when the reason says expired.
    700028		credential_invalid	c	The certificate thumbprint is not authorised.	Register this certificate.
    700029		credential_invalid	c	The signing certificate is not valid.	Replace the certificate.
    700030		credential_invalid	c	The certificate's subject is not authorised for the app, or it was issued for another cloud.	Use a certificate with an authorised subject in the right cloud.
    700031		credential_invalid	c	The certificate has no subject name or alternative name.	Use a certificate with a subject.
    700032		credential_invalid	c	The app has no trusted certificate subjects configured.	Configure trusted subjects or use a registered key.
    700033		credential_invalid	c	Custom claims were asserted without the proof they need.	Compare the credential in use with those registered on the app.
    700034		credential_invalid	c	The actor token inside the assertion is not valid.	Compare the credential in use with those registered on the app.
    700035		credential_invalid	c	Custom claims in the assertion have a wrong format.	Compare the credential in use with those registered on the app.
    700036		permission_or_consent	c	The client may not override the managed-identity claim.	Have an administrator grant the permission.
    700037		credential_invalid	c	The assertion must carry x5c for this override.	Compare the credential in use with those registered on the app.
    700038		app_missing	c	The client id is the all-zero GUID.	Put the real client id.
    700039		request_malformed	c	The resource id is the all-zero GUID.	Put the real resource id.
    700040		request_malformed	c	The managed resource id is not valid.	Correct the request.
    700041		request_malformed		The post-logout address is not approved.	Correct the request.
    700042		request_malformed		Reply address differs from the registered one.	Correct the request.
    700043		request_malformed		The redirect address does not match the service identity.	Correct the request.
    700044		request_malformed		The redirect address differs from that of the code.	Correct the request.
    700045		request_malformed		The redirect address matches nothing configured.	Correct the request.
    700046		request_malformed		A broker reply address is malformed.	Correct the request.
    700047		request_malformed		A broker must use a single-page reply address.	Correct the request.
    700048		credential_invalid	c	The actor token has a wrong audience.	Compare the credential in use with those registered on the app.
    700049		permission_or_consent	c	Claim override is only for user-assigned managed identities.	Have an administrator grant the permission.
    700050		credential_invalid	rc	The actor token is outside its validity window.	Compare the credential in use with those registered on the app.
    700051		tenant_misconfigured		Implicit access tokens are not enabled for the app.	Correct the app registration or tenant setting named in the text.
    700052		unsupported		The response token type is not supported.	Use a supported feature or flow.
    700053		request_malformed		An id token needs the openid scope.	Correct the request.
    700054		tenant_misconfigured		Implicit id tokens are not enabled for the app.	Correct the app registration or tenant setting named in the text.
    700055		request_malformed		A B2C redirect went to a wrong path.	Correct the request.
    700056		user_account		The user is not in the organisation.	The user or an administrator must repair the account.
    700081		token_or_grant_invalid		The refresh token passed its maximum life.	Start a new sign-in or ask for a new grant.
    700082	ExpiredOrRevokedGrantInactiveToken	token_or_grant_invalid		The refresh token was unused for too long.	Start a new sign-in or ask for a new grant.
    700083		token_or_grant_invalid		The primary refresh token passed its maximum life.	Start a new sign-in or ask for a new grant.
    700084		token_or_grant_invalid		The single-page-app refresh token has its fixed short life behind it.	Start a new sign-in or ask for a new grant.
    700211		federation	c	No federated credential has the issuer of the presented assertion.	Set the issuer of the federated credential to the exact iss, including a trailing slash.
    700212		federation	c	No federated credential has the audience of the presented assertion.	Normally api://AzureADTokenExchange (national clouds differ).
    700213		federation	c	No federated credential has the subject of the presented assertion; comparison is case-sensitive.	Copy the subject quoted in the error into the federated credential.
    700222		federation	c	Tokens issued by Entra itself may not be used for this exchange.	Use a managed identity or an external issuer.
    700223		tenant_misconfigured	c	Workload identity federation is disabled by tenant policy.	Have an admin allow federated credentials.
    700226		federation	c	Only managed-identity tokens may serve as federated credential for an Entra issuer.	Correct the federation settings or ask the identity provider.
    700227		federation	c	The audience of the presented Entra token is forbidden for exchange.	Correct the federation settings or ask the identity provider.
    700229	ForbiddenTokenType	federation	c	A user token was presented where only an app-only token may be exchanged.	Use an app-only token.
    700238		tenant_misconfigured	c	Workload identity federation is disabled by tenant policy.	Have an admin allow federated credentials.
    750054		request_malformed		The SAML request or response parameter is missing.	Correct the request.
    900021		tenant_missing	c	The tenant id is the all-zero GUID or otherwise not usable.	Put the real tenant id.
    900023		tenant_missing	c	The tenant segment is neither a GUID nor a legal domain.	Correct the tenant name.
    900143		request_malformed	c	A parameter needed for this grant type is missing.	Add the parameter named in the text.
    900144		request_malformed	c	A form parameter is missing, for instance client_id, grant_type or scope.	Add the parameter named in the text.
    900161		token_or_grant_invalid		The access token lacks the tenant claim.	Start a new sign-in or ask for a new grant.
    900236	InvalidRequestSamlPropertyUnsupported	request_malformed		A SAML request property must not be set.	Correct the request.
    900382		authority_wrong	c	A confidential client was used across clouds: the authority host belongs to another cloud than the tenant.	Use the authority host of the tenant's cloud.
    900384		credential_invalid	c	A JWT failed signature validation; the text holds the cause.	Compare the credential in use with those registered on the app.
    900432		authority_wrong	c	Confidential clients are not supported across clouds.	Use the authority host of the tenant's cloud.
    900439	USGClientNotSupportedOnPublicEndpoint	authority_wrong	c	A US Government app or user was sent to the public endpoint.	Use login.microsoftonline.us.
    900561	BadResourceRequestInvalidRequest	request_malformed	c	Wrong HTTP method for the endpoint.	Use POST.
    900941		permission_or_consent		An administrator must consent: the app counts as risky.	Have an administrator grant the permission.
    900942		permission_or_consent		An administrator must consent for the resource.	Have an administrator grant the permission.
    900971		request_malformed		No reply address given.	Correct the request.
    901002		request_malformed	c	The v2 endpoint does not accept the resource parameter.	Use scope={resource}/.default.
    901011	NoEmailAddressCollectedFromExternalOidcIDP	federation		The external provider sent no mail address.	Correct the federation settings or ask the identity provider.
    901012	EmailAddressCollectedFromExternalOidcIDPNotVerified	federation		The external provider sent no verified mail address.	Correct the federation settings or ask the identity provider.
    901014	NoExternalIdentifierCollectedFromExternalOidcIDP	federation		The external provider sent no identifier.	Correct the federation settings or ask the identity provider.
    1000000	UserNotBoundError	user_account		The user must also sign in at an external provider.	The user or an administrator must repair the account.
    1000002	BindCompleteInterruptError	other		Account binding finished; the user is informed.	Read the live error text.
    1000005		federation		External provider definition lacks a domain.	Correct the federation settings or ask the identity provider.
    1000006		federation		External provider definition lacks mandatory properties.	Correct the federation settings or ask the identity provider.
    1000007		federation		External provider URL is not absolute.	Correct the federation settings or ask the identity provider.
    1000008		federation		External provider URL is not https.	Correct the federation settings or ask the identity provider.
    1000009		federation		External provider protocol not allowed.	Correct the federation settings or ask the identity provider.
    1000010		federation		External provider domain malformed.	Correct the federation settings or ask the identity provider.
    1000011		federation		External provider issuer malformed.	Correct the federation settings or ask the identity provider.
    1000012		federation		External provider domain is reserved.	Correct the federation settings or ask the identity provider.
    1000013		federation		External provider issuer is reserved.	Correct the federation settings or ask the identity provider.
    1000014		authority_wrong		On-behalf-of: the token was issued for another tenant.	Use the tenant-specific authority of the right cloud.
    1000015		federation		Directly federated users have no home tenant.	Correct the federation settings or ask the identity provider.
    1000018		federation		The realm is not external.	Correct the federation settings or ask the identity provider.
    1000019		request_malformed		The certificate-authority type is not valid.	Correct the request.
    1000020		permission_or_consent		The app may not use this endpoint.	Have an administrator grant the permission.
    1000021		federation	r	External claims provider unavailable.	Correct the federation settings or ask the identity provider.
    1000022		federation	r	External claims provider answered with an error.	Correct the federation settings or ask the identity provider.
    1000023		request_malformed		A forwarded GitHub token is too long.	Correct the request.
    1000024		request_malformed		The reported client address is not one valid IP address.	Correct the request.
    1000025		token_or_grant_invalid		The session transport key is not valid.	Start a new sign-in or ask for a new grant.
    1000026		token_or_grant_invalid		The primary refresh token is not valid.	Start a new sign-in or ask for a new grant.
    1000027		token_or_grant_invalid		The session transport key is missing.	Start a new sign-in or ask for a new grant.
    1000028		token_or_grant_invalid		The Windows sign-on credential is not valid.	Start a new sign-in or ask for a new grant.
    1000029		request_malformed		The confirmation key is malformed.	Correct the request.
    1000030		unsupported		Consumer refresh tokens are not accepted on organisation tenants.	Use a supported feature or flow.
    1000031		app_disabled		The app cannot be accessed for now.	Contact the administrator.
    1000032		token_or_grant_invalid		Wrong thumbprint of the session transport key.	Start a new sign-in or ask for a new grant.
    1000033		token_or_grant_invalid		Session transport key differs from the session's.	Start a new sign-in or ask for a new grant.
    1000034		request_malformed		The session transport key must not come as x5c.	Correct the request.
    1000035		service_fault	r	A bound refresh token could not be issued.	Repeat later; report the trace id when it goes on.
    1000036		unsupported		A bound refresh token cannot be a bearer token.	Use a supported feature or flow.
    1000037		request_malformed		Transport key thumbprint missing.	Correct the request.
    1000038		request_malformed		Wrong confirmation key thumbprint.	Correct the request.
    1000039		token_or_grant_invalid		Confirmation key differs from the session's.	Start a new sign-in or ask for a new grant.
    1000040		request_malformed		Wrong device key thumbprint.	Correct the request.
    1000104	XCB2BResourceCloudNotAllowedOnIdentityTenant	tenant_misconfigured		The home tenant does not allow resources of that cloud.	Correct the app registration or tenant setting named in the text.
    1000501		service_fault	r	A session document cannot be read.	Repeat later; report the trace id when it goes on.
    1000502		credential_expired	c	The certificate presented is outside its validity window.	Renew the certificate and register the new one.
    1000503		token_or_grant_invalid		Device ids in the request differ.	Start a new sign-in or ask for a new grant.
    1000610	CertificateCreateAttestationTokenInvalidTimeRange	credential_invalid	rc	Managed identity v2: the attestation token is outside its time range.	Ask for a new certificate.
    1000611	CertificateCreateAttestationTokenInvalidIssuer	credential_invalid	rc	Managed identity v2: wrong attestation issuer.	Ask for a new certificate.
    1000612	CertificateCreateAttestationTokenInvalidClaimValue	credential_invalid	rc	Managed identity v2: wrong attestation claim.	Ask for a new certificate.
    1000613	CertificateCreateAttestationTokenInvalidJkuHeader	credential_invalid	rc	Managed identity v2: wrong key-URL header in the attestation.	Ask for a new certificate.
    1000614	CertificateCreateAttestationTokenInvalidSignature	credential_invalid	rc	Managed identity v2: wrong attestation signature.	Ask for a new certificate.
    1000701		user_account		Several devices have this name.	The user or an administrator must repair the account.
    1002001		user_account		Device template not found.	The user or an administrator must repair the account.
    1002002		tenant_misconfigured		Certificate configuration missing in the tenant.	Correct the app registration or tenant setting named in the text.
    1002003		credential_invalid		TLS certificate is not the device's.	Compare the credential in use with those registered on the app.
    1002004		credential_invalid		Mutual-TLS subject not in the certificate names.	Compare the credential in use with those registered on the app.
    1002005		user_account		The device has no suitable credential.	The user or an administrator must repair the account.
    1002006		request_malformed		Subject empty or not valid.	Correct the request.
    1002007		permission_or_consent		Roles for the token-evaluation endpoint are missing.	Have an administrator grant the permission.
    1002008		authority_wrong		Tenant of request and token differ at the token-evaluation endpoint.	Use the tenant-specific authority of the right cloud.
    1002009		permission_or_consent		Delegated token not accepted at the token-evaluation endpoint.	Have an administrator grant the permission.
    1002010		service_fault	r	Revocation data could not be fetched.	Repeat later; report the trace id when it goes on.
    1002011		tenant_misconfigured		Branding domains missing for private link.	Correct the app registration or tenant setting named in the text.
    1002012		request_malformed	c	An app-only request used a scope other than {resource}/.default.	Use the application id URI followed by /.default.
    1002014		request_malformed		Two hints that exclude each other (domain, opaque login) were sent.	Correct the request.
    1002016		unsupported	c	The client used TLS 1.0/1.1 or 3DES.	Use TLS 1.2 or newer.
    1002017		request_malformed		The logout hint cannot be parsed.	Correct the request.
    1002021		unsupported		The client library is too old for cross-cloud guests.	Use a supported feature or flow.
    1002022		service_fault	r	Filter data could not be fetched.	Repeat later; report the trace id when it goes on.
    1002023		mfa_or_interaction_required		The device must authenticate at a certain tenant.	Sign in interactively.
    1002024		token_or_grant_invalid		A primary refresh token needs its own protocol version.	Start a new sign-in or ask for a new grant.
    1002026		authority_wrong	c	App tokens from the common endpoint are not served on regional hosts.	Use the tenant id in the authority.
    1002027		request_malformed		Some collected attributes are not valid.	Correct the request.
    1002028		permission_or_consent		Roles for the signing-key endpoint are missing.	Have an administrator grant the permission.
    1002029		permission_or_consent		Delegated token not accepted at the signing-key endpoint.	Have an administrator grant the permission.
    1002030		service_fault	r	First-party token validator failed.	Repeat later; report the trace id when it goes on.
    1003012		tenant_misconfigured		Custom extension returned an unknown action.	Correct the app registration or tenant setting named in the text.
    1003013		token_or_grant_invalid		The nonce has expired.	Start a new sign-in or ask for a new grant.
    1003014		tenant_misconfigured		Custom extension resource id malformed.	Correct the app registration or tenant setting named in the text.
    1003015		tenant_misconfigured		Custom extension host names differ.	Correct the app registration or tenant setting named in the text.
    1003016		tenant_misconfigured		Custom extension app id has no service principal.	Correct the app registration or tenant setting named in the text.
    1003017		tenant_misconfigured		The extension service principal is missing.	Correct the app registration or tenant setting named in the text.
    1003018		tenant_misconfigured		The extension service principal is disabled.	Correct the app registration or tenant setting named in the text.
    1003019		tenant_misconfigured		The extension resource principal is disabled.	Correct the app registration or tenant setting named in the text.
    1003020		tenant_misconfigured		The extension URL is not https.	Correct the app registration or tenant setting named in the text.
    1003021		permission_or_consent		The extension permission was not granted.	Have an administrator grant the permission.
    1003022		tenant_misconfigured		Graph's own service principal is missing or disabled in the tenant.	Correct the app registration or tenant setting named in the text.
    1003023		tenant_misconfigured		The extension endpoint is blocked.	Correct the app registration or tenant setting named in the text.
    1003024		tenant_misconfigured		The extension answer is too large.	Correct the app registration or tenant setting named in the text.
    1003025		tenant_misconfigured		The extension returned too many claims.	Correct the app registration or tenant setting named in the text.
    1003026		tenant_misconfigured		The extension returned a claim without name.	Correct the app registration or tenant setting named in the text.
    1003027		tenant_misconfigured	r	The extension could not be called.	Correct the app registration or tenant setting named in the text.
    1003030		service_fault	r	Passing failure while signing in a consumer user.	Repeat later; report the trace id when it goes on.
    1003031		permission_or_consent		The permission list of the client is misconfigured.	Have an administrator grant the permission.
    1003032		service_fault	r	Storage for token evaluation is not ready.	Repeat later; report the trace id when it goes on.
    1003033		user_account		The remote key session was denied.	The user or an administrator must repair the account.
    1003034		user_account		The organisation does not accept this kind of personal account.	The user or an administrator must repair the account.
    1003035		request_malformed		The JSON web key is not valid.	Correct the request.
    1003036		service_fault		Partitioned signing is set wrongly.	Repeat later; report the trace id when it goes on.
    1003037		user_account		The mail address already has an account.	The user or an administrator must repair the account.
    1003038		service_fault	r	Root signing key not found.	Repeat later; report the trace id when it goes on.
    1003039		service_fault	r	Partitioned signing key not found.	Repeat later; report the trace id when it goes on.
    1400001		token_or_grant_invalid		Nonce missing (community-supplied entry; documentation lists the text under 140000).	Start a new sign-in or ask for a new grant.
    2205013		credential_invalid	r	The certificate revocation list is being downloaded.	Try again in some minutes.
    5000224	NotAllowedTenantBlockedTenantFraud	tenant_misconfigured	c	The tenant is blocked by Microsoft, for instance for suspected fraud or while being removed.	Contact Microsoft support for the tenant.
    5000225		tenant_misconfigured	c	The tenant is blocked because it was inactive.	Contact Microsoft support to reactivate the tenant.
    5000611		unsupported		A key-derivation version is not known.	Use a supported feature or flow.
    5000811		token_or_grant_invalid		The key that signed the token is not registered with the service.	Refresh signing keys or federation metadata.
    5000819	InvalidSamlTokenEmailMissingOrInvalid	federation		The mail claim in a SAML assertion is missing or of another domain.	Correct the federation settings or ask the identity provider.
    5001210		unsupported		The transport key format is not supported.	Use a supported feature or flow.
    5001211		service_fault	r	A primary refresh token could not be made.	Repeat later; report the trace id when it goes on.
    5001212		mfa_or_interaction_required		A primary refresh token needs device authentication.	Sign in interactively.
    5001213		mfa_or_interaction_required		Integrated Windows authentication is needed.	Sign in interactively.
    5001214		user_account		Authentication failed.	The user or an administrator must repair the account.
    5001256		federation		The external provider's id token was refused.	Correct the federation settings or ask the identity provider.
    5002723		credential_invalid	c	The client assertion header names no key: neither x5t, x5t#S256 nor kid.	Add the certificate thumbprint to the JWT header.
    5002726		credential_invalid	c	The client assertion has a header parameter the service does not support.	Use only alg, typ, x5t or x5t#S256, kid, x5c.
    5002727		credential_invalid	c	The typ header of the assertion is not accepted.	Set typ to JWT.
    5002730		credential_invalid	c	The assertion's asymmetric signing algorithm is not accepted in this place.	Use RS256 or PS256 with a matching thumbprint header.
    5002738		credential_invalid	c	The alg header of the assertion is outside the supported list.	Sign with RSA: RS256 or PS256.
    7000011		token_or_grant_invalid		Wrong SAML subject-confirmation method.	Start a new sign-in or ask for a new grant.
    7000012		authority_wrong		The grant came from another tenant.	Use the tenant-specific authority of the right cloud.
    7000013		unsupported		This API version does not accept the grant.	Use a supported feature or flow.
    7000014		request_malformed		The device_code value is not valid.	Correct the request.
    7000015		authority_wrong		The grant came from another tenant.	Use the tenant-specific authority of the right cloud.
    7000016		token_or_grant_invalid		Primary refresh token lacks the session-key signature.	Start a new sign-in or ask for a new grant.
    7000017		token_or_grant_invalid		A broker-restricted refresh token was used as credential.	Start a new sign-in or ask for a new grant.
    7000018		token_or_grant_invalid		The token-binding header is empty.	Start a new sign-in or ask for a new grant.
    7000019		token_or_grant_invalid		The token-binding hash differs.	Start a new sign-in or ask for a new grant.
    7000020		token_or_grant_invalid		The SAML 2.0 assertion is not valid Base64Url.	Start a new sign-in or ask for a new grant.
    7000021		unsupported		The grant type is not recognised.	Use a supported feature or flow.
    7000022		token_or_grant_invalid		A binding key is missing in a ticket request.	Start a new sign-in or ask for a new grant.
    7000023		token_or_grant_invalid		A binding key differs in a ticket request.	Start a new sign-in or ask for a new grant.
    7000024		token_or_grant_invalid		Credentials name different broker apps.	Start a new sign-in or ask for a new grant.
    7000025		request_malformed		The grant holds a claim twice.	Correct the request.
    7000026		token_or_grant_invalid		The grant demands an encrypted answer the client does not announce.	Start a new sign-in or ask for a new grant.
    7000027		token_or_grant_invalid		An emergency refresh token was refused.	Start a new sign-in or ask for a new grant.
    7000028		user_account		The device lacks an attestation key.	The user or an administrator must repair the account.
    7000029		user_account		The binding claim was made on another device.	The user or an administrator must repair the account.
    7000030		user_account		The binding key thumbprint does not match.	The user or an administrator must repair the account.
    7000031		unsupported		The attestation key algorithm is not supported.	Use a supported feature or flow.
    7000032		unsupported		The secure-enclave type is unknown.	Use a supported feature or flow.
    7000033		token_or_grant_invalid		The token lacks an expected claim.	Start a new sign-in or ask for a new grant.
    7000034		token_or_grant_invalid		The binding claim is malformed.	Start a new sign-in or ask for a new grant.
    7000110		request_malformed	c	The request names several application ids, for instance in the Basic header and in the form.	Send one client id.
    7000112	UnauthorizedClientApplicationDisabled	app_disabled	c	The app, or its service principal in this tenant, is disabled for sign-in.	Re-enable the enterprise application.
    7000113		permission_or_consent		The app is not authorised for on-behalf-of.	Have an administrator grant the permission.
    7000114		unsupported		The app may not make on-behalf-of calls, for example with an app-only token as assertion.	Use client_credentials for app-only work.
    7000115		permission_or_consent		Only a broker app may redeem this grant.	Have an administrator grant the permission.
    7000116		app_disabled	c	The client app is disabled in the tenant.	Re-enable the enterprise application.
    7000117		resource_missing	c	The resource app is disabled in the tenant.	Re-enable the resource's enterprise application.
    7000118		permission_or_consent	c	The tenant is not allowed to use this resource app (field reports: store submission API).	Associate the tenant with the service or contact its vendor.
    7000210		tenant_misconfigured	c	The source of the trusted-CA policy cannot be found.	Correct the app registration or tenant setting named in the text.
    7000211		tenant_misconfigured	c	The tenant has no trusted-CA policy.	Configure the policy.
    7000212		credential_invalid	c	No trusted-CA policy fits the certificate subject.	Use a certificate of a trusted CA.
    7000213		credential_invalid	c	The certificate chain is not valid.	Send the full chain or renew the certificate.
    7000214		credential_invalid	c	The certificate has been revoked.	Issue and register a new certificate.
    7000215	InvalidClientSecret	credential_invalid	cs	The secret is wrong: typo, secret id instead of value, removed secret, or a new secret that has not replicated yet. Also the answer while a secret is only seconds old.	Use the secret value; after creation retry for about 30 seconds; otherwise create a new secret.
    7000216		request_malformed	c	The client-credentials request carries neither secret nor assertion.	Send client_secret or client_assertion.
    7000217		app_missing	c	This tenant has no service principal for the client app.	Create the service principal (admin consent) in that tenant.
    7000218		request_malformed	c	A confidential client sent no secret or assertion.	Send the credential, or allow public client flows.
    7000219		request_malformed	c	The grant type needs a secret or assertion.	Send the credential.
    7000220		request_malformed		Client id of the grant and of the request differ.	Correct the request.
    7000221		credential_invalid	c	Certificate subject and assertion issuer differ.	Make them match.
    7000222	InvalidClientSecretExpiredKeysProvided	credential_expired	c	The secret presented belongs to the app but is past its end date.	Create a new secret or move to a certificate or federated credential.
    7000223		permission_or_consent		The broker app is not authorised.	Have an administrator grant the permission.
    7000224		permission_or_consent		The child app may not be brokered.	Have an administrator grant the permission.
    7000225		credential_invalid	c	A managed-identity certificate was sent for an app that is no managed identity.	Match identity and certificate.
    7000226		federation	c	The app has no federated credential policy that fits the assertion.	Add or correct the federated credential.
    7000227		federation	c	No federated credential fits the managed-identity assertion.	Set subject to the identity's object id, issuer to the tenant, audience to the exchange audience.
    7000228		permission_or_consent		The broker app is not authorised.	Have an administrator grant the permission.
    7000229	MissingServicePrincipalInTenant	app_missing	c	The app exists but has no service principal (enterprise application) in the tenant asked.	Create the service principal: admin consent or az ad sp create.
    7000274		credential_invalid	c	The client assertion's signature is refused (newer number used beside 700027).	As for 700027.
    7000277		credential_invalid	c	The certificate was revoked (newer number used beside 7000214).	Issue and register a new certificate.
    7002104		unsupported	c	Symmetric secrets on the service principal may not be used for this app.	Use an asymmetric key.
    7002121		federation	c	No federated credential has the audience; variant seen with Entra-issued tokens.	Request the token for the exchange audience.
    7002381		federation	c	Tenant policy accepts outside federated tokens only with a certain claim, and the presented one lacks it (seen with GitHub Actions and the enterprise claim).	Use an organisation whose tokens carry the claim, or ask for an exemption from the tenant policy.
    7500514		request_malformed		No supported kind of SAML response was found.	Correct the request.
    7500529		request_malformed		The SAML id is not legal; it must not begin with a digit.	Correct the request.
    9001011		tenant_misconfigured		A device policy demands a state that is not supported.	Correct the app registration or tenant setting named in the text.
    9001023		authority_wrong	c	The grant type is not served at /common or /consumers.	Use the tenant id in the authority.
    9002310		request_malformed		XML signature: no transform.	Correct the request.
    9002311		request_malformed		XML signature: canonicalisation not supported.	Correct the request.
    9002312		request_malformed		The XML is empty.	Correct the request.
    9002313	InvalidRequest	request_malformed	c	The request or the credential in it is malformed, for example a damaged refresh token or a badly encoded body.	Check form encoding and required fields.
    9002314		request_malformed	c	The resource host name is missing.	Correct the request.
    9002315		request_malformed		/consumers is not allowed on v1 sign-out.	Correct the request.
    9002316		request_malformed		A consumer session cannot be chosen here.	Correct the request.
    9002317		request_malformed		The issuer named is not valid.	Correct the request.
    9002318		request_malformed		Consumer and organisation session cannot both be chosen.	Correct the request.
    9002319		request_malformed	c	A public client sent a secret.	Drop the secret or register a confidential client.
    9002320		authority_wrong		The realm is not configured in the tenant.	Use the tenant-specific authority of the right cloud.
    9002321		user_account		No credential with the claims that map to an external user.	The user or an administrator must repair the account.
    9002322		request_malformed		A protected forwarded token request has a wrong format.	Correct the request.
    9002323		credential_invalid	c	The certificate is not valid Base64.	Encode the certificate as Base64 DER.
    9002324		request_malformed	c	More than one client credential was sent.	Send exactly one of client_secret, client_assertion, request.
    9002325		request_malformed		PKCE is required for cross-origin redemption.	Correct the request.
    9002326		request_malformed		Cross-origin redemption is for single-page apps only.	Correct the request.
    9002327		request_malformed		A single-page-app code must be redeemed cross-origin.	Correct the request.
    9002328		authority_wrong		Admin consent cannot use /common or /consumers.	Use the tenant id or /organizations.
    9002329		service_fault	c	Client or resource service principal lacks a salt.	Open a support case.
    9002330		unsupported		A broker compatibility version is not supported.	Use a supported feature or flow.
    9002331		authority_wrong		The app is for personal accounts only.	Use /consumers.
    9002332		authority_wrong		The app is for organisation accounts only.	Do not use /consumers.
    9002333		request_malformed		A remote-desktop request lacks the proof key.	Correct the request.
    9002334		request_malformed		A remote-desktop request lacks the assertion.	Correct the request.
    9002335		request_malformed		The remote-desktop assertion is not valid.	Correct the request.
    9002336		request_malformed		The remote-desktop request is not valid.	Correct the request.
    9002337		authority_wrong		A legacy consumer registration limited to organisations was used at /common.	Use the tenant-specific authority of the right cloud.
    9002338		request_malformed		The request is malformed.	Correct the request.
    9002339		user_account		A personal account was used on an app without consumer audience.	The user or an administrator must repair the account.
    9002340		request_malformed		The scope list lacks remote-desktop permissions.	Correct the request.
    9002341		permission_or_consent		The user must permit single sign-on.	Have an administrator grant the permission.
    9010010		request_malformed		The resource parameter does not fit the scopes asked for (field report).	Correct the request.
    """
}
