extension RetryPolicy {
  /// The guidance for a virtual machine's metadata service: five repeats, two seconds doubled each
  /// time, a minute at the most. It does for the other platforms too, which have none.
  public static let managedIdentity = RetryPolicy(
    maximumAttempts: 6, firstPause: .seconds(2), longestPause: .seconds(60),
    longestRetryAfter: .seconds(300))
}
