import CredentialAudit
import EntraIdentity

/// What was found in sentences: how much ends, where it piles up and what is not known.
struct ExpiryStatement {
  /// The biggest piles; who plans needs no longer list.
  private static let piles = 3
  private static let owners = 4
  private let outlook: ExpiryOutlook
  private let span: Days

  init(_ outlook: ExpiryOutlook, within span: Days) {
    self.outlook = outlook
    self.span = span
  }

  /// Lines for standard error.
  var text: String {
    let ended = outlook.ends.count(where: \.hasEnded)
    let coming = outlook.ends.count - ended
    var lines = [
      "\(coming.of("credential")) \(coming == 1 ? "ends" : "end") within \(span.count.of("day")), "
        + "\(ended.of("has", "have")) ended"
    ]
    let biggest = outlook.piles.sorted { $0.count > $1.count }.prefix(Self.piles)
    lines += outlook.piles.filter(biggest.contains).map(Self.sentence)
    if outlook.endless > 0 {
      lines.append(
        "of \(outlook.endless.of("secret or certificate", "secrets and certificates")) no end is known"
      )
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func sentence(_ pile: RenewalPile) -> String {
    let usual = pile.usual == 0 ? "most weeks have none" : "\(pile.usual) are usual"
    let named = pile.shares.prefix(owners).map {
      "\($0.owner?.cleaned(maximum: 100) ?? "nobody") \($0.count)"
    }
    let rest = pile.shares.dropFirst(owners).reduce(0) { $0 + $1.count }
    let others = rest > 0 ? ", others \(rest)" : ""
    return "renewals pile up in week \(pile.week.text), from \(pile.week.start.utcDay): "
      + "\(pile.count) end where \(usual) (\(named.joined(separator: ", "))\(others))"
  }
}
