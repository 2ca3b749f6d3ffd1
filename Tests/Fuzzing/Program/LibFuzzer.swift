#if FUZZING
  import Foundation
  import Synchronization

  /// libFuzzer's driver, which comes with the toolchain. Its own `main` is linked too and not used:
  /// SwiftPM names ours as the program's.
  enum LibFuzzer {
    /// The driver calls back without a context.
    fileprivate static let target = Mutex<FuzzTarget?>(nil)

    static func drive(_ target: FuzzTarget, _ arguments: [String]) -> Never {
      self.target.withLock { $0 = target }
      var count = Int32(arguments.count)
      var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(
        capacity: arguments.count + 1)
      for (place, argument) in arguments.enumerated() { values?[place] = strdup(argument) }
      values?[arguments.count] = nil
      exit(run(&count, &values, runOne))
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private static func run(
      _ count: UnsafeMutablePointer<Int32>,
      _ values: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
      _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32
  }

  /// One input, by the name that libFuzzer's `main` links against.
  @_cdecl("LLVMFuzzerTestOneInput")
  func runOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    LibFuzzer.target.withLock(\.self)?.run(input)
    return 0
  }
#endif
