import EntraIdentity

extension CodeMeaning {
  /// What can be wrong with an authority.
  static let authorityCodes: [CodeMeaning] = [
    CodeMeaning(
      "instance-unknown",
      "The host is no known cloud's, and the public cloud does not vouch for it.",
      "Check the host for a typing error; declare kind: oidc (or adfs, b2c, ciam) if it is one."),
    CodeMeaning(
      "instance-not-confirmed",
      "The host is no known cloud's, and it was not allowed to ask about it.",
      "Declare the tenant's kind, or set network.instance_discovery to true."),
    CodeMeaning(
      "issuer-mismatch",
      "The document names an issuer that is not this authority's: tokens from it would be somebody else's.",
      "Write the authority that the issuer belongs to, or find out who serves this document. Nothing was sent there."
    ),
    CodeMeaning(
      "issuer-missing", "The document names no issuer.",
      "Ask the issuer's operator to complete the OpenID configuration."),
    CodeMeaning(
      "endpoint-foreign-host",
      "The document sends clients to a host outside the authority's cloud or issuer.",
      "Find out who changed the document; for a generic issuer whose endpoints do live elsewhere, name the host in trusted_hosts. Nothing was sent there."
    ),
    CodeMeaning(
      "endpoint-not-https", "The document sends clients to an address without TLS.",
      "Ask the issuer's operator to serve every endpoint over https. Nothing was sent there."),
    CodeMeaning(
      "endpoint-malformed-url", "The document names an endpoint that is no URL.",
      "Ask the issuer's operator to repair the OpenID configuration. Nothing was sent there."),
    CodeMeaning(
      "endpoint-foreign-tenant", "The document sends clients to another tenant's endpoint.",
      "Find out who serves this document. Nothing was sent there."),
    CodeMeaning(
      "tenant-mismatch", "Discovery resolves to another tenant than the inventory declares.",
      "Correct tenant_id or the authority: one of the two names the wrong directory."),
    CodeMeaning(
      "tenant-not-resolved", "The document does not tell which tenant it is for.",
      "Use the tenant's GUID in the authority."),
    CodeMeaning(
      "cloud-mismatch", "The document belongs to another cloud than the host.",
      "Write the authority with the login host of the tenant's own cloud."),
    CodeMeaning(
      "scope-other-cloud", "A scope belongs to another cloud than the authority.",
      "Ask for the resource under its name in the authority's cloud."),
    CodeMeaning(
      "keys-missing", "The document names no key set.",
      "Ask the issuer's operator to publish jwks_uri."),
    CodeMeaning(
      "keys-unusable", "The key set has no key that can verify a signature.",
      "Ask the issuer's operator to publish its signing keys."),
    CodeMeaning(
      "keys-malformed", "The key set is not a JSON Web Key Set.",
      "Ask the issuer's operator to repair the key set."),
    CodeMeaning(
      "depends-on-url", "The URL is not one that can be asked.",
      "Mend what authority.url says first."),
    CodeMeaning(
      "depends-on-instance", "The host could not be confirmed.",
      "Mend what authority.instance says first."),
    CodeMeaning(
      "depends-on-discovery", "There is no OpenID configuration to judge.",
      "Mend what authority.discovery says first."),
    CodeMeaning(
      "depends-on-endpoints", "The key set lies at an address that is not trusted.",
      "Mend what authority.endpoints says first."),
    CodeMeaning("ok", "It was looked at and is in order.", "Nothing to do."),
    CodeMeaning(
      "offline", "The run was asked not to use the network.",
      "Run without --offline."),
    CodeMeaning(
      "not-applicable", "The question does not arise here.", "Nothing to do."),
    CodeMeaning(
      "region-other-cloud", "The tenant's region belongs to another cloud than the host.",
      "Write the authority with the login host of the tenant's own cloud."),
  ]

  /// What the text of an authority alone tells, in the library's words.
  static let urlCodes: [CodeMeaning] =
    AuthorityProblem.Code.allCases.map { CodeMeaning($0.rawValue, $0.advice.cause, $0.advice.fix) }
    + AuthorityRemark.Code.allCases.map { CodeMeaning($0.rawValue, $0.advice.cause, $0.advice.fix) }
}
