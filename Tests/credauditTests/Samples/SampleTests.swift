import CredentialAudit
import Foundation
import Testing

/// `reports/sample` has one of each report. `.ci/make-samples` makes them anew: it runs this suite with
/// `CREDAUDIT_MAKE_SAMPLES` set.
@Suite struct SampleTests {
  private static let folder = SampleDemo.project + "/reports/sample"
  private static let isMaking =
    ProcessInfo.processInfo.environment["CREDAUDIT_MAKE_SAMPLES"]?.isEmpty == false

  @Test("The samples are what the demo writes, byte for byte, each time")
  func samples() async throws {
    await Slots.shared.enter()
    let outcome: Result<[SampleDemo], any Error>
    do {
      outcome = .success([try await SampleDemo.make(), try await SampleDemo.make()])
    } catch {
      outcome = .failure(error)
    }
    await Slots.shared.leave()
    let made = try outcome.get()
    let files = made[0].files
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      expect(made[1].files[name], from: text, "\(name) of a second demo")
    }
    if Self.isMaking { try write(files) }
    // Pictures are made by hand.
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { !$0.hasSuffix(".png") }
    #expect(
      kept.sorted() == files.keys.sorted(), "the samples are not one of each: run .ci/make-samples")
    for (name, text) in files.sorted(by: { $0.key < $1.key }) where kept.contains(name) {
      let sample = try SampleDemo.text(ofFile: Self.folder + "/" + name)
      expect(text, from: sample, "reports/sample/\(name)")
    }
  }

  struct Found: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: String
    let check: CheckID
    let words: [String]
  }

  private static let client = "ca7a0009-0000-4000-8000-00000000000"
  private static let entry = "ca7a0009-0000-4000-8000-0000000000"

  static let both = [
    Found(
      testDescription: "the directory's own end comes first", subject: "press-site/primary",
      check: .credentialExpiry, words: ["warning expires-soon"]),
    Found(
      testDescription: "and the inventory's is wrong", subject: "press-site/primary",
      check: .directoryCredential, words: ["warning dates-differ"]),
    Found(
      testDescription: "a rotation that has begun", subject: "catalog/\(entry)a3",
      check: .directoryCredential, words: ["skipped newer-beside"]),
    Found(
      testDescription: "a leftover", subject: "catalog/\(entry)a4",
      check: .directoryCredential, words: ["warning leftover-ended"]),
    Found(
      testDescription: "what nobody declared ends soon", subject: "\(client)4/\(entry)a5",
      check: .credentialExpiry, words: ["critical expires-soon"]),
    Found(
      testDescription: "an issuer with a slash too many", subject: "\(client)5/\(entry)a6",
      check: .directoryCredential,
      words: ["warning federated-issuer-differs", "skipped not-declared"]),
    Found(
      testDescription: "a certificate for single sign-on, once", subject: "\(client)6/\(entry)a7",
      check: .credentialExpiry, words: ["warning expires-soon"]),
  ]

  @Test(
    "They show what a directory says beside what is declared", .disabled(if: isMaking),
    arguments: both)
  func bothSides(found: Found) throws {
    let json = try Data(contentsOf: URL(filePath: Self.folder + "/report.json"))
    let findings = try ReportedRun(json: json).findings(of: "lucerne/" + found.subject)
    #expect(findings.filter { $0.check == found.check }.map(\.words) == found.words)
  }

  private func expect(_ text: String?, from sample: String, _ name: String) {
    // Two texts may be equal and have other bytes.
    if let text, text.utf8.elementsEqual(sample.utf8) { return }
    let difference = TextDifference.lines(from: sample, to: text ?? "")
    Issue.record("\(name) differs; if that is meant, run .ci/make-samples\n\(difference)")
  }

  private func write(_ files: [String: String]) throws {
    let old = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    for name in old where !name.hasSuffix(".png") {
      try FileManager.default.removeItem(atPath: Self.folder + "/" + name)
    }
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: Self.folder + "/" + name))
    }
  }
}
