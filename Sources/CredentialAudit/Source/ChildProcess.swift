import Foundation
import Synchronization

/// A program that runs in a process group of its own, with its output on a pipe and nothing else
/// of ours: no other descriptor, no signal setting, no terminal.
struct ChildProcess: ~Copyable {
  let id: pid_t
  /// The reading end of its standard output; reading it never waits.
  let output: Int32

  /// Why the system did not start a program: an `errno`.
  struct StartFailure: Error {
    let error: Int32
  }

  /// Between making a pipe and marking it as ours alone, no other program of ours may start.
  private static let starting = Mutex(())

  static func start(
    _ words: [String], environment: [String]
  ) throws(StartFailure) -> ChildProcess {
    let started = starting.withLock { _ in spawn(words, environment) }
    guard started.error == 0 else { throw StartFailure(error: started.error) }
    return ChildProcess(id: started.id, output: started.output)
  }

  private static func spawn(
    _ words: [String], _ environment: [String]
  ) -> (id: pid_t, output: Int32, error: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (0, -1, errno) }
    defer { close(ends[1]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Only our end: the child's own must wait as every program expects.
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)

    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, ends[1], 1)
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    // What a program says on its standard error may hold the secret.
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    // In the child itself, where nothing is opened any more: what is listed here may be out of date
    // by the time it is closed there.
    _ = Self.closeFrom?(&files, 3)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var id: pid_t = 0
    let error = withCStrings(words) { arguments in
      withCStrings(environment) { variables in
        posix_spawn(&id, words[0], &files, &attributes, arguments, variables)
      }
    }
    if error != 0 { close(ends[0]) }
    return (id, ends[0], error)
  }

  private typealias CloseFrom =
    @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

  /// `posix_spawn_file_actions_addclosefrom_np` of glibc 2.34, which is not imported. Without it,
  /// what is not marked as this program's own stays open in the child.
  private static let closeFrom = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
    unsafeBitCast($0, to: CloseFrom.self)
  }

  private init(id: pid_t, output: Int32) {
    self.id = id
    self.output = output
  }

  /// Sends a signal to the whole group. Its number cannot have been given to others: the leader
  /// is not waited for before ``reap()``.
  borrowing func signal(_ number: Int32) {
    kill(-id, number)
  }

  /// Whether the program has ended; it stays a zombie, so that its number stays taken.
  borrowing func hasEnded() -> Bool {
    var info = siginfo_t()
    let result = waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT | WNOHANG)
    return result != 0 && errno != EINTR || result == 0 && info.si_signo == SIGCHLD
  }

  /// Ends what is left of the group, waits for the program, and gives its wait status.
  consuming func reap() -> Int32 {
    kill(-id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    close(output)
    return status
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
