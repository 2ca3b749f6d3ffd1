import CredentialAudit
import EntraIdentity
import Foundation

/// What a run takes from the machine that it is on, beside its variables and its clock.
struct LocalMachine: Sendable {
  /// What the system calls itself. Files are read for it and for the number of processors, which most
  /// commands have no use for.
  var system: @Sendable () -> String = { ProcessInfo.processInfo.operatingSystemVersionString }
  var processors: @Sendable () -> Int = { ProcessInfo.processInfo.activeProcessorCount }
  /// What the machine trusts by itself.
  var roots = MachineRoots.system
  /// What is left on the file system of a folder; nil where the system does not tell.
  var room: @Sendable (String) -> DiskRoom? = DiskRoom.init(of:)
  /// Lets the process open so many files, if it may, and returns how many it may open now.
  var allowOpenFiles: @Sendable (Int) -> Int = OpenFiles.allow
  /// Asks the resolver for a host, and waits so long.
  var resolve: @Sendable (String, Duration) async -> NameLookup.Outcome = NameLookup.resolve
}

extension DiskRoom {
  /// What is left for this user where a folder is.
  fileprivate init?(of folder: String) {
    let path = folder.isEmpty ? "." : folder
    guard let facts = try? FileManager.default.attributesOfFileSystem(forPath: path),
      let bytes = (facts[.systemFreeSize] as? NSNumber)?.uint64Value
    else { return nil }
    // Some file systems make room for files as they come, and count none.
    let countsFiles = ((facts[.systemNodes] as? NSNumber)?.uint64Value ?? 0) > 0
    self.init(
      bytes: bytes, files: countsFiles ? (facts[.systemFreeNodes] as? NSNumber)?.uint64Value : nil)
  }
}
