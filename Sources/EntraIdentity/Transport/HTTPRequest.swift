/// One HTTP request, with the limits that hold for it.
///
/// Its headers may hold a credential, as its body may: the type prints method and URL only.
public struct HTTPRequest: Sendable, CustomStringConvertible, CustomReflectable {
  /// The two methods that the flows need.
  public enum Method: String, Sendable {
    /// Reads a document.
    case get = "GET"
    /// Sends a form.
    case post = "POST"
  }

  /// The method.
  public var method: Method
  /// Where it goes.
  public var url: EndpointURL
  /// Name and value pairs, in the order in which they are sent.
  public var headers: [(name: String, value: String)]
  /// The body; empty for GET. It may hold a credential and is never printed.
  public var body: Secret
  /// How long one attempt may take, from connecting to the last byte of the response.
  public var timeout: Duration
  /// The longest response body that is accepted, in bytes.
  public var maximumResponseBytes: Int

  /// Makes a request.
  /// - Parameters:
  ///   - method: The method.
  ///   - url: Where it goes.
  ///   - headers: Name and value pairs.
  ///   - body: The body; empty for GET.
  ///   - timeout: The limit of one attempt, connect to last byte.
  ///   - maximumResponseBytes: The longest body that is accepted.
  public init(
    method: Method, url: EndpointURL, headers: [(name: String, value: String)] = [],
    body: Secret = Secret(""), timeout: Duration = .seconds(20),
    maximumResponseBytes: Int = 1 << 20
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.maximumResponseBytes = maximumResponseBytes
  }

  /// Method, origin and path, never a header, a query or the body.
  public var description: String { "\(method.rawValue) \(url.origin)\(url.path)" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
