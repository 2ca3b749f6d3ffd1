package import Foundation

/// Reads a response as the protocol has it: a JSON object, or the reason why there is none.
///
/// The label decides what may be read. `application/json`, `text/json` and `…+json` must be JSON;
/// `text/plain`, `text/javascript`, `application/octet-stream` and no label at all are read where
/// the body is a JSON object, because AD FS and gateways mislabel; a page (`text/html`) never is,
/// whatever stands in it.
package struct ResponseReader: Sendable {
  private let host: String
  private let requestID: String?
  private let now: Date
  private let scrubber: @Sendable (String, Int) -> String

  /// Makes a reader for one response.
  /// - Parameters:
  ///   - host: The host that answered.
  ///   - requestID: The `client-request-id` that was sent.
  ///   - now: The time of the response.
  ///   - sent: The secrets that were sent, to be taken out of what the server says.
  package init(host: String, requestID: String? = nil, now: Date, sent: [Secret] = []) {
    self.host = host
    self.requestID = requestID
    self.now = now
    // Most responses are tokens, and nothing of them is shown.
    self.scrubber = { SecretScrubber(sent).shown($0, maximum: $1) }
  }

  /// Reads a response's JSON object.
  /// - Parameter response: The response.
  /// - Returns: The object of a response with a status of 2xx.
  /// - Throws: ``IdentityError/refused(_:)`` for an OAuth error body, whatever the status;
  ///   ``IdentityError/unexpected(_:)`` for everything else.
  package func object(
    of response: HTTPResponse
  ) throws(IdentityError) -> [String: JSONValue] {
    let isLabelled = try readsAsJSON(response)
    var parser = JSONParser(response.body, maximumDepth: 64)
    guard let object = try? parser.document().object else {
      throw unexpected(isLabelled ? .malformedJSON : .notJSON, response)
    }
    if let refusal = refusal(object, response) { throw .refused(refusal) }
    guard (200..<300).contains(response.status) else {
      throw unexpected(.missingFields(["error"]), response)
    }
    // RFC 6749, section 3.2, allows each parameter once; of an issuer or a token that stands twice,
    // the next reader may take the other one.
    guard !parser.hasRepeatedNames else {
      throw unexpected(.malformedJSON, response)
    }
    return object
  }

  /// Makes sure that a response's body may be read as JSON at all.
  /// - Parameter response: The response, whatever its status.
  /// - Returns: Whether its label says JSON; else it is only not contrary to it.
  /// - Throws: ``IdentityError/unexpected(_:)`` for a redirect, a page, a packed or an empty body.
  package func readsAsJSON(_ response: HTTPResponse) throws(IdentityError) -> Bool {
    if (300..<400).contains(response.status) {
      throw unexpected(.redirect(toHost: redirectHost(response)), response)
    }
    guard !response.body.isEmpty else { throw unexpected(.empty, response) }
    if let coding = coding(response) { throw unexpected(.encoded(coding), response) }
    let label = Label(response.header("Content-Type"))
    guard label != .other else { throw unexpected(.notJSON, response) }
    return label == .json
  }

  /// An error for a response that lacks something; for whoever reads the object's fields.
  package func unexpected(
    _ reason: UnexpectedResponse.Reason, _ response: HTTPResponse
  ) -> IdentityError {
    .unexpected(
      UnexpectedResponse(
        reason: reason, status: response.status,
        contentType: response.header("Content-Type").map { scrubber($0, 80) }, host: host,
        retryAfter: retryAfter(response), requestID: requestID))
  }

  /// What `Retry-After` asks for, whatever the body is.
  package func retryAfter(_ response: HTTPResponse) -> Duration? {
    RetryAfter.parse(response.header("Retry-After"), now: now)
  }

  /// The content coding (RFC 9110, section 8.4); nil for a body that is as it is.
  private func coding(_ response: HTTPResponse) -> String? {
    let name = response.header("Content-Encoding")?.trimmingCharacters(in: .whitespaces)
    guard let name, !name.isEmpty, name.lowercased() != "identity" else { return nil }
    return scrubber(name.lowercased(), 40)
  }

  private func redirectHost(_ response: HTTPResponse) -> String? {
    guard let location = response.header("Location"), let mark = location.firstRange(of: "://")
    else { return nil }
    let authority = location[mark.upperBound...].prefix { !"/?#".contains($0) }
    // User info is no host: https://login.microsoftonline.com@portal.example/ leads to the portal.
    let host = authority.split(separator: "@").last ?? ""
    return host.isEmpty ? nil : scrubber(host.lowercased(), 100)
  }

  /// An OAuth error body (RFC 6749, section 5.2) with Entra's fields; nil for another object.
  private func refusal(
    _ object: [String: JSONValue], _ response: HTTPResponse
  ) -> ServiceRefusal? {
    let error = object["error"]?.string
    let description = object["error_description"]?.string
    let codes = (object["error_codes"]?.array ?? []).prefix(16).compactMap(\.lenientInteger)
    let start = description.map { String($0.unicodeScalars.prefix(Self.searchedScalars)) }
    let code =
      codes.last.map(ServiceCode.init(number:)) ?? start.flatMap(ServiceCode.init(startOf:))
    guard error?.isEmpty == false || code != nil else { return nil }
    var entry = code?.number.flatMap(AADSTSCatalog.meaning)
    if let found = entry, let start,
      let reason = KeyReason(code: found.code, description: start)
    {
      entry = reason.refined(found)
    }
    func field(_ name: String) -> String? {
      guard let text = object[name]?.string else { return nil }
      let shown = scrubber(text, 100)
      return shown.isEmpty ? nil : shown
    }
    return ServiceRefusal(
      status: response.status, error: field("error") ?? "",
      description: description.map(shownDescription),
      codes: codes.isEmpty ? [code?.number].compactMap(\.self) : codes, code: code?.text,
      entry: entry, suberror: field("suberror"), timestamp: field("timestamp"),
      traceID: field("trace_id"), correlationID: field("correlation_id"),
      retryAfter: retryAfter(response), requestID: requestID, host: host)
  }

  /// How much of a description is searched. In a run of flags (🇩🇪) the search looks back to the
  /// first one at each: a megabyte of them would hold a processor for minutes.
  private static let searchedScalars = 4_096

  /// Without the identifiers at its end, which have fields of their own.
  private func shownDescription(_ text: String) -> String {
    let start = String(text.unicodeScalars.prefix(Self.searchedScalars))
    let end = ["Trace ID:", "Correlation ID:"].compactMap { start.firstRange(of: $0)?.lowerBound }
      .min()
    return scrubber(end.map { String(start[..<$0]) } ?? text, 500)
  }
}

extension ResponseReader {
  /// What a media type lets a body be.
  private enum Label {
    case json, unclear, other

    init(_ contentType: String?) {
      func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
      var media = (contentType ?? "").utf8.prefix { $0 != UInt8(ascii: ";") }
        .drop(while: isBlank)
      while let last = media.last, isBlank(last) { media.removeLast() }
      let type = Substring(media).lowercased()
      switch type {
      case "application/json", "text/json": self = .json
      case "", "text/plain", "text/javascript", "application/javascript",
        "application/octet-stream":
        self = .unclear
      default: self = type.hasSuffix("+json") ? .json : .other
      }
    }
  }
}
