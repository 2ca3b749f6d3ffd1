import EntraIdentity

/// What goes wrong with one answer of a scripted Graph.
enum GraphFault: Sendable, Hashable {
  /// Graph's own error, once or as often as it is asked.
  case refusal(Int, String, retryAfter: String? = nil)
  /// An answer that is not Graph's: status, media type and body.
  case answer(Int, type: String, body: String)
  /// The page's own text, cut in half.
  case truncated
  /// The page's own text with one part put in another's place.
  case edited(String, with: String)
  /// The page with another link to the next one, as JSON.
  case link(String)
  /// The page with a link to itself, and with one to the first page.
  case selfLink, firstLink
  case redirect(String)
  case packed
  case failure(TransportError.Kind)
  /// The token is not taken any more until a new one comes.
  case expiredToken
}
