import Foundation

/// What a token may be issued for, once every check has passed.
struct Grant: Sendable {
  /// How the client proved itself: the claim `appidacr` or `azpacr`.
  enum Method: String, Sendable {
    case secret = "1"
    case assertion = "2"
  }

  /// An assertion that this grant uses up.
  struct AssertionUse: Sendable {
    let key: String
    let end: Date
  }

  let tenant: SimulatedTenant
  let application: SimulatedApplication
  let resource: SimulatedResource
  /// The resource as the request names it.
  let audience: String
  let method: Method
  let assertionUse: AssertionUse?
}
