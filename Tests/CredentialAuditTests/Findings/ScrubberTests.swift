import CredentialAudit
import EntraIdentity
import Foundation
import Testing

@Suite("The scrubber takes every secret out of what a server said")
struct ScrubberTests {
  static let secret = #"pä/55+W"o&r%d~ x\9"#

  static let forms: [(name: String, text: String)] = [
    ("plain", secret),
    ("percent-encoded", "p%C3%A4%2F55%2BW%22o%26r%25d~%20x%5C9"),
    ("percent-encoded in lower case", "p%c3%a4%2f55%2bW%22o%26r%25d~%20x%5c9"),
    ("form-encoded", "p%C3%A4%2F55%2BW%22o%26r%25d~+x%5C9"),
    ("JSON-escaped", #"pä/55+W\"o&r%d~ x\\9"#),
    ("JSON-escaped with slashes", #"pä\/55+W\"o&r%d~ x\\9"#),
  ]

  @Test("in each form, in the middle of a text", arguments: forms)
  func formIsTakenOut(form: (name: String, text: String)) {
    let scrubbed = Scrubber([Secret(Self.secret)]).scrub("before=\(form.text)&after")
    #expect(scrubbed == "before=<redacted>&after")
  }

  @Test("as Base64 wherever it starts in the encoded text", arguments: 0..<6)
  func base64IsTakenOut(offset: Int) {
    let text = String(repeating: "u", count: offset) + Self.secret + ":tail"
    let encoded = Data(text.utf8).base64EncodedString()
    let scrubbed = Scrubber([Secret(Self.secret)]).scrub(encoded)
    #expect(scrubbed.contains("<redacted>"))
    // Eight characters of Base64 are six bytes: no window of the secret may be left.
    let bytes = Array(encoded)
    for start in 0..<(bytes.count - 12) {
      let window = String(bytes[start..<(start + 12)])
      #expect(!scrubbed.contains(window) || !encodesSecretOnly(window, offset: offset, at: start))
    }
  }

  /// Whether a window of the encoded text holds nothing but the secret's bytes.
  private func encodesSecretOnly(_ window: String, offset: Int, at start: Int) -> Bool {
    let first = start * 6 / 8
    let last = (start + window.count) * 6 / 8
    return first >= offset && last <= offset + Self.secret.utf8.count
  }

  @Test("where a cut left only its beginning")
  func cutSecretIsTakenOut() {
    let text = String(repeating: "x ", count: 60) + Self.secret.prefix(9) + "…"
    #expect(!Scrubber([Secret(Self.secret)]).scrub(text).contains(Self.secret.prefix(5)))
  }

  @Test("and JSON Web Tokens that nobody told it of")
  func unknownTokenIsTakenOut() {
    let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl"
    #expect(Scrubber([]).scrub("got \(token), sorry") == "got <redacted>, sorry")
  }

  @Test("and leaves ordinary text alone")
  func ordinaryTextStays() {
    let text = "AADSTS7000215: invalid client secret for eyJ, see the portal."
    #expect(Scrubber([Secret("hunter2-hunter2"), Secret("app")]).scrub(text) == text)
  }

  @Test("in every text of a finding")
  func findingIsScrubbed() {
    let secret = "s3cr3t-value"
    let finding = Finding(
      check: .credentialAcquisition, verdict: .critical, code: secret, summary: "a \(secret)",
      cause: "b \(secret)", fix: "c \(secret)", evidence: ["d": secret])
    let scrubbed = Scrubber([Secret(secret)]).scrub(finding)
    #expect(!String(reflecting: scrubbed).contains(secret))
  }
}
