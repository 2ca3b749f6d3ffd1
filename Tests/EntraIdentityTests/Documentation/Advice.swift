import EntraIdentity

/// What to write into a log, and whether to try again, when there is no token.
func advice(on error: IdentityError) -> String {
  let again = error.isTransient ? "may pass by itself" : "somebody has to change something"
  switch error {
  case .refused(let refusal):
    let name = refusal.code ?? refusal.error
    return "\(name), \(again): \(refusal.entry?.fix ?? "see the service's documentation")"
  case .credential(let problem):
    return "\(problem.code.rawValue), \(again): \(problem.detail)"
  case .transport(let failure):
    return "\(failure.kind.rawValue) at \(failure.host), \(again): \(failure.detail)"
  case .unexpected(let response):
    return "\(response.host) answered \(response.status) with something else, \(again)"
  case .assertionProvider(let cause):
    return "the assertion's provider failed: \(cause)"
  case .request(let problem):
    return "\(problem.rawValue), \(again)"
  case .platform(let problem):
    return "\(problem.code.rawValue), \(again): \(problem.detail)"
  case .platformRefused(let refusal):
    return "\(refusal.reason.rawValue) by \(refusal.source.name), \(again)"
  }
}
