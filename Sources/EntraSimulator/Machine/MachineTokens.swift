import Crypto
import Foundation
import Synchronization

/// The tokens that a machine gives: a day long, and the same one again while it is good.
final class MachineTokens: Sendable {
  private struct Kept {
    let token: String
    let end: Date
  }
  private struct Key: Hashable {
    let identity: String
    let resource: String
  }

  private let keys: SigningKeys
  private let kept = Mutex<[Key: Kept]>([:])
  private static let lifetime = 86_399

  init() throws { keys = try SigningKeys.shared() }

  /// A token and the seconds that are left of it; `refused` is the SHA-256, in hexadecimal digits, of
  /// one that is not to be given again.
  func token(
    for grant: Grant, _ exchange: Exchange, refused: String?
  ) -> (token: String, secondsLeft: Int) {
    let key = Key(identity: grant.application.objectID, resource: grant.audience)
    return kept.withLock { kept in
      if let found = kept[key], found.end > exchange.now, Self.digest(of: found.token) != refused {
        return (found.token, Int(found.end.timeIntervalSince(exchange.now)))
      }
      let token = AccessTokenMint(keys, exchange, lifetime: Self.lifetime).token(for: grant)
      kept[key] = Kept(
        token: token, end: exchange.now.addingTimeInterval(TimeInterval(Self.lifetime)))
      return (token, Self.lifetime)
    }
  }

  private static func digest(of token: String) -> String {
    SHA256.hash(data: Array(token.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
