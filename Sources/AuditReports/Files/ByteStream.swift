/// Gathers text into chunks, so that neither a system call per word nor a whole report in memory
/// is needed.
final class ByteStream {
  private static let chunk = 64 * 1024
  private var buffer: [UInt8] = []
  private let sink: ByteSink

  init(to sink: @escaping ByteSink) {
    self.sink = sink
    buffer.reserveCapacity(Self.chunk + 4_096)
  }

  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.chunk { try flush() }
  }

  /// Writes what the body appends. A line of many small pieces costs one look at the buffer by this,
  /// and one for each piece otherwise.
  func write(_ append: (inout [UInt8]) -> Void) throws {
    append(&buffer)
    if buffer.count >= Self.chunk { try flush() }
  }

  /// Hands on what is left; to be called at the end.
  func flush() throws {
    guard !buffer.isEmpty else { return }
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
