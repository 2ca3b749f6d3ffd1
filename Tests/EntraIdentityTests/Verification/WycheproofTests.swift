import Foundation
import Testing

@testable import EntraIdentity

/// Project Wycheproof's vectors for JWS and JWK.
@Suite(
  "Wycheproof", .enabled(if: TestVectors.jws != nil, "CREDAUDIT_CORPORA names no test vectors"))
struct WycheproofTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let id: Int
    let comment: String
    let isValid: Bool
    let jws: String
    let keySet: [UInt8]
    var testDescription: String { "\(id) \(comment)" }
  }

  /// Vectors that are marked valid and that we refuse on purpose.
  private static let hmac = "HMAC: an authority's tokens are never signed with a shared key"
  private static let otherAlgorithm = "the key's alg names another algorithm (RFC 7517, 4.4)"
  private static let noSuchAlgorithm = "the key's alg is ES521, which RFC 7518 does not have"
  static let refusedSignatures: [Int: String] = [
    1: hmac, 348: hmac, 352: hmac, 357: hmac, 358: hmac, 359: hmac, 372: hmac, 373: hmac,
    376: hmac, 377: hmac, 346: otherAlgorithm, 350: otherAlgorithm, 347: noSuchAlgorithm,
    351: noSuchAlgorithm,
  ]
  static let refusedKeys: [Int: String] = [2: hmac, 13: hmac, 14: hmac, 15: hmac]

  static let signatures = vectors("json_web_signature_test.json")
  static let keys = vectors("json_web_key_test.json")

  @Test("A signature is valid exactly where the vectors say so", arguments: signatures)
  func signature(vector: Vector) throws {
    #expect(try isAccepted(vector) == (vector.isValid && Self.refusedSignatures[vector.id] == nil))
  }

  @Test("A key is usable exactly where the vectors say so", arguments: keys)
  func key(vector: Vector) throws {
    #expect(try isAccepted(vector) == (vector.isValid && Self.refusedKeys[vector.id] == nil))
  }

  @Test("All vectors were there, and what we refuse on purpose is marked valid")
  func complete() {
    #expect(Self.signatures.count == 401 && Self.keys.count == 26)
    let valid = Set(Self.signatures.filter(\.isValid).map(\.id))
    #expect(valid.isSuperset(of: Self.refusedSignatures.keys))
    #expect(Set(Self.keys.filter(\.isValid).map(\.id)).isSuperset(of: Self.refusedKeys.keys))
  }

  private func isAccepted(_ vector: Vector) throws -> Bool {
    let keys = try KeySet(json: vector.keySet)
    guard let jws = try? CompactJWS(vector.jws) else { return false }
    if case .valid = TokenVerifier(keys: keys).verdict(on: jws) { return true }
    return false
  }

  private static func vectors(_ name: String) -> [Vector] {
    guard let file = TestVectors.jws?.appending(path: name), let data = try? Data(contentsOf: file),
      let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let groups = document["testGroups"] as? [[String: Any]]
    else { return [] }
    return groups.flatMap { group -> [Vector] in
      guard let key = (group["public"] ?? group["private"]) as? [String: Any],
        let tests = group["tests"] as? [[String: Any]]
      else { return [] }
      let set = key["keys"] == nil ? ["keys": [key]] : key
      guard let keySet = try? JSONSerialization.data(withJSONObject: set) else { return [] }
      return tests.compactMap { test in
        guard let id = test["tcId"] as? Int, let comment = test["comment"] as? String else {
          return nil
        }
        // A JWS in JSON form is not a string: for us it is no token at all.
        return Vector(
          id: id, comment: comment, isValid: test["result"] as? String == "valid",
          jws: test["jws"] as? String ?? "", keySet: Array(keySet))
      }
    }
  }
}
