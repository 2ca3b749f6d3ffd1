public import Foundation

/// What an assertion is wanted for: what its provider may have to put into it, or look it up by.
public struct AssertionContext: Sendable {
  /// The application that will present it.
  public let clientID: ClientID
  /// The token endpoint that it will be presented to, which is the usual audience.
  public let tokenEndpoint: EndpointURL
  /// The federated managed identity that is asked for, where one is.
  public let fmiPath: String?
  /// The `client-request-id` of the request that the assertion is for.
  public let correlationID: UUID
}

/// Where assertions come from that somebody else signs: a file that is replaced while the process
/// runs, a managed identity, a workload's platform.
///
/// It is asked anew for every request, so that nobody has to know how long an assertion lives.
public struct AssertionProvider: Sendable {
  private let provide: @Sendable (AssertionContext) async throws -> Secret

  /// Makes a provider.
  /// - Parameter provide: Gives an assertion for one request. What it throws reaches the caller as
  ///   ``IdentityError/assertionProvider(_:)``, so that it must not hold a secret.
  public init(_ provide: @escaping @Sendable (AssertionContext) async throws -> Secret) {
    self.provide = provide
  }

  func assertion(for context: AssertionContext) async throws -> Secret {
    try await provide(context)
  }
}
