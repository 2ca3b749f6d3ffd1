import Foundation

/// What Azure Arc's agent answers first: `WWW-Authenticate: Basic realm=PATH` (RFC 7617, section 2),
/// where the path is of a file that only those who may have the identity can read.
struct ArcChallenge: Hashable {
  /// The path, as the agent wrote it.
  let path: String

  /// Reads the header's value; nil for another scheme, for other parameters and for none at all.
  init?(_ header: String?) {
    let words = (header ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let scheme = words[0].lowercased().split(separator: " ")
    guard words.count == 2, scheme == ["basic", "realm"] else { return nil }
    let value = words[1].trimmingCharacters(in: .whitespaces)
    // The agent writes the path bare; the grammar has it quoted.
    let isQuoted = value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
    path = isQuoted ? String(value.dropFirst().dropLast()) : value
    guard !path.isEmpty else { return nil }
  }
}
