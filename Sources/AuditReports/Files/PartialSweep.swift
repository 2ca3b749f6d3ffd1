import Foundation

/// Takes away what a killed process left half written, so that a machine on which that happens every
/// night does not fill up with it.
struct PartialSweep {
  let folder: String
  /// What the files are called that are written there. Whatever else lies in the folder is not ours.
  let names: Set<String>

  /// Nothing that goes wrong here is in anybody's way: what stays is swept the next time.
  func sweep() {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in found where PartialFile.isPartial(name, ofAny: names) {
      remove("\(folder)/\(name)")
    }
  }

  /// Removes a file that is this user's and that nobody is writing.
  private func remove(_ path: String) {
    // O_NONBLOCK: a pipe of that name would be waited for. For writing, because NFS locks no other.
    let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var (opened, named) = (stat(), stat())
    guard fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG,
      opened.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    // Locked is the file and not its name, which may have become another's since it was opened.
    guard lstat(path, &named) == 0, named.st_dev == opened.st_dev, named.st_ino == opened.st_ino
    else { return }
    unlink(path)
  }
}
