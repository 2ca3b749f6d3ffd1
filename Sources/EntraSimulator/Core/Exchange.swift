import Foundation

/// One request on its way through the service: where it points, when, and how it is traced.
struct Exchange: Sendable {
  let request: SimulatedRequest
  let place: Place
  let form: FormText
  let now: Date
  let traceID = GUID.random()
  let correlationID: String
  /// How this answer is to go wrong.
  var behaviour = Misbehaviour.normal

  init(_ request: SimulatedRequest, place: Place, now: Date) {
    self.request = request
    self.place = place
    self.now = now
    form = place.endpoint == .token ? request.form : FormText("")
    let wanted = request.header("client-request-id")
    correlationID = wanted.flatMap { GUID.isGUID($0) ? $0 : nil } ?? GUID.random()
  }

  /// Id and password of HTTP Basic, form-decoded (RFC 6749, section 2.3.1).
  var basic: (id: String, password: String)? {
    guard let field = request.header("authorization"), field.lowercased().hasPrefix("basic "),
      let bytes = Data(base64Encoded: String(field.dropFirst(6))),
      let text = String(validating: bytes, as: UTF8.self), let colon = text.firstIndex(of: ":")
    else { return nil }
    return (
      FormText.decode(text[..<colon]), FormText.decode(text[text.index(after: colon)...])
    )
  }

  /// The client that the request names, by whichever way it does.
  var clientID: String? {
    form["client_id"] ?? basic?.id
      ?? form["client_assertion"].flatMap { CompactToken($0)?.claims["sub"]?.text }
  }

  var application: SimulatedApplication? {
    guard let wanted = clientID?.lowercased() else { return nil }
    return place.tenant?.applications.first { $0.clientID.lowercased() == wanted }
  }
}
