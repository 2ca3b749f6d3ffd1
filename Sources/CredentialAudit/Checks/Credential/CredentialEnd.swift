package import Foundation

/// When a credential ends and who says so; of several the earliest holds.
package struct CredentialEnd: Sendable, Hashable {
  /// Who says so.
  package enum Source: String, Sendable, Hashable {
    case inventory
    case certificate
  }

  package let date: Date
  package let source: Source
  /// The later date, where both say one.
  package let other: Date?

  package init?(inventory: Date?, certificate: Date?) {
    switch (inventory, certificate) {
    case (nil, nil): return nil
    case (let written?, nil): self.init(written, .inventory, nil)
    case (nil, let read?): self.init(read, .certificate, nil)
    case (let written?, let read?) where written < read: self.init(written, .inventory, read)
    case (let written?, let read?): self.init(read, .certificate, written)
    }
  }

  private init(_ date: Date, _ source: Source, _ other: Date?) {
    self.date = date
    self.source = source
    self.other = other
  }

  /// Whole days that are left, rounded down: minus one on the day after the end.
  package func daysLeft(from now: Date) -> Int { date.daysLeft(from: now) }

  /// Whether nothing but the inventory says that it has ended.
  func isOnlyInventory(now: Date) -> Bool {
    guard source == .inventory else { return false }
    return other.map { $0 > now } ?? true
  }
}

extension Days {
  /// The span in seconds.
  var seconds: TimeInterval { Double(count) * 86400 }
}
