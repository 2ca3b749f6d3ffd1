/// The outcome of looking at something over the network.
public enum Observed<Value: Sendable>: Sendable {
  /// It was seen.
  case seen(Value)
  /// It was asked for, and this is what came instead.
  case failed(IdentityError)
  /// It was not asked for, because something before it failed or because nobody wanted it.
  case notAsked

  /// What was seen, if it was.
  public var value: Value? {
    if case .seen(let value) = self { value } else { nil }
  }
}
