import Foundation

/// GUIDs in the spelling of the service: lower case, with hyphens.
package enum GUID {
  package static func random() -> String { UUID().uuidString.lowercased() }

  /// A GUID that a scenario can compute: `number` in its last part, `kind` in its first.
  package static func numbered(_ number: Int, kind: UInt32 = 0) -> String {
    let first = String(kind, radix: 16)
    let last = String(number, radix: 16)
    return String(repeating: "0", count: 8 - first.count) + first + "-0000-4000-8000-"
      + String(repeating: "0", count: max(0, 12 - last.count)) + last
  }

  static func isGUID(_ text: String) -> Bool {
    text.utf8.count == 36 && UUID(uuidString: text) != nil
  }
}
