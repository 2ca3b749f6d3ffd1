/// What is left on a file system for this user.
package struct DiskRoom: Sendable, Hashable {
  /// In bytes.
  package let bytes: UInt64
  /// How many more files may be made; nil where the file system does not count them.
  package let files: UInt64?

  package init(bytes: UInt64, files: UInt64?) {
    self.bytes = bytes
    self.files = files
  }

  /// Reports and the log of changes of a large run.
  package static let leastBytes: UInt64 = 50_000_000
  /// The database's files and those that reports are written to before they get their names.
  package static let leastFiles: UInt64 = 100

  /// Whether a run needs more. `held` is how many bytes what is kept there has already: a database
  /// is rewritten beside itself when it is pruned (SQLite, VACUUM: up to twice its size).
  package func isLittle(besides held: UInt64 = 0) -> Bool {
    bytes < need(besides: held) || files.map { $0 < Self.leastFiles } ?? false
  }

  private func need(besides held: UInt64) -> UInt64 {
    let (twice, isTooMuch) = held.multipliedReportingOverflow(by: 2)
    return max(Self.leastBytes, isTooMuch ? .max : twice)
  }

  /// `1.2 GB and 40000 files free`.
  package var text: String {
    Self.words(for: bytes) + (files.map { " and \($0) files" } ?? "") + " free"
  }

  /// What the reader should know where there is little; `place` says what is kept there.
  package func notice(of place: String, besides held: UInt64 = 0) -> RunNotice? {
    guard isLittle(besides: held) else { return nil }
    return RunNotice(
      code: "little-room",
      message:
        "where \(place) is kept there is little room: \(text), and there should be "
        + "\(Self.words(for: need(besides: held))) and \(Self.leastFiles) files; make room there, or "
        + "keep it elsewhere")
  }

  /// A size as people say it, by powers of a thousand.
  static func words(for bytes: UInt64) -> String {
    for (unit, size) in [("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000)] {
      let tenths = bytes / UInt64(size / 10)
      if tenths >= 10 { return "\(tenths / 10).\(tenths % 10) \(unit)" }
    }
    return "\(bytes / 1_000) kB"
  }
}
