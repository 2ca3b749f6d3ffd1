import CredentialAudit
import EntraIdentity
import Foundation

/// The demo's inventory, whose dates move to today.
struct DemoInventory {
  /// Which of the demo's two nights.
  enum Night {
    case before
    case tonight
  }

  /// The day that the dates of `config/demo/inventory.yaml` are meant for.
  private static let writtenFor = "2026-11-22"

  private let written: String

  /// Reads it, before anything of an older demo is taken away.
  init(path: String) throws(UsageProblem) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw UsageProblem(
        "the demo's inventory is not at '\(path.cleaned(maximum: 200))'",
        hint: "run the demo in the project's folder, or name the file by --inventory")
    }
    written = text
  }

  /// The inventory as it is or was that night; every `expires` moves by the days since it was written.
  func text(of night: Night, now: Date) -> String {
    lines(that: night).replacing(#/expires: (\d{4}-\d{2}-\d{2})/#) { match in
      guard let end = CalendarDate(match.1)?.end, let reference = CalendarDate(Self.writtenFor)?.end
      else { return String(match.0) }
      return "expires: \(now.addingTimeInterval(end.timeIntervalSince(reference)).utcDay)"
    }
  }

  /// The lines of that night: each says by its comment where it stands in one of the two only.
  private func lines(that night: Night) -> String {
    guard night == .before else { return written }
    return written.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasSuffix("  # since tonight") }
      .map { $0.replacing("# last night: ", with: "") }
      .joined(separator: "\n")
  }
}
