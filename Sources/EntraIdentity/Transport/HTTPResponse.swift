/// One HTTP response, whole.
///
/// The body may hold a token: the type prints its status and size only.
public struct HTTPResponse: Sendable, CustomStringConvertible, CustomReflectable {
  /// The status code.
  public let status: Int
  /// Name and value pairs, in the order of arrival, names as sent.
  public let headers: [(name: String, value: String)]
  /// The body.
  public let body: [UInt8]

  /// Makes a response.
  /// - Parameters:
  ///   - status: The status code.
  ///   - headers: Name and value pairs.
  ///   - body: The body.
  public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first value of a header.
  /// - Parameter name: The header's name; letter case does not matter.
  /// - Returns: The value, or nil where the header is missing.
  public func header(_ name: String) -> String? {
    // The bit tells a letter's case; digits and hyphens, which names of headers may have too, have it set.
    headers.first { $0.name.utf8.elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 } }?.value
  }

  /// Status and size, never the body.
  public var description: String { "HTTP \(status), \(body.count) bytes" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
