/// How much of a directory is read, how long it may take and how hard it is asked.
package struct DirectoryLimits: Sendable, Hashable {
  /// The whole reading of one tenant; the run's deadline comes first where it is earlier.
  package var time: Duration = .seconds(900)
  /// Pages of one collection. With 999 entries to a page the largest directories have a few hundred.
  package var pages = 2_000
  /// The longest page, in bytes. One of 999 applications with a certificate each takes three million.
  package var pageBytes = 32 << 20
  /// Requests a minute that ask for certificates and keys. Graph allows a tenant 150, and others ask
  /// it too.
  package var keyRequestsPerMinute = 120

  package init() {}
}
