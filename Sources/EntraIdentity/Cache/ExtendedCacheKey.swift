import Crypto

/// What tells tokens apart that were requested with more than client, tenant and scopes: a hash of
/// the further parameters, as Microsoft's libraries compute it, so that one cache file serves both.
///
/// Each name and value is written with its length in bytes before it, so that no two sets of
/// parameters have one text; the SHA-256 of that is base64url, in lower case.
enum ExtendedCacheKey {
  /// The hash.
  /// - Parameter parameters: The parameters by name; an empty value counts as missing.
  /// - Returns: The hash, or nil where there are no parameters.
  static func hash(of parameters: [String: String]) -> String? {
    let present = parameters.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    guard !present.isEmpty else { return nil }
    let text = present.map { netstring($0.key) + netstring($0.value) }.joined()
    return Base64URL.encode(SHA256.hash(data: Array(text.utf8))).lowercased()
  }

  private static func netstring(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
