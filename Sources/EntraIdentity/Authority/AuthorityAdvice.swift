/// What a person reads for a code: what it is, why it matters and what to do.
public struct AuthorityAdvice: Hashable, Sendable {
  /// What is wrong or odd, in one line.
  public let summary: String
  /// Why that matters.
  public let cause: String
  /// What to do about it.
  public let fix: String

  fileprivate init(_ summary: String, _ cause: String, _ fix: String) {
    self.summary = summary
    self.cause = cause
    self.fix = fix
  }
}

extension AuthorityProblem.Code {
  /// What a person reads for this code.
  public var advice: AuthorityAdvice {
    switch self {
    case .malformedURL:
      AuthorityAdvice(
        "the authority is not a URL",
        "An authority is https, a host and a path in plain ASCII. Other characters, dot segments "
          + "and half escapes are read differently by different programs.",
        "Write https://, the host and the tenant, such as "
          + "https://login.microsoftonline.com/contoso.onmicrosoft.com.")
    case .urlTooLong:
      AuthorityAdvice(
        "the authority is longer than 2048 characters", "No authority is nearly as long.",
        "Write only https://, the host and the tenant.")
    case .notHTTPS:
      AuthorityAdvice(
        "the authority is not https",
        "Over anything else, whoever sits on the way reads the credential and the token.",
        "Write the same URL with https://.")
    case .noHost:
      AuthorityAdvice(
        "the authority has no host", "There is nobody to ask.", "Write the host after https://.")
    case .badPort:
      AuthorityAdvice(
        "the authority's port is not one", "A port is a number from 1 to 65535.",
        "Leave the port out, or write its number.")
    case .userInfo:
      AuthorityAdvice(
        "the authority has user info before its host",
        "What stands before the @ is not the host, however much it looks like it: requests go to "
          + "the host behind it.",
        "Remove everything up to the @, and make sure that the host behind it is the one you mean.")
    case .fragment:
      AuthorityAdvice(
        "the authority has a fragment", "No server ever sees what follows the #.",
        "Remove the # and what follows it.")
    case .lookAlikeHost:
      AuthorityAdvice(
        "the authority's host only looks like Microsoft's",
        "A known host's name is part of this one, which is itself unknown: anybody may own it.",
        "Write the cloud's own host, and find out who put this one here.")
    case .regionalHost:
      AuthorityAdvice(
        "the authority's host is one region's token host",
        "A region is where a token is fetched, not who issues it.",
        "Write the cloud's own host.")
    case .retiredHost:
      AuthorityAdvice(
        "the authority's cloud was shut down", "Nobody answers for this cloud any more.",
        "Find the cloud that the tenant lives in now, and write that cloud's host.")
    case .noSubdomain:
      AuthorityAdvice(
        "the authority's host lacks the tenant's name",
        "Every tenant of this family has a host of its own below the shared domain.",
        "Write the tenant's name and a dot before the host.")
    case .noTenant:
      AuthorityAdvice(
        "the authority names no tenant", "A token is issued by one tenant, which the path names.",
        "Add the tenant's id or one of its domains to the path.")
    case .tenantMalformed:
      AuthorityAdvice(
        "the authority's tenant is neither a GUID nor a domain",
        "The service finds a tenant by its id or by one of its domains.",
        "Write the tenant's id (a GUID with dashes) or one of its verified domains.")
    case .commonTenant:
      AuthorityAdvice(
        "the authority names no single tenant",
        "An application acts for itself: there is no user whose home tenant could be meant.",
        "Write the id or a domain of the tenant that the application is registered in.")
    case .noPolicy:
      AuthorityAdvice(
        "the authority names no policy", "Each policy of a B2C tenant is an issuer of its own.",
        "Add the policy's name to the path, after the tenant.")
    case .policyMalformed:
      AuthorityAdvice(
        "the authority's policy has a name that cannot be",
        "A policy's name has letters, digits, underscores and hyphens.",
        "Copy the policy's name from the portal.")
    case .unknownPath:
      AuthorityAdvice(
        "the authority's path is not its family's",
        "More follows the tenant than this family has, or the path starts with another word.",
        "Cut the path down to what the family has: the tenant, for B2C the tenant and the policy, "
          + "for AD FS /adfs.")
    case .kindContradictsURL:
      AuthorityAdvice(
        "the declared kind is not what the URL shows",
        "Kind decides which issuer and which endpoints are right; with the wrong one, neither can "
          + "be judged.",
        "Remove the kind, or write the kind that the URL has.")
    }
  }
}

extension AuthorityRemark.Code {
  /// What a person reads for this code.
  public var advice: AuthorityAdvice {
    switch self {
    case .legacyHost:
      AuthorityAdvice(
        "the authority's host is a former one",
        "It still answers, but new features and fixes go to the cloud's present host.",
        "Write the present host. For B2C that is the tenant's own, below b2clogin.com.")
    case .internalHost:
      AuthorityAdvice(
        "the authority is Microsoft's pre-production", "No customer's tenant lives there.",
        "Write the host of the cloud that the tenant lives in.")
    case .v1Path:
      AuthorityAdvice(
        "the authority is an endpoint of the v1 protocol",
        "The v1 endpoints take resources instead of scopes and are kept for old applications only.",
        "Write the authority without the endpoint's path.")
    case .endpointTail:
      AuthorityAdvice(
        "the authority carries an endpoint's path",
        "An authority ends with the tenant; its document names the endpoints.",
        "Write the authority without the endpoint's path.")
    case .policyInQuery:
      AuthorityAdvice(
        "the authority has its policy in the query",
        "The form with ?p= is a former one, and a query is lost where paths are joined.",
        "Write the policy into the path, after the tenant.")
    case .query:
      AuthorityAdvice(
        "the authority has a query", "No authority has one; it is not sent.",
        "Remove the ? and what follows it.")
    case .straySlash:
      AuthorityAdvice(
        "the authority has a slash too many",
        "Some programs join paths to it as it stands and ask for an address with two slashes.",
        "Remove the slash.")
    case .port:
      AuthorityAdvice(
        "the authority has a port", "This host serves https on its usual port only.",
        "Remove the port.")
    case .whitespace:
      AuthorityAdvice(
        "the authority has blanks around it", "Programs differ in whether they remove them.",
        "Remove them, and look at the file's line ends.")
    case .punycodeHost:
      AuthorityAdvice(
        "the authority's host has encoded letters",
        "Once decoded they may look like the letters of a host that you trust.",
        "Look at the decoded name. Where it is right, declare the authority's kind.")
    }
  }
}
