import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("The scrubbers of many tenants") struct TenantScrubbersTests {
  @Test("take out each tenant's own secrets, however many tenants there are and in what order")
  func many() {
    let numbers = 0..<1_500
    let scrubbers = TenantScrubbers(
      Dictionary(uniqueKeysWithValues: numbers.map { ("t\($0)", [Secret("secret-value-\($0)-x")]) })
    )
    for number in Array(numbers) + numbers.reversed() {
      let text = scrubbers.scrubber(of: "t\(number)").scrub("it was secret-value-\(number)-x.")
      #expect(text == "it was <redacted>.")
    }
    #expect(scrubbers.scrubber(of: "nobody").scrub("plain") == "plain")
  }
}
