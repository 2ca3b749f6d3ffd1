import Foundation

/// Whether an assertion is within its time. Clocks may differ by five minutes.
struct AssertionTimes {
  private let tolerances: Set<Tolerance>
  private let now: Date
  private static let skew: TimeInterval = 300

  init(_ tolerances: Set<Tolerance>, _ now: Date) {
    self.tolerances = tolerances
    self.now = now
  }

  /// Checks `exp` and `nbf`, and returns the end.
  func check(_ token: CompactToken) throws(Refusal) -> Date {
    guard let stated = token.claims["exp"] else { throw .missingClaim("exp") }
    guard let end = date(stated) else { throw .malformedAssertion }
    var start: Date?
    if let stated = token.claims["nbf"] {
      guard let date = date(stated) else { throw .malformedAssertion }
      start = date
    }
    if let stated = token.claims["iat"], date(stated) == nil { throw .malformedAssertion }
    guard now < end.addingTimeInterval(Self.skew) else {
      throw .outsideItsTime(now, from: start, to: end)
    }
    if let start, start.addingTimeInterval(-Self.skew) > now {
      throw .outsideItsTime(now, from: start, to: end)
    }
    return end
  }

  /// A NumericDate (RFC 7519, section 2), as strictly as the tenant reads it.
  private func date(_ value: JSONValue) -> Date? {
    let spelling: String
    switch value {
    case .number(let number): spelling = number
    case .string(let text) where tolerances.contains(.textTimes): spelling = text
    default: return nil
    }
    if let whole = Int(spelling) { return Date(timeIntervalSince1970: TimeInterval(whole)) }
    // A text may also spell what is no moment: `nan`, `inf`.
    guard tolerances.contains(.fractionalTimes), let seconds = Double(spelling), seconds.isFinite
    else { return nil }
    return Date(timeIntervalSince1970: seconds)
  }
}
