import Foundation

/// Tells a JSON document from everything else that may come in its place.
enum ResponseReader {
  static func read(
    _ response: HTTPResponse, host: String, requestID: String?, now: Date
  ) throws(IdentityError) -> [UInt8] {
    let contentType = response.header("content-type")
    func unexpected(_ reason: UnexpectedResponse.Reason) -> IdentityError {
      .unexpected(
        UnexpectedResponse(
          reason: reason, status: response.status, contentType: contentType?.printable(limit: 80),
          host: host, requestID: requestID))
    }
    if (300..<400).contains(response.status) {
      let target = response.header("location").flatMap { try? EndpointURL($0) }
      throw unexpected(.redirect(toHost: target?.host))
    }
    guard !response.body.isEmpty else { throw unexpected(.empty) }
    let type = contentType?.prefix { $0 != ";" }.lowercased() ?? ""
    guard type.hasSuffix("/json") || type.hasSuffix("+json") else { throw unexpected(.notJSON) }
    if response.status == 200 { return response.body }
    struct Refusal: Decodable {
      let error: String
      let error_description: String?
      let error_codes: [Int]?
    }
    guard let body = try? JSONDecoder().decode(Refusal.self, from: Data(response.body)) else {
      throw unexpected(.malformedJSON)
    }
    throw .refused(
      ServiceRefusal(
        status: response.status, error: body.error.printable(),
        description: body.error_description?.printable(), codes: body.error_codes ?? [],
        code: body.error_codes?.last.map { "AADSTS\($0)" }, requestID: requestID, host: host))
  }
}
