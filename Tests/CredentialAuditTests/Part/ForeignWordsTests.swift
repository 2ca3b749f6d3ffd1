import Testing

@testable import CredentialAudit

@Suite struct ForeignWordsTests {
  private static let id = "b1e7c0de-0b5a-4ad8-8f1f-0c8ac0a1d0c2"

  private static func authority(
    _ tenant: String, _ url: String, id: String?, owner: String? = nil
  ) -> AuthorityRecord {
    AuthorityRecord(
      tenant: tenant, authority: url, kind: nil, cloud: nil, tenantID: id, owner: owner,
      findings: [])
  }

  private static func credential(
    _ tenant: String, _ application: String, client: String, owner: String?
  ) -> CredentialRecord {
    CredentialRecord(
      tenant: tenant, application: application, credential: "primary", clientID: client,
      kind: "secret", source: "env S", owner: owner, findings: [])
  }

  /// Fabrikam, Token & Co. and an issuer are others'; contoso is shown.
  private static let words: ForeignWords = {
    var (others, shown) = (NamingWords(), NamingWords())
    others.add(
      authority(
        "fabrikam", "https://login.microsoftonline.com/fabrikam.onmicrosoft.com", id: id,
        owner: "Mia of Fabrikam"))
    others.add(authority("token", "https://idp.token.example:8443/adfs", id: nil))
    others.add(
      credential(
        "fabrikam", "mail er", client: "fab00000-0000-4000-8000-000000000001",
        owner: "mail@fabrikam.example"))
    others.add(credential("token", "app", client: "shared-client", owner: "jo@msp.example"))
    others.add(credential("(old) tailspin", "#1", client: "tail-client", owner: "+ the crew"))
    shown.add(
      authority(
        "contoso", "https://login.microsoftonline.us/contoso.onmicrosoft.com", id: "c0ffee00-1111"))
    shown.add(credential("contoso", "app", client: "shared-client", owner: "jo@msp.example"))
    return ForeignWords(others, besides: shown)
  }()

  static let hidden: [(String, String)] = [
    ("tenant \(id)", "tenant (not shown)"), ("tenant \(id.uppercased()).", "tenant (not shown)."),
    ("https://sts.windows.net/\(id)/", "https://sts.windows.net/(not shown)/"),
    ("asked fabrikam.onmicrosoft.com, which", "asked (not shown), which"),
    ("to Mail@Fabrikam.example", "to (not shown)"), ("ask Mia of Fabrikam!", "ask (not shown)!"),
    ("https://idp.token.example:8443/adfs", "https://(not shown):8443/adfs"),
    ("fabrikam/mail er/primary, x", "(not shown), x"), ("of fabrikam/mail er", "of (not shown)"),
    ("'token' is new", "'(not shown)' is new"), ("below token/other", "below (not shown)/other"),
    ("fab00000-0000-4000-8000-000000000001", "(not shown)"),
    ("é fabrikam/x é", "é (not shown)/x é"),
    ("as (OLD) Tailspin/#1/primary does", "as (not shown) does"),
    ("'(old) tailspin' is new", "'(not shown)' is new"), ("ask + the crew.", "ask (not shown)."),
    ("(old) tailspin/(old) tailspin/x", "(not shown)/(not shown)/x"),
  ]

  @Test("what names somebody else is taken out, however it is written", arguments: hidden)
  func hides(_ text: String, _ expected: String) {
    #expect(Self.words.scrubbed(text) == expected)
  }

  @Test("in a person's own words a tenant's name needs no mark")
  func prose() {
    let reason = "as Fabrikam's own, and TOKEN too; not tokens"
    #expect(
      Self.words.scrubbed(reason, isProse: true)
        == "as (not shown)'s own, and (not shown) too; not tokens")
    #expect(Self.words.scrubbed(reason) == reason)
  }

  @Test(
    "what is everybody's, the reader's own or a plain word stays",
    arguments: [
      "", "the token endpoint gave no token", "a token, 'token endpoint'",
      "https://login.microsoftonline.com/common", "contoso/app/primary",
      "shared-client of jo@msp.example", "contoso.onmicrosoft.com", "c0ffee00-1111",
      "old tailspin/#1", "(old) tailspinner/x", "(old", "xfabrikam.onmicrosoft.com", "\(id)0",
      "notmail@fabrikam.examples", "adfs v2.0 app",
      "👩‍👩‍👧 Zürich — e\u{301}", "\u{0} \u{FFFD}",
    ])
  func keeps(_ text: String) {
    #expect(Self.words.scrubbed(text) == text)
  }
}
