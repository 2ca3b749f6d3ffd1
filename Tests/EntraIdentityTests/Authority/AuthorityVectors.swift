import EntraIdentity
import Foundation
import Testing

/// What MSAL for Python 1.35.1 answers to authorities and issuers, recorded by running it, and
/// beside it, in `our-answers.json`, each place where this library answers otherwise, with the
/// reason.
struct AuthorityVector: Decodable, Sendable, CustomTestStringConvertible {
  struct Input: Decodable, Sendable {
    struct Stub: Decodable, Sendable {
      let issuer: String?
      let oidc_patch: [String: String?]?
      let oidc_status: Int?
      let oidc_text: String?
    }
    let authority: String?
    let oidc_authority: String?
    let issuer: String?
    let stub: Stub?

    private enum Key: String, CodingKey { case authority, oidc_authority, issuer, stub }
    private struct Built: Decodable { let builder: [String] }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      oidc_authority = try fields.decodeIfPresent(String.self, forKey: .oidc_authority)
      issuer = try fields.decodeIfPresent(String.self, forKey: .issuer)
      stub = try fields.decodeIfPresent(Stub.self, forKey: .stub)
      if let built = try? fields.decode(Built.self, forKey: .authority) {
        authority = "https://" + built.builder.joined(separator: "/")
      } else {
        authority = try fields.decodeIfPresent(String.self, forKey: .authority)
      }
    }

    /// The text that our reader gets, and the kind that goes with it.
    var text: String { oidc_authority ?? authority ?? "" }
    var declared: AuthorityKind? { oidc_authority == nil ? nil : .oidc }
  }
  struct Expectation: Decodable, Sendable {
    let result: String?
    let type: String?
    let host: String?
    let tenant_in_url: String?
    let discovery_url: String?
    let match: Bool?
  }
  let id: String
  let kind: String
  let input: Input
  let expect: Expectation

  var testDescription: String { id }
}

/// Where this library answers otherwise than the vector says.
struct OurAnswer: Decodable, Sendable {
  /// The code of the refusal, or nil where we accept.
  let code: String?
  let type: String?
  let discovery_url: String?
  let match: Bool?
  let reason: String
}

enum AuthorityVectors {
  private struct File<Vector: Decodable>: Decodable { let vectors: [Vector] }
  private struct Kind: Decodable { let kind: String }
  /// A vector of one kind; nil for those of another, which have other fields.
  private struct One<Vector: Decodable>: Decodable {
    let kind: String
    let vector: Vector?

    init(from decoder: any Decoder) throws {
      kind = try Kind(from: decoder).kind
      vector = try? Vector(from: decoder)
    }
  }

  /// Empty where the files cannot be read, which the tests' counts would tell.
  static let authorities: [AuthorityVector] = (try? all("authority")) ?? []
  static let issuers: [AuthorityVector] = (try? all("issuer")) ?? []
  static let regions: [RegionVector] = (try? all("region")) ?? []
  static let ourAnswers = (try? answers()) ?? [:]

  private static func all<Vector: Decodable>(_ kind: String) throws -> [Vector] {
    try JSONDecoder().decode(File<One<Vector>>.self, from: data("authority-vectors")).vectors
      .filter { $0.kind == kind }.compactMap(\.vector)
  }

  private static func answers() throws -> [String: OurAnswer] {
    try JSONDecoder().decode([String: OurAnswer].self, from: data("our-answers"))
  }

  private static func data(_ name: String) throws -> Data {
    struct Missing: Error {}
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Vectors")
    else { throw Missing() }
    return try Data(contentsOf: url)
  }
}
