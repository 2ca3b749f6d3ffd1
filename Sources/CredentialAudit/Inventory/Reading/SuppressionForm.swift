import Foundation

/// One entry of `suppressions`.
enum SuppressionForm {
  static let limitInDays = 400
  private static let matchKeys = ["tenant", "check", "application", "credential"]
  private static let unsuppressible = CheckID.allCases.filter { !$0.isSuppressible }
    .map(\.rawValue)
  private static let checks = CheckID.allCases.map(\.rawValue)

  static func read(_ field: Field, now: Date) -> InventorySuppression? {
    guard
      let fields = field.fields(
        "a suppression", known: ["match", "reason", "owner", "until"])
    else { return nil }
    let reason = fields.required("reason", hint: "why it is in order")?
      .line("a reason", limit: 1_000)
    let owner = fields.required("owner", hint: "who answers for it")?.line("who answers for it")
    let until = fields.required(
      "until", hint: "a date, at most \(limitInDays) days ahead"
    ).flatMap { readUntil($0, now: now) }
    guard
      let match = fields.required("match", hint: "tenant and check at least")?
        .fields("a mapping of tenant and check at least", known: matchKeys)
    else { return nil }
    let tenant = match.required("tenant", hint: "\"*\" for all").flatMap(glob)
    let check = match.required("check", hint: "such as credential.expiry").flatMap(readCheck)
    let application = match["application"].flatMap(glob)
    let credential = match["credential"].flatMap(glob)
    guard let reason, let owner, let until, let tenant, let check else { return nil }
    return InventorySuppression(
      tenant: tenant, check: check, application: application, credential: credential,
      reason: reason, owner: owner, until: until, location: field.location)
  }

  private static func glob(_ field: Field) -> String? {
    guard let text = field.line("a name or a pattern") else { return nil }
    guard !text.contains("/") else {
      field.report(
        .name, "\(field.shown(text)) matches no name, for none holds a slash",
        hint: "tenant, application and credential each have a key of their own")
      return nil
    }
    return text
  }

  private static func readCheck(_ field: Field) -> String? {
    guard let text = field.line("a check") else { return nil }
    let glob = Glob(text)
    let matched = checks.filter { glob.matches($0) }
    guard !matched.isEmpty else {
      field.report(
        .unknownCheck, "no check is called \(field.shown(text))",
        hint: Suggestion.hint(for: text, among: checks)
          ?? "the checks: \(checks.joined(separator: ", "))")
      return nil
    }
    if let never = matched.first(where: unsuppressible.contains) {
      field.report(
        .unsuppressible, "\(field.shown(text)) would silence \(never), which nobody can answer for",
        hint: "name the other checks one by one, each in a suppression of its own")
      return nil
    }
    return text
  }

  private static func readUntil(_ field: Field, now: Date) -> String? {
    guard let text = field.text("a date such as 2027-01-31") else { return nil }
    guard let date = CalendarDate(text) else {
      field.report(
        .date, "\(field.shown(text)) is not a date", hint: "write a day such as 2027-01-31")
      return nil
    }
    guard date.start.timeIntervalSince(now) <= Double(limitInDays) * 86_400 else {
      field.report(
        .suppressionTooLong, "\(text) is more than \(limitInDays) days ahead",
        hint: "an exception is looked at again once a year")
      return nil
    }
    return text
  }
}
