import Foundation

/// The value of the `claims` parameter (OpenID Connect Core 1.0, section 5.5): a JSON object that
/// asks for claims, or hands on what a resource challenged a caller with.
public struct ClaimsRequest: Hashable, Sendable, CustomStringConvertible {
  /// The JSON text, as it was given or as merging wrote it.
  public let text: String
  let members: [String: JSONValue]

  /// No honest challenge is nearly as long.
  private static let maximumSize = 16 << 10

  /// Reads a request.
  /// - Parameter text: A JSON object; nil comes back for anything else, for one of more than 16 KiB
  ///   and for one that is nested more than 16 levels deep.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.maximumSize,
      let members = try? JSONValue.parse(Array(text.utf8), maximumDepth: 16).object
    else { return nil }
    self.text = text
    self.members = members
  }

  /// Reads a claims challenge as a resource's `WWW-Authenticate` header has it: the JSON object in
  /// Base64 or base64url, with padding or without.
  /// - Parameter challenge: The value of the header's `claims` directive, without its quotes.
  public init?(challenge: String) {
    var base64 = challenge.replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: base64),
      let text = String(validating: data, as: UTF8.self)
    else { return nil }
    self.init(text)
  }

  private init(members: [String: JSONValue]) {
    self.members = members
    text = JSONValue.object(members).text
  }

  /// What a client is capable of, as a request for the claim `xms_cc` in the access token; `CP1`
  /// says that claims challenges are understood.
  /// - Parameter capabilities: The words; nil comes back where there are none.
  public init?(capabilities: [String]) {
    guard !capabilities.isEmpty else { return nil }
    let values = JSONValue.object(["values": .array(capabilities.map(JSONValue.string))])
    self.init(members: ["access_token": .object(["xms_cc": values])])
  }

  /// This request with another one on top: objects are merged member by member, of everything else
  /// the other's value counts.
  /// - Parameter other: What comes on top.
  /// - Returns: The merged request.
  public func merging(_ other: ClaimsRequest) -> ClaimsRequest {
    ClaimsRequest(members: Self.merge(members, other.members))
  }

  /// The JSON text.
  public var description: String { text }

  private static func merge(
    _ members: [String: JSONValue], _ others: [String: JSONValue]
  ) -> [String: JSONValue] {
    members.merging(others) { mine, theirs in
      guard let mine = mine.object, let theirs = theirs.object else { return theirs }
      return .object(merge(mine, theirs))
    }
  }
}
