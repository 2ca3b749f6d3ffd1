import Foundation

extension TokenResponse {
  /// A token that lasts this long or longer is renewed half-way: the platform keeps tokens of a day
  /// and gives the same one again and again.
  private static let longLife: Duration = .seconds(7200)

  /// Reads a platform's response. It has OAuth's names with other habits: numbers as text, an
  /// `expires_on` in seconds since 1970 in place of `expires_in`, and no `token_type` at times.
  /// - Parameters:
  ///   - object: The response's JSON object.
  ///   - response: The response.
  ///   - reader: The reader for it.
  ///   - requestID: The `x-ms-client-request-id` that was sent.
  ///   - now: When the response came.
  /// - Throws: ``UnexpectedResponse/Reason/missingFields(_:)`` with the fields that are missing or of
  ///   another kind.
  init(
    platform object: [String: JSONValue], _ response: HTTPResponse, reader: ResponseReader,
    requestID: String?, now: Date
  ) throws(IdentityError) {
    var odd: [String] = []
    func seconds(_ name: String) -> Int? {
      guard let value = object[name], value != .null else { return nil }
      // The bound keeps a lying peer from overflowing dates; it is far beyond every token's end.
      if let number = value.lenientInteger, (0...9_999_999_999).contains(number) { return number }
      odd.append(name)
      return nil
    }
    let token = object["access_token"]?.string ?? ""
    // A token goes into a header: anything that a header may not hold is no token (RFC 6750, 2.1).
    if token.isEmpty || !token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      odd.append("access_token")
    }
    let type = object["token_type"]?.string ?? "Bearer"
    if type.lowercased() != "bearer" { odd.append("token_type") }
    let span = seconds("expires_in")
    let moment = seconds("expires_on")
    let refresh = seconds("refresh_in")
    // The span is good whatever this machine's clock says; the moment is all that some give.
    let left = span ?? moment.map { max(0, $0 - Int(now.timeIntervalSince1970)) }
    if left == nil, odd.isEmpty { odd.append("expires_in") }
    guard odd.isEmpty, let left else { throw reader.unexpected(.missingFields(odd), response) }
    let life: Duration = .seconds(left)
    self.init(
      accessToken: Secret(token), tokenType: type, expiresIn: life,
      refreshIn: refresh.map { .seconds($0) } ?? (life >= Self.longLife ? life / 2 : nil),
      receivedAt: now, requestID: requestID,
      traceID: response.header("x-ms-request-id").map { $0.cleaned(maximum: 100) })
  }
}
