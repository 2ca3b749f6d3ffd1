import CredentialAudit
import Foundation

extension FuzzTarget {
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
      let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 2
      for problem in error.problems where problem.location.file == "/nowhere/inventory.yaml" {
        precondition(problem.location.line >= 1 && problem.location.column >= 1)
        // YAML 1.1 has three more line breaks, of two and three bytes.
        precondition(problem.location.line <= lines + bytes.count / 2)
      }
    }
  }
}
