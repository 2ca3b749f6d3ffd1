import CredentialAudit
import EntraIdentity
import Foundation

@testable import credaudit

/// The machine of a scenario: in order, unless a scenario says otherwise. Nothing of the machine that
/// the tests run on shows in a report.
struct Auditor: Sendable {
  /// By how many seconds its clock is ahead of the services'; negative where it is behind.
  var clockIsAhead: TimeInterval = 0
  var room: DiskRoom? = DiskRoom(bytes: 20_000_000_000, files: 1_000_000)
  /// How many files it allows a process to have open, whatever that wants.
  var openFiles = 1_024
  var resolver = NameLookup.Outcome.found

  /// The simulator's authority stands for the public ones that a machine trusts by itself.
  func machine(trusting path: String) -> LocalMachine {
    LocalMachine(
      system: { "Test GNU/Linux" }, processors: { 2 }, roots: MachineRoots(files: [path]),
      room: { _ in room }, allowOpenFiles: { _ in openFiles }, resolve: { _, _ in resolver })
  }
}
