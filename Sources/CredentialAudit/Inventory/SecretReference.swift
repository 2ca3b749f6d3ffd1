/// Where a secret is to be read from.
package enum SecretReference: Sendable, Hashable {
  /// An environment variable's name.
  case env(String)
  /// A path, already resolved against the file that names it.
  case file(String)
  /// A program and its arguments; the first is an absolute path.
  case command([String])

  /// What may be said of it: the variable's name, the path, the command's first word.
  package var printable: String {
    switch self {
    case .env(let name): "env \(name)"
    case .file(let path): "file \(path)"
    case .command(let words): "command \(words.first ?? "")"
    }
  }
}
