import EntraIdentity

extension Evidence {
  /// What an assertion says of itself: issuer, subject and audience are what the directory compares,
  /// letter by letter.
  mutating func add(_ assertion: ForeignAssertion?) {
    add("assertion_issuer", assertion?.issuer?.cleaned(maximum: 300))
    add("assertion_subject", assertion?.subject?.cleaned(maximum: 300))
    add("assertion_audience", assertion?.audience.joined(separator: " ").cleaned(maximum: 300))
    add("assertion_expires_at", assertion?.expires?.rfc3339)
  }
}
