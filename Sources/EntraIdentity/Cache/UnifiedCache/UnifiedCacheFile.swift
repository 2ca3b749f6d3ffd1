/// A file of tokens that several processes share, ours and those that use Microsoft's libraries: the
/// JSON that MSAL Python's `SerializableTokenCache` reads and writes.
///
/// Of the file, only applications' own access tokens are read, and only they are written or removed;
/// users' tokens, accounts, sections and fields that others know are kept as they are written. An
/// absent or an empty file is an empty cache. What is not such a cache is an error, and is not
/// overwritten.
///
/// The file holds bearer tokens in plain text. It is made for its user alone (mode 0600), and one
/// that others may read is taken from them when it is next written. Put it into a folder in which
/// nobody else may write. A symbolic link in the file's place is refused, and so is a file of another
/// user than the process's own or root.
///
/// It is replaced whole, by a file beside it (`PATH.new`) that is flushed to the disk and renamed: a
/// kill or a full disk leaves the older one. Whoever writes holds a lock on `PATH.lock`, and reads
/// what the others wrote before, so that processes lose nothing to each other. MSAL takes no lock by
/// itself: a program that saves with it should hold `flock` on that file too. Processes that only
/// read need none.
///
/// Tokens of Entra, External ID and AD FS are shared with MSAL; those of other authorities are
/// written in a way that only this library reads, because MSAL does not tell their tenants, policies
/// or issuers apart. An `fmi_path` or client claims need MSAL 1.38 on the other side: earlier ones
/// hash them otherwise, and before 1.36 took such a token for a plain one.
public final class UnifiedCacheFile: TokenCacheStore, CustomStringConvertible, CustomReflectable {
  /// The file, as it was named.
  public let path: String
  private let access: UnifiedCacheAccess

  /// Names a file. Nothing is read or made yet.
  /// - Parameters:
  ///   - path: The file; its folder has to be there when the first token is saved.
  ///   - lockTimeout: The longest that is waited for another process that writes.
  ///   - time: The clock.
  public init(
    path: String, lockTimeout: Duration = .seconds(10), time: any TimeSource = SystemTime()
  ) {
    self.path = path
    access = UnifiedCacheAccess(path: path, lockTimeout: lockTimeout, time: time)
  }

  /// Reads the tokens of one partition: those under every host of its cloud, and those that have
  /// ended too. The file is parsed once for each of its states.
  /// - Parameter partition: Whose tokens.
  /// - Returns: The tokens; none where there is no file.
  /// - Throws: ``UnifiedCacheProblem``.
  public func load(
    _ partition: TokenPartition
  ) async throws(UnifiedCacheProblem) -> [TokenRecord] {
    try await access.records(of: partition)
  }

  /// Writes one token, in the place of one with the same key. Tokens of the same application that
  /// ended before this one came are removed, as MSAL does.
  /// - Parameters:
  ///   - record: The token.
  ///   - partition: Whose it is.
  /// - Throws: ``UnifiedCacheProblem``; the file is then as it was.
  public func save(
    _ record: TokenRecord, in partition: TokenPartition
  ) async throws(UnifiedCacheProblem) {
    try await access.apply(.save(record, partition))
  }

  /// Removes an application's own tokens, those for further request parameters included.
  /// - Parameters:
  ///   - environment: The host that stands for the cloud; tokens under all of its hosts are removed.
  ///   - clientID: The application.
  ///   - realm: The tenant, or nil for all of them.
  /// - Throws: ``UnifiedCacheProblem``; the file is then as it was.
  public func remove(
    environment: String, clientID: String, realm: String?
  ) async throws(UnifiedCacheProblem) {
    try await access.apply(.remove(environment: environment, clientID: clientID, realm: realm))
  }

  /// The path, and nothing of what is in the file.
  public var description: String { "UnifiedCacheFile(\(path.cleaned(maximum: 300)))" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
