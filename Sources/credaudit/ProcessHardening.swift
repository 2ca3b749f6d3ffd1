import Foundation

/// Keeps what is in this process' memory out of files and logs: no core dump, no dump of registers,
/// no other process of the same user may look inside, and what is said goes where it is meant to.
enum ProcessHardening {
  private typealias ProcessControl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
  /// `PR_SET_DUMPABLE` of <linux/prctl.h>.
  private static let setDumpable: Int32 = 4

  static func apply() {
    // Whoever starts us may have closed a standard stream. The next file would get its number, and
    // what is said would go into the history, into a connection or into our own pipe for signals.
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // prctl takes a variable number of arguments, which Swift does not import; by its address it is
    // a function of five, as the kernel has it.
    if let address = dlsym(nil, "prctl") {
      _ = unsafeBitCast(address, to: ProcessControl.self)(setDumpable, 0, 0, 0, 0)
    }
    // Where the toolchain is installed, Swift's runtime answers a crash with a backtrace that prints
    // registers and the memory that they point at, which may be a secret; and as it may not look
    // inside either, it leaves the process hanging with the lock held. A crash is to end us at once.
    for crash in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      signal(crash, SIG_DFL)
    }
    // A reader of our output that went away shows in a write's result, not as a death.
    signal(SIGPIPE, SIG_IGN)
    // So does a limit on the size of files, as a write that failed: what is at it is named, and the run closed.
    signal(SIGXFSZ, SIG_IGN)
  }
}
