public import Foundation

/// A token that a client may use now, and where it is from. It prints no token.
public struct AcquiredToken: Sendable {
  /// Where a token is from.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// It was asked for by this call, or by one that ran at the same time.
    case network
    /// It was asked for by an earlier call, or by another process that shares the store.
    case cache
    /// It was fetched in the background, before the one before it ended.
    case proactiveRefresh = "proactive-refresh"
  }

  /// What the caller should hear beside the token.
  public enum Warning: Hashable, Sendable {
    /// The client proves itself with one fixed assertion, which ends at the date that it names;
    /// nil where it names none. Use an ``AssertionProvider`` in what runs for longer.
    case staticAssertion(expires: Date?)
  }

  private let record: TokenRecord
  /// Where it is from.
  public let source: Source
  /// What the caller should hear beside it.
  public internal(set) var warnings: [Warning] = []

  /// The access token.
  public var accessToken: Secret { record.secret }
  /// `token_type`, which is `Bearer` in some letter case.
  public var tokenType: String { record.tokenType }
  /// The scopes that were granted; those that were asked for where the service did not say.
  public var scopes: [String] { record.scopes }
  /// When it ends.
  public var expiresAt: Date { record.expiresOn }
  /// When the service wants the next one to be fetched, where it said so.
  public var refreshAt: Date? { record.refreshOn }
  /// When it came.
  public var obtainedAt: Date { record.cachedAt }
  /// The `client-request-id` of the request that fetched it; nil for one from another process.
  public var correlationID: String? { record.correlationID }

  init(_ record: TokenRecord, source: Source) {
    self.record = record
    self.source = source
  }
}
