import EntraIdentity

/// An inventory file with a draft put into it. Every byte that was there stays, in its order; what is
/// new stands on lines of its own.
package struct InventoryUpdate: Sendable {
  /// In the file's order.
  package let insertions: [InventoryInsertion]
  /// The whole file as it is to be.
  package let bytes: [UInt8]

  /// Puts a draft into a file.
  /// - Parameters:
  ///   - draft: What is new.
  ///   - old: The file's bytes.
  ///   - path: What it is called in messages.
  /// - Throws: Where something cannot be added without touching a line that is there.
  package init(_ draft: InventoryDraft, to old: [UInt8], at path: String) throws(UpdateProblem) {
    let places = try InventoryPlaces(of: draft.tenant, in: old, at: path)
    var insertions: [InventoryInsertion] = []
    for addition in draft.additions {
      insertions.append(try places.insertion(of: addition))
    }
    if !draft.applications.isEmpty {
      insertions.append(try places.insertion(of: draft.applications))
    }
    let ordered = Self.ordered(insertions)
    var bytes: [UInt8] = []
    var copied = 0
    for insertion in ordered {
      bytes += old[copied..<insertion.offset]
      copied = insertion.offset
      bytes += insertion.bytes
    }
    bytes += old[copied...]
    guard UpdateProof.says(bytes, asMuchAs: old, andMore: draft) else {
      throw UpdateProblem(
        "\(PrintableText.quoted(path, limit: 200)) would mean something else with what is new in it",
        hint: "print the draft without --update, and put its lines in by hand")
    }
    self.insertions = ordered
    self.bytes = bytes
  }

  /// In the file's order. Of two at the same place, which become one, the credentials come first: they
  /// are deeper.
  private static func ordered(_ insertions: [InventoryInsertion]) -> [InventoryInsertion] {
    let sorted = insertions.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var joined: [InventoryInsertion] = []
    for (_, insertion) in sorted {
      if let last = joined.last, last.offset == insertion.offset {
        joined[joined.count - 1] = last.followed(by: insertion)
      } else {
        joined.append(insertion)
      }
    }
    return joined
  }

  /// Sees whether applications can be added to a tenant at all, without adding any.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - tenant: Which of its tenants.
  ///   - path: What the file is called in messages.
  /// - Throws: Where nothing can be added without touching a line that is there.
  package static func check(
    _ bytes: [UInt8], of tenant: InventoryTenant, at path: String
  ) throws(UpdateProblem) {
    _ = try InventoryPlaces(of: tenant, in: bytes, at: path).insertion(of: [])
  }
}
