import EntraIdentity
import Foundation

/// How a step ended, in words that both programs can say.
struct StepOutcome: Encodable {
  private enum Result: String, Encodable { case token, refused, unproven, failed, removed }

  private let result: Result
  private var source: AcquiredToken.Source?
  private var tokenType: String?
  /// Whole seconds.
  private var expiresIn: Int?
  /// The token itself; the simulator's are good nowhere else.
  private var token: String?
  private var error: String?
  private var codes: [Int]?
  private var status: Int?
  private var origin: TokenError.Origin?

  private enum CodingKeys: String, CodingKey {
    case result, source, token, error, codes, status, origin
    case tokenType = "token_type"
    case expiresIn = "expires_in"
  }

  static let removed = StepOutcome(.removed)

  private init(_ result: Result) { self.result = result }

  init(_ token: AcquiredToken) {
    result = .token
    source = token.source
    tokenType = token.tokenType
    expiresIn = Int(token.expiresAt.timeIntervalSinceNow)
    self.token = token.accessToken.withValue(\.self)
  }

  init(_ error: TokenError) {
    switch error.reason {
    case .authority: result = .unproven
    case .request(.refused): result = .refused
    case .request: result = .failed
    }
    self.error = error.oauthError
    codes = error.codes
    status = error.status
    origin = error.origin
  }
}

extension AcquiredToken.Source: Encodable {}
extension TokenError.Origin: Encodable {}
