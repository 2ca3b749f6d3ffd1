import Glibc

/// How the process asks for memory.
enum ProcessMemory {
  private typealias Option = @convention(c) (Int32, Int32) -> Int32
  /// `M_ARENA_MAX` of <malloc.h>.
  private static let mostArenas: Int32 = -8

  /// Lets the C library keep two heaps and no more. It would begin one for each thread, up to eight
  /// for each core; what is given back in one is of no use to the others, and a run over a hundred
  /// thousand credentials held a quarter more for it.
  static func keepTogether() {
    // <malloc.h> is not among what Swift imports of the C library; where the function is missing,
    // it is another library, with heaps of its own kind.
    guard let address = dlsym(nil, "mallopt") else { return }
    _ = unsafeBitCast(address, to: Option.self)(mostArenas, 2)
  }
}
