/// Why a ``UnifiedCacheFile`` cannot be used as it is. It names the file and what to do, and nothing
/// that stands in it.
public struct UnifiedCacheProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a stable word.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The text is not JSON, or ends too early.
    case notJSON = "not-json"
    /// The text is JSON, but not of the form that Microsoft's libraries write.
    case notACache = "not-a-cache"
    /// The file is larger than is read, or would become so.
    case tooLarge = "too-large"
    /// A folder, a pipe or a device.
    case notAFile = "not-a-file"
    /// A symbolic link.
    case symbolicLink = "symbolic-link"
    /// The file belongs to another user, who may have put tokens of their own there.
    case foreignOwner = "foreign-owner"
    /// The system does not let the file be read.
    case unreadable
    /// The system does not let the file or what lies beside it be written.
    case unwritable
    /// Another process held the lock for too long.
    case locked
  }

  /// What is wrong.
  public let code: Code
  /// The file, as it was named.
  public let path: String
  /// The place in the text, the section or what the system said; nil where there is no more to say.
  public let detail: String?

  init(_ code: Code, path: String, detail: String? = nil) {
    self.code = code
    self.path = path
    self.detail = detail
  }

  /// What is wrong, in one line.
  public var summary: String {
    let name = "The token cache '\(path.cleaned(maximum: 300))'"
    return name + " " + meaning + (detail.map { " (\($0))" } ?? "") + "."
  }

  /// What to do.
  public var fix: String {
    switch code {
    case .notJSON, .notACache:
      "Move the file away: it is not overwritten, and an empty one is begun in its place."
    case .tooLarge: "Move the file away, and give each application a file of its own."
    case .notAFile, .symbolicLink: "Name the file itself."
    case .foreignOwner: "Give each user a file of its own."
    case .unreadable: "Let this user read the file, or name another one."
    case .unwritable: "Let this user write in the file's folder, or name a file elsewhere."
    case .locked: "Find the process that holds the lock beside the file, or wait for longer."
    }
  }

  /// What is wrong and what to do.
  public var description: String { "\(summary) \(fix)" }

  private var meaning: String {
    switch code {
    case .notJSON: "is not JSON, or is cut off"
    case .notACache: "is not one that Microsoft's libraries write"
    case .tooLarge: "is larger than 256 MiB"
    case .notAFile: "is not a file"
    case .symbolicLink: "is a symbolic link"
    case .foreignOwner: "belongs to another user"
    case .unreadable: "cannot be read"
    case .unwritable: "cannot be written"
    case .locked: "is locked by another process"
    }
  }
}
