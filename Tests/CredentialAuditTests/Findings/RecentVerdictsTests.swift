import CredentialAudit
import Foundation
import Testing

@Suite struct RecentVerdictsTests {
  @Test(
    "A subject flaps where it went between pass and not pass three times within ten looks",
    arguments: [
      ("", false), ("p", false), ("cccccccccc", false), ("pc", false), ("pcp", false),
      ("pcpc", true), ("cpcp", true), ("pwpu", true), ("ppppppppcp", false), ("pcwucwucwp", false),
      ("cwucwucwuc", false), ("pcpcpppppp", true), ("pppcppppcp", true), ("pupppppppu", true),
    ])
  func flapping(letters: String, isFlapping: Bool) {
    #expect(RecentVerdicts(letters: letters).isFlapping == isFlapping)
  }

  @Test("What is more than ten looks ago is forgotten")
  func forgotten() {
    var recent = RecentVerdicts(letters: "pcpc")
    #expect(recent.isFlapping)
    for _ in 0..<7 { recent = recent.adding(.critical) }
    #expect(recent.letters == "cpcccccccc")
    #expect(!recent.isFlapping)
  }

  @Test("Letters are read as they are written, and what is no look is none of them")
  func letters() {
    let verdicts: [Verdict] = [.pass, .warning, .critical, .unknown]
    let recent = verdicts.reduce(RecentVerdicts()) { $0.adding($1) }
    #expect(recent.letters == "pwcu")
    #expect(RecentVerdicts(letters: recent.letters) == recent)
    #expect(recent.adding(.skipped) == recent)
    #expect(RecentVerdicts(letters: "p?sc P").letters == "pc")
  }

  @Test("The sentence says what the rule does")
  func sentence() {
    let sentence = RecentVerdicts.sentence
    #expect(sentence.contains("last ten") && sentence.contains("three times"))
  }
}
