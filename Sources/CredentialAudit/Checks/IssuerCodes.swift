extension CodeMeaning {
  /// What can be wrong with the issuer whose assertions a federated credential takes.
  static let issuerCodes: [CodeMeaning] = [
    CodeMeaning(
      "federated-issuer-unanswered",
      "The issuer was asked from here and gave no document or keys. Entra asks it over the internet: an issuer in a private network proves nothing, one that is gone lets whoever takes its name over sign in.",
      "Find out whose issuer it is. Remove the federated credential if it is gone; where it only does not answer here, name it in the directory's ignore (watch: all), or answer for the finding in suppressions."
    ),
    CodeMeaning(
      "federated-issuer-undocumented",
      "The issuer's server answers and has no OpenID configuration or key set where Entra looks for it.",
      "Correct the issuer in the federated credential, or publish both documents below it; remove the credential if nobody uses it."
    ),
    CodeMeaning(
      "federated-issuer-differs",
      "The document at the issuer is another one's. Entra compares letter by letter: capitals and a slash at the end count.",
      "Write the issuer exactly as its own document and its assertions have it."),
    CodeMeaning(
      "federated-issuer-without-keys",
      "The issuer publishes no signing key that an assertion could be verified with.",
      "Have the issuer publish its public keys with a kid each, at an https address; until then no assertion of it is taken."
    ),
    CodeMeaning(
      "federated-issuer-not-public",
      "Entra asks issuers over the internet, and this one is no https URL with a public name.",
      "Publish the issuer's documents at a public https address and use that as issuer, or remove the federated credential."
    ),
    CodeMeaning(
      "federated-issuer-not-asked",
      "There are more issuers in the directory than one run asks, or the run ended first.",
      "Name those that nobody needs to hear of in the directory's ignore, or give the run more time."
    ),
  ]
}
