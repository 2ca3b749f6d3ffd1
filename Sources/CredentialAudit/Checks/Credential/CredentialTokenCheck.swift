import EntraIdentity
import Foundation

extension CredentialCheck {
  /// Is the token the one that was asked for?
  package static let token = CredentialCheck(
    id: .credentialToken,
    question:
      "is the token for this application, tenant and audience, within its time, with the expected roles, and signed by the authority's keys?",
    reference: "RFC 7519, section 4.1; RFC 7515, section 5.2; RFC 9068, section 4"
  ) { observation in
    guard case .proven(let resolved) = observation.authority, observation.hasToken else {
      let offline = if case .offline = observation.authority { true } else { false }
      return [
        .skipped(
          .credentialToken, offline ? "offline" : "depends-on-acquisition",
          "there is no token to judge")
      ]
    }
    return observation.acquisitions.flatMap { acquisition -> [Finding] in
      guard case .token(let token) = acquisition.outcome else { return [] }
      return TokenJudgement(
        token: token, scopes: acquisition.scopes, resolved: resolved,
        clientID: observation.planned.application.clientID,
        expectation: observation.expectation(of: acquisition), clock: observation.clock
      ).findings
    }
  }
}
