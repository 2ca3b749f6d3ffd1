import Foundation
import Testing

@testable import CredentialAudit

@Suite("Whose clock is wrong")
struct ClockComparisonTests {
  typealias Fault = ClockComparison.Fault

  private static func comparison(_ offsets: [TimeInterval]) -> ClockComparison {
    ClockComparison(
      offsets.enumerated().map { ClockReading(host: "h\($0.offset)", offset: $0.element) })
  }

  static let cases: [([TimeInterval], Fault, String)] = [
    ([], .nobodys, "not compared: no answer told the time"),
    ([0], .nobodys, "within 1 s of 1 host"),
    ([60, -60], .nobodys, "within 1 s of the median of 2 hosts"),
    ([600], .eithers, "600 s ahead of 1 host"),
    ([-600], .eithers, "600 s behind 1 host"),
    ([600, 601], .ours, "601 s ahead of the median of 2 hosts"),
    ([-600, -590, -3600], .ours, "600 s behind the median of 3 hosts"),
    ([600, 1, 0], .theirs(1), "within 1 s of the median of 3 hosts"),
    ([600, -600, 0, 1, 2], .theirs(2), "within 1 s of the median of 5 hosts"),
    ([600, 0], .untold, "300 s ahead of the median of 2 hosts"),
    ([600, 1200, 1800], .untold, "1200 s ahead of the median of 3 hosts"),
  ]

  @Test("most hosts decide, and one alone cannot", arguments: cases)
  func fault(_ offsets: [TimeInterval], _ fault: Fault, _ text: String) throws {
    let comparison = Self.comparison(offsets)
    #expect(comparison.fault == fault)
    #expect(comparison.text == text)
    #expect((comparison.notice == nil) == (fault == .nobodys))
    if let notice = comparison.notice {
      #expect(notice.code == "clock-skew" && CodeMeaning.all[notice.code] != nil)
      #expect(notice.message.count < 400)
    }
  }

  @Test("the notice says whose it is")
  func notice() {
    let ours = Self.comparison([600, 601]).notice?.message ?? ""
    #expect(ours.hasPrefix("this machine's clock is 601 s ahead of those of 2 hosts, which agree"))
    let theirs = Self.comparison([600, 1, 0]).notice?.message ?? ""
    #expect(
      theirs.hasPrefix("1 host of 3 tells another time") && theirs.contains("not this machine"))
    let eithers = Self.comparison([-600]).notice?.message ?? ""
    #expect(eithers.contains("600 s behind") && eithers.contains("either may be wrong"))
  }
}
