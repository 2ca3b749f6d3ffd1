package import Foundation

/// When a credential ends and who says so; of several the earliest holds that was not disproved.
package struct CredentialEnd: Sendable, Hashable {
  /// Who says so.
  package enum Source: String, Sendable, Hashable {
    case inventory
    case certificate
    case directory
  }

  package let date: Date
  package let source: Source
  /// The other date, where two say one.
  package let other: Date?

  /// - Parameters:
  ///   - inventory: What somebody wrote.
  ///   - certificate: What the certificate says.
  ///   - directory: What the directory says; not looked at where there is a certificate, of which its
  ///     entry is a copy and sometimes another second.
  ///   - taken: When the service took the credential: what somebody wrote was wrong where it was over
  ///     by then and nobody else says that it is. Nil where that is not known.
  package init?(
    inventory: Date?, certificate: Date?, directory: Date? = nil, taken: Date? = nil
  ) {
    let told: (Date, Source)? =
      certificate.map { ($0, .certificate) } ?? directory.map { ($0, .directory) }
    switch (inventory, told) {
    case (nil, nil): return nil
    case (let written?, nil): self.init(written, .inventory, nil)
    case (nil, let (date, source)?): self.init(date, source, nil)
    case (let written?, let (date, _)?)
    where written < date && !(taken.map { written <= $0 && $0 < date } ?? false):
      self.init(written, .inventory, date)
    case (let written?, let (date, source)?): self.init(date, source, written)
    }
  }

  private init(_ date: Date, _ source: Source, _ other: Date?) {
    self.date = date
    self.source = source
    self.other = other
  }

  /// Whole days that are left, rounded down: minus one on the day after the end.
  package func daysLeft(from now: Date) -> Int { date.daysLeft(from: now) }
}

extension Days {
  /// The span in seconds.
  var seconds: TimeInterval { Double(count) * 86400 }
}
