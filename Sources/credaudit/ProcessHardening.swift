import Foundation

/// Keeps what is in this process' memory out of files: no core dump, and no other process of the
/// same user may look inside.
enum ProcessHardening {
  private typealias ProcessControl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
  /// `PR_SET_DUMPABLE` of <linux/prctl.h>.
  private static let setDumpable: Int32 = 4

  static func apply() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // prctl takes a variable number of arguments, which Swift does not import; by its address it is
    // a function of five, as the kernel has it.
    if let address = dlsym(nil, "prctl") {
      _ = unsafeBitCast(address, to: ProcessControl.self)(setDumpable, 0, 0, 0, 0)
    }
    // A reader of our output that went away shows in a write's result, not as a death.
    signal(SIGPIPE, SIG_IGN)
  }
}
