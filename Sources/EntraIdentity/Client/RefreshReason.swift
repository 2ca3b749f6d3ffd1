/// Why a token is asked for, as the service counts it.
enum RefreshReason: Int, Sendable {
  /// The caller wants another token than the cached one, or hands on a claims challenge.
  case forced = 1
  /// There was none.
  case absent = 2
  /// There was one, and it has ended or is about to.
  case expired = 3
  /// There is one that is good for some time yet.
  case aging = 4
}
