extension CodeMeaning {
  /// What can be wrong with where a credential is from.
  static let sourceCodes: [CodeMeaning] = [
    CodeMeaning(
      "not-a-certificate", "What was read holds no certificate.",
      "Name the PEM or PKCS#12 file with the certificate; a key alone goes into key."),
    CodeMeaning(
      "no-private-key", "The certificate was read, but not its private key.",
      "Name the key's file in key, or a PKCS#12 bundle that holds both."),
    CodeMeaning(
      "passphrase-needed", "The key is encrypted, and the inventory names no passphrase.",
      "Add passphrase: { env: NAME } to the certificate."),
    CodeMeaning(
      "wrong-passphrase", "The passphrase does not open the key.",
      "Check the variable or file that holds the passphrase."),
    CodeMeaning(
      "key-mismatch", "The private key belongs to another certificate.",
      "Name the key that was made for this certificate; after a renewal both files change."),
    CodeMeaning(
      "unsupported-key", "The service does not take keys of this kind or size.",
      "Make a certificate with an RSA key of 2048 bits or more and register it."),
    CodeMeaning(
      "too-large", "The file is larger than any certificate.", "Name the certificate's file."),
    CodeMeaning(
      "unsupported-encryption",
      "The key or bundle is encrypted in a way that this machine's OpenSSL does not know, or asks "
        + "for so many rounds that opening it would hold the run up.",
      "Export it again with AES, or install OpenSSL's legacy provider."),
    CodeMeaning(
      "malformed-credential", "What was read is damaged.",
      "Export the certificate again, or fetch it anew from where it is kept."),
    CodeMeaning(
      "signing-failed", "The private key could not sign.",
      "Export the key again; where it stays, look at this machine's OpenSSL settings."),
    CodeMeaning(
      "assertion-unavailable", "Whoever signs the assertion gave none when it was needed.",
      "Look at the platform that issues it, and whether it is reached from this machine."),
    CodeMeaning(
      "shared-secret", "Two applications present the same secret: whoever steals one has both.",
      "Give each application a secret of its own."),
    CodeMeaning(
      "shared-key", "Two applications present the same private key: whoever steals one has both.",
      "Give each application a certificate of its own."),
  ]
}
