package import Foundation

/// Asks issuers of assertions for their document and keys, as a service does that is to take their
/// assertions (OpenID Connect Discovery 1.0, section 4). Nothing is sent but the two questions.
package struct AssertionIssuerResolver: Sendable {
  private let transport: any HTTPTransport
  private let time: any TimeSource
  private let retry: RetryPolicy
  private let deadline: Date?
  private let keySets: ReadKeySets

  /// Makes a resolver.
  /// - Parameters:
  ///   - transport: How requests leave.
  ///   - time: The clock.
  ///   - retry: When a document is asked for again.
  ///   - deadline: When nothing may be asked for any more.
  ///   - keySets: The key sets that were read already.
  package init(
    transport: any HTTPTransport, time: any TimeSource, retry: RetryPolicy, deadline: Date?,
    keySets: ReadKeySets
  ) {
    self.transport = transport
    self.time = time
    self.retry = retry
    self.deadline = deadline
    self.keySets = keySets
  }

  /// Looks at what an issuer publishes, and goes on to its keys only where its document is its own.
  /// - Parameters:
  ///   - issuer: The issuer.
  ///   - timeout: The limit of one attempt.
  /// - Returns: What it says.
  package func examine(_ issuer: AssertionIssuer, timeout: Duration) async -> AssertionIssuerAnswer
  {
    let fetch = DocumentFetch(
      transport: transport, time: time, timeout: timeout, retry: retry, deadline: deadline)
    let document: OpenIDConfiguration
    do {
      document = OpenIDConfiguration(
        try await fetch(issuer.discoveryURL, maximumBytes: AuthorityResolver.maximumDocumentBytes)
          .object)
    } catch {
      return .noDocument(error)
    }
    // Byte by byte, as the service compares (OpenID Connect Discovery 1.0, section 4.3).
    guard let named = document.issuer, named.utf8.elementsEqual(issuer.text.utf8) else {
      return .otherIssuer(document.issuer)
    }
    // Keys may be on another host than the issuer, as Google's are; what names it is still a stranger.
    guard let text = document.jwksURI, let url = try? EndpointURL(text), PublicName.isOne(url.host)
    else { return .noKeySet(document.jwksURI) }
    do {
      let body = try await fetch(url, maximumBytes: AuthorityResolver.maximumKeySetBytes).body
      guard let keys = try? keySets.keySet(json: body) else { return .noKeys(skipped: 0) }
      return keys.usable.isEmpty
        ? .noKeys(skipped: keys.skipped.count) : .confirmed(keys: keys.usable.count)
    } catch {
      return .keysUnanswered(error)
    }
  }
}
