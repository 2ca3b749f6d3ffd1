import Foundation

/// One request as the service sees it, whole.
package struct SimulatedRequest: Sendable {
  package var method: String
  /// The host's name in lower case, without a port.
  package var host: String
  /// The port, where the `Host` field names one other than 443.
  package var port: Int?
  package var path: String
  package var query: String?
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  /// Makes a request. The authority is what the `Host` field says: a name, and a port where it is
  /// not 443; the target is path and query.
  package init(
    method: String, authority: String, target: String,
    headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) {
    self.method = method
    let parts = authority.lowercased().split(separator: ":", maxSplits: 1)
    host = parts.first.map(String.init) ?? ""
    port = parts.count > 1 ? Int(parts[1]).flatMap { $0 == 443 ? nil : $0 } : nil
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(halves[0])
    query = halves.count > 1 ? String(halves[1]) : nil
    self.headers = headers
    self.body = body
  }

  /// A GET of an `https` URL.
  package static func get(_ url: String, headers: [(name: String, value: String)] = []) -> Self {
    let (authority, target) = split(url)
    return Self(method: "GET", authority: authority, target: target, headers: headers)
  }

  /// A POST of a form to an `https` URL.
  package static func post(
    _ url: String, form: KeyValuePairs<String, String>,
    headers: [(name: String, value: String)] = []
  ) -> Self {
    let (authority, target) = split(url)
    let text = form.map { FormText.encode($0.key) + "=" + FormText.encode($0.value) }
    let type = (name: "Content-Type", value: "application/x-www-form-urlencoded")
    return Self(
      method: "POST", authority: authority, target: target, headers: [type] + headers,
      body: Array(text.joined(separator: "&").utf8))
  }

  private static func split(_ url: String) -> (authority: String, target: String) {
    let rest = url.hasPrefix("https://") ? url.dropFirst(8) : url[...]
    guard let slash = rest.firstIndex(of: "/") else { return (String(rest), "/") }
    return (String(rest[..<slash]), String(rest[slash...]))
  }

  /// Host and port as a URL writes them.
  var authority: String { port.map { "\(host):\($0)" } ?? host }

  var base: String { "https://" + authority }

  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The form in the body; empty for another content type (RFC 6749, section 4.4.2).
  var form: FormText {
    let type = header("content-type")?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else { return FormText("") }
    return FormText(String(decoding: body, as: UTF8.self))
  }
}
