import CredentialAudit
import Foundation

extension FuzzTarget {
  /// The bytes that a line's end has, in UTF-8 or UTF-16: LF, CR, and YAML 1.1's NEL, LS and PS.
  private static let breaks: Set<UInt8> = [0x0A, 0x0D, 0x85, 0xA8, 0xA9, 0x28, 0x29]

  /// An inventory is read whole, or every problem has a place in it.
  static let inventory = FuzzTarget { bytes in
    let loader = InventoryLoader(now: Date(timeIntervalSince1970: 1_795_000_000))
    do throws(InventoryProblems) {
      let inventory = try loader.load(bytes: bytes, path: "/nowhere/inventory.yaml")
      precondition(inventory.sha256.utf8.count == 64)
      let plan = AuditPlan(inventory)
      precondition(plan.credentialCount == plan.credentials.count)
    } catch {
      precondition(!error.problems.isEmpty)
      let lines = bytes.count(where: breaks.contains) + 2
      for problem in error.problems where problem.location.file == "/nowhere/inventory.yaml" {
        precondition(problem.location.line >= 1 && problem.location.column >= 1)
        precondition(problem.location.line <= lines, "a problem is placed behind the end")
      }
    }
  }
}
