/// The built-in catalogue of AADSTS codes: what each means and what to do.
public enum AADSTSCatalog {
  /// What is known of a code. Codes are whole numbers: 70021 and 700211 are two things.
  /// - Parameter code: The number behind `AADSTS`.
  /// - Returns: The entry, or nil for a code that the catalogue lacks.
  public static func meaning(of code: Int) -> RefusalMeaning? { entries[code] }

  /// All entries, by code.
  public static var all: [RefusalMeaning] { entries.values.sorted { $0.code < $1.code } }

  /// The entries of one class, by code.
  /// - Parameter category: The class.
  /// - Returns: Its entries.
  public static func meanings(in category: RefusalCategory) -> [RefusalMeaning] {
    all.filter { $0.category == category }
  }

  /// Parsed once, when the first refusal is read: a run without one pays nothing.
  private static let entries: [Int: RefusalMeaning] = {
    var entries: [Int: RefusalMeaning] = [:]
    for line in AADSTSTable.lines.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard fields.count == 6, let code = Int(fields[0]),
        let category = RefusalCategory(rawValue: fields[2])
      else { continue }
      entries[code] = RefusalMeaning(
        code: code, name: fields[1].isEmpty ? nil : fields[1], category: category,
        cause: fields[4], fix: fields[5], isRetryable: fields[3].contains("r"),
        appliesToClientCredentials: fields[3].contains("c"), maySpread: fields[3].contains("s"))
    }
    return entries
  }()
}
