/// Graph's own error, as its body says it.
package struct GraphRefusal: Sendable, Hashable {
  package let status: Int
  /// `Authorization_RequestDenied`, `InvalidAuthenticationToken`, …
  package let code: String
  /// Untrusted: bounded and cleaned.
  package let message: String?
  /// To quote to support.
  package let requestID: String?

  package init(status: Int, code: String, message: String?, requestID: String?) {
    self.status = status
    self.code = code
    self.message = message
    self.requestID = requestID
  }
}
