/// What the catalogue knows of one code: its class, its cause and what to do.
public struct RefusalMeaning: Hashable, Sendable {
  /// The code's number.
  public let code: Int
  /// Microsoft's name for it, where there is one.
  public let name: String?
  /// What kind of thing is wrong.
  public let category: RefusalCategory
  /// What happened, in one or two sentences.
  public let cause: String
  /// What to do, in one or two sentences.
  public let fix: String
  /// Whether the service may answer otherwise without anybody changing anything.
  public let isRetryable: Bool
  /// Whether a request by client credentials can be refused with it.
  public let appliesToClientCredentials: Bool
  /// Whether a credential made seconds ago is refused in this way until it has spread.
  public let maySpread: Bool

  /// Makes an entry.
  /// - Parameters:
  ///   - code: The code's number.
  ///   - name: Microsoft's name for it.
  ///   - category: What kind of thing is wrong.
  ///   - cause: What happened.
  ///   - fix: What to do.
  ///   - isRetryable: Whether the same question may be answered otherwise later.
  ///   - appliesToClientCredentials: Whether client credentials can be refused with it.
  ///   - maySpread: Whether a new credential is refused in this way for some seconds.
  public init(
    code: Int, name: String?, category: RefusalCategory, cause: String, fix: String,
    isRetryable: Bool, appliesToClientCredentials: Bool, maySpread: Bool
  ) {
    self.code = code
    self.name = name
    self.category = category
    self.cause = cause
    self.fix = fix
    self.isRetryable = isRetryable
    self.appliesToClientCredentials = appliesToClientCredentials
    self.maySpread = maySpread
  }
}
