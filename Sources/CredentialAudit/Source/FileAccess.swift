/// Who besides this job's user can get at a file, by its permission bits.
struct FileAccess: Hashable {
  /// The permission bits.
  let mode: UInt32
  /// The file's owner.
  let owner: UInt32
  /// The user that this job runs as.
  let user: UInt32

  /// Whether the group's bits are how root lets this very job in: Kubernetes gives a pod's secrets
  /// to root and the pod's group, and systemd puts a service's user on an access list, whose mask
  /// stands where the group's bits are. Without them the job could not read the file at all.
  private var isLentByRoot: Bool { owner == 0 && user != 0 }

  /// Whether others may read it.
  var isReadableByOthers: Bool { mode & (isLentByRoot ? 0o004 : 0o044) != 0 }

  /// Whether others may change it.
  var isWritableByOthers: Bool { mode & 0o022 != 0 }
}
