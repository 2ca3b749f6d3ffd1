extension CodeMeaning {
  /// What can be wrong with a credential's end, its use and its tokens.
  static let credentialCodes: [CodeMeaning] = [
    CodeMeaning(
      "expired", "The credential is past its end.",
      "Create a new one, hand it to the application, then remove this one."),
    CodeMeaning(
      "expires-soon", "The credential ends soon.",
      "Create a new one now and hand it to the application before this one ends."),
    CodeMeaning(
      "not-yet-valid", "The certificate's validity has not begun.",
      "Wait for its first day or use the certificate before it; compare this machine's clock with real time."
    ),
    CodeMeaning(
      "inventory-date-stale",
      "The inventory says that the credential ended, and the service still takes it.",
      "Correct expires in the inventory; it was probably renewed in place."),
    CodeMeaning(
      "no-end-known",
      "Nobody knows when the secret ends: the inventory has no date and a secret carries none.",
      "Add expires to the credential; the date stands beside the secret in the portal."),
    CodeMeaning(
      "too-long-lived", "The credential lives longer than the inventory allows.",
      "Replace it by one with a shorter life, or raise expiry.max_lifetime if that is meant."),
    CodeMeaning(
      "no-expiry-kind", "A credential of this kind has no end of its own.", "Nothing to do."),
    CodeMeaning(
      "authority-failed",
      "The authority was not found in order, so the credential was not sent to it.",
      "Mend the authority's finding first."),
    CodeMeaning(
      "depends-on-source", "There is no usable credential to try.",
      "Mend what credential.source says first."),
    CodeMeaning(
      "depends-on-acquisition", "There is no token to judge.",
      "Mend what credential.acquisition says first."),
    CodeMeaning(
      "no-scope",
      "There is no scope to ask for: the authority's cloud has no Graph of its own that is known.",
      "Write scopes for the credential, its application or its tenant."),
    CodeMeaning(
      "tenant-not-applicable",
      "Another tenant was asked for at an authority whose address is one tenant's own.",
      "Write the authority of the tenant that is meant."),
    CodeMeaning(
      "opaque-token", "The token is opaque: only its own API can read it.", "Nothing to do."),
    CodeMeaning(
      "not-verifiable",
      "The token's signature is made for its API alone and cannot be verified by others.",
      "Nothing to do; the claims were judged."),
    CodeMeaning(
      "signature-invalid", "The token's signature is not by the authority's keys.",
      "Find out who answers at the token endpoint: this token must not be trusted."),
    CodeMeaning(
      "signing-key-unknown",
      "The key set does not hold the key that the token names, even after a fresh look.",
      "Run again in an hour: new keys take time to spread. Where it stays, ask the service's support."
    ),
    CodeMeaning(
      "algorithm-refused", "The token is signed by an algorithm that is not accepted.",
      "Ask the issuer's operator for RS256, PS256 or ES256."),
    CodeMeaning(
      "no-keys-to-verify",
      "The authority's key set could not be used, so the signature was not verified.",
      "Mend what authority.keys says first."),
    CodeMeaning(
      "token-other-application", "The token is for another application than the one that asked.",
      "Find out who answers at the token endpoint: this token must not be trusted."),
    CodeMeaning(
      "token-other-tenant", "The token is for another tenant than the authority's.",
      "Check the authority; if it is right, this token must not be trusted."),
    CodeMeaning(
      "token-other-issuer", "The token names an issuer that is not this authority's.",
      "Check the authority; if it is right, this token must not be trusted."),
    CodeMeaning(
      "token-issuer-unlisted",
      "The token's issuer is not on the cloud's list, but its signature is good.",
      "Nothing breaks; tell us about the issuer, so that the list can grow."),
    CodeMeaning(
      "token-other-audience", "The token is for another API than the one that was asked for.",
      "Check scopes and expect.audience."),
    CodeMeaning(
      "token-expired", "The token is outside its own time.",
      "Compare this machine's clock with real time; if it is right, the service's is wrong."),
    CodeMeaning(
      "token-not-yet-valid", "The token's time has not begun.",
      "Compare this machine's clock with real time; if it is right, the service's is wrong."),
    CodeMeaning(
      "token-malformed", "The token looks like a JSON Web Token and is not one.",
      "Find out who answers at the token endpoint: no API will take this token."),
    CodeMeaning(
      "token-incomplete", "The token lacks claims that every token of this service carries.",
      "Run again; where it stays, find out who answers at the token endpoint."),
    CodeMeaning(
      "role-missing", "The token lacks a role that the application needs.",
      "Grant the application permission and have an administrator consent to it."),
  ]
}
