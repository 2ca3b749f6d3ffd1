import EntraIdentity

extension AuthorityCheck {
  /// Is the URL one that can name an authority at all, and is it the one to write today?
  package static let url = AuthorityCheck(
    id: .authorityURL,
    question:
      "is the URL well formed, https, of its family's form, and not a legacy or retired one?",
    reference: "RFC 3986; Microsoft identity platform, national clouds and authority formats"
  ) { observation in
    let problems = observation.reading.problems.map { problem in
      Finding.found(
        .authorityURL, .critical, problem.code.rawValue, problem.summary, cause: problem.cause,
        fix: problem.fix, evidence: ["write_instead": problem.suggestion])
    }
    let remarks = observation.reading.remarks.map { remark in
      Finding.found(
        .authorityURL, .warning, remark.code.rawValue, remark.summary, cause: remark.cause,
        fix: remark.fix, evidence: ["write_instead": remark.suggestion])
    }
    guard problems.isEmpty, remarks.isEmpty else { return problems + remarks }
    return [
      .pass(
        .authorityURL, "the URL is well formed",
        evidence: ["kind": observation.reading.authority?.kind.rawValue])
    ]
  }
}
