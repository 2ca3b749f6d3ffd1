import EntraIdentity
import Foundation
import Glibc
import Testing

@testable import CredentialAudit

@Suite("Reading references")
struct SecretReaderTests {
  private func reader(_ environment: [String: String] = [:]) -> SecretReader {
    SecretReader(environment: environment, commands: .never(reason: "not in this test"))
  }

  @Test("a variable that is not set, is empty or has other capitals")
  func variables() async {
    let reader = reader(["EMPTY": "", "Billing_Secret": "x"])
    let missing = await reader.read(.env("NOWHERE")).problem
    #expect(missing?.code == .variableNotSet)
    #expect(await reader.read(.env("EMPTY")).problem?.code == .variableEmpty)
    let capitals = await reader.read(.env("BILLING_SECRET")).problem
    #expect(capitals?.code == .variableNotSet)
    #expect(capitals?.hint?.hasPrefix("Billing_Secret is set") == true)
  }

  @Test(
    "exactly one final newline is taken off",
    arguments: [
      ("s3cr3t-value\n", "s3cr3t-value", []), ("s3cr3t-value", "s3cr3t-value", []),
      ("s3cr3t-value\n\n", "s3cr3t-value\n", [.blankAtEnd, .severalLines]),
      ("s3cr3t-value\r\n", "s3cr3t-value\r", [.carriageReturn]),
    ] as [(String, String, [SourceRemark.Code])])
  func finalNewline(_ text: String, _ value: String, _ remarks: [SourceRemark.Code]) async throws {
    try await TemporaryFolder.with(["s": text]) { folder in
      let reading = await reader().read(.file(folder + "/s"))
      #expect(reading.secret?.withValue { $0 == value } == true)
      #expect(reading.remarks.map(\.code) == remarks)
    }
  }

  @Test("files that hold no secret are told apart")
  func unusableFiles() async throws {
    try await TemporaryFolder.with([
      "empty": "", "newline": "\n",
      "large": String(repeating: "x", count: SecretReader.sizeLimit + 1),
      "nul": "a\0b",
    ]) { folder in
      try Data([0xC3, 0x28]).write(to: URL(filePath: folder + "/binary"))
      let expected: [(String, SourceProblem.Code)] = [
        ("empty", .fileEmpty), ("newline", .fileEmpty), ("large", .fileTooLarge), ("nul", .notText),
        ("binary", .notText), ("gone", .fileNotFound), ("empty/x", .fileNotFound),
        ("", .fileNotRegular),
      ]
      for (name, code) in expected {
        #expect(await reader().read(.file(folder + "/" + name)).problem?.code == code, "\(name)")
      }
      #expect(await reader().read(.file("/dev/zero")).problem?.code == .fileNotRegular)
    }
  }

  @Test("a pipe is refused without waiting for somebody to write to it")
  func pipes() async throws {
    try await TemporaryFolder.with { folder in
      #expect(mkfifo(folder + "/fifo", 0o600) == 0)
      #expect(await reader().read(.file(folder + "/fifo")).problem?.code == .fileNotRegular)
    }
  }

  @Test("a link is followed, and one that leads in a circle is not")
  func links() async throws {
    try await TemporaryFolder.with(["s": "s3cr3t-value"]) { folder in
      symlink("s", folder + "/link")
      symlink("circle", folder + "/circle")
      #expect(await reader().read(.file(folder + "/link")).secret != nil)
      #expect(await reader().read(.file(folder + "/circle")).problem?.code == .fileUnreadable)
    }
  }

  @Test(
    "who else may read or write a file is remarked on with its mode",
    arguments: [
      (0o600, []), (0o400, []), (0o640, [.fileReadableByOthers]), (0o604, [.fileReadableByOthers]),
      (0o666, [.fileReadableByOthers, .fileWritableByOthers]),
    ] as [(mode_t, [SourceRemark.Code])])
  func permissions(_ mode: mode_t, _ codes: [SourceRemark.Code]) async throws {
    try await TemporaryFolder.with(["s": "s3cr3t-value"]) { folder in
      #expect(chmod(folder + "/s", mode) == 0)
      let reading = await reader().read(.file(folder + "/s"))
      #expect(reading.remarks.map(\.code) == codes)
      for remark in reading.remarks { #expect(remark.summary.contains(FileMode.octal(mode))) }
    }
  }

  @Test("nothing that is said of a secret holds it")
  func nothingLeaks() async throws {
    try await TemporaryFolder.with(["s": "\"LEAK me\u{7}\u{E9}\" "]) { folder in
      chmod(folder + "/s", 0o644)
      let reading = await reader().read(.file(folder + "/s"))
      #expect(reading.remarks.count >= 4)
      var dumped = ""
      dump(reading, to: &dumped)
      #expect(!dumped.contains("LEAK") && !"\(reading)".contains("LEAK"))
      let contents = try FileReader().read(folder + "/s", limit: 100).get()
      dumped = ""
      dump(contents, to: &dumped)
      #expect(!dumped.contains("LEAK") && !dumped.contains("76") && "\(contents)" == "<13 bytes>")
    }
  }

  @Test(
    "secrets that look like something else",
    arguments: [
      ("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4", [.looksLikeSecretID]), ("changeme", [.placeholder]),
      ("CHANGE-ME", [.placeholder]), ("<your secret>", [.placeholder]),
      ("${BILLING_SECRET}", [.placeholder]),
      ("{{ secret }}", [.placeholder]), ("xxxxxxxx", [.placeholder]), ("%SECRET%", [.placeholder]),
      ("\"abc8Q~def\"", [.quoted]), ("'abc8Q~def", [.quoted]),
      ("\u{201C}abc\u{201D}", [.quoted, .notASCII]),
      (" abc8Q~def", [.blankAtEnd]), ("abc8Q~def\t", [.blankAtEnd]),
      ("abc\u{A0}", [.blankAtEnd, .notASCII]),
      ("\u{FEFF}abc", [.blankAtEnd, .notASCII]), ("abc\r", [.carriageReturn]),
      ("ab\ncd", [.severalLines]),
      ("ab\r\ncd", [.severalLines]), ("ab\u{1B}cd", [.controlCharacter]),
      ("abc\u{2013}d", [.notASCII]),
      ("   ", [.placeholder, .blankAtEnd]), ("\"\"", [.placeholder, .quoted]),
      ("abc8Q~dEf.gh-IJ_klmnopqrstuvwxyz0123456", []), ("a <b> c", []), ("p%20w", []),
    ] as [(String, [SourceRemark.Code])])
  func remarks(_ value: String, _ codes: [SourceRemark.Code]) {
    #expect(SecretRemarks.remarks(on: Secret(value)).map(\.code) == codes)
  }
}
