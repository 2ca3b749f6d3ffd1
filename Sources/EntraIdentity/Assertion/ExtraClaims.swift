/// Further claims for the assertions that an application signs, such as `client_ip` or what a
/// service was agreed to be told.
public struct ExtraClaims: Hashable, Sendable {
  let members: [String: JSONValue]

  /// Reads claims.
  /// - Parameter json: A JSON object. Its members stand in the assertion as they are, and in the
  ///   place of what would stand there otherwise: `aud` too can be replaced. Nil comes back for
  ///   anything that is not an object.
  public init?(_ json: String) {
    guard let members = try? JSONValue.parse(Array(json.utf8), maximumDepth: 16).object else {
      return nil
    }
    self.members = members
  }
}
