import EntraIdentity
import Foundation
import Synchronization

@testable import CredentialAudit

/// A directory in memory that answers as Graph does, a few entries to a page, and goes wrong where it
/// is told to.
final class ScriptedGraph: HTTPTransport {
  /// Where something goes wrong: what is read, which page of it, and how often in a row.
  struct Trouble: Sendable {
    let collection: String
    let page: Int
    let fault: GraphFault
    var times = Int.max
    /// What the path has to have in it; nil for any.
    var of: String?
  }

  struct Contents: Sendable {
    var applications: [String] = []
    var federations: [String: String] = [:]
    var principals: [String] = []
    var deleted: [String] = []
    var policy = #"{"isEnabled":false}"#
    /// Policies for single applications, and whom each is for, by its id.
    var exceptions: [String] = []
    var objects: [String: [String]] = [:]
    /// What `$count` says where that is not the number of entries.
    var counts: [String: [String]] = [:]
  }

  private struct State {
    var requests: [HTTPRequest] = []
    var left: [Int: Int] = [:]
    var counted: [String: Int] = [:]
    var refusedToken: String?
  }

  static let origin = "https://graph.example"
  private let contents: Contents
  private let troubles: [Trouble]
  private let pageSize: Int
  private let headers: [(name: String, value: String)]
  private let state = Mutex(State())

  init(
    _ contents: Contents, pageSize: Int = 2, troubles: [Trouble] = [],
    headers: [(name: String, value: String)] = []
  ) {
    self.contents = contents
    self.pageSize = pageSize
    self.troubles = troubles
    self.headers = headers
  }

  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    state.withLock { $0.requests.append(request) }
    let query = request.url.query ?? ""
    let path = String(request.url.path.dropFirst("/v1.0/".count))
    let page =
      query.split(separator: "&").compactMap { part -> Int? in
        part.hasPrefix("$skiptoken=") ? Int(part.dropFirst("$skiptoken=".count)) : nil
      }.first ?? 1
    let collection = Self.collection(path, query)
    let good = answer(collection, path, page, request)
    guard let fault = fault(collection, page, request) else { return good }
    return try spoilt(good, by: fault, request, page)
  }

  /// What a failure calls that which a request asks for.
  private static func collection(_ path: String, _ query: String) -> String {
    if path.hasSuffix("/$count") { return path }
    if path.hasSuffix("/federatedIdentityCredentials") { return "federatedIdentityCredentials" }
    if path.hasPrefix("directory/") { return "deletedItems" }
    if path.hasPrefix("policies/appManagementPolicies") { return "appManagementPolicies" }
    if path.hasPrefix("policies/") { return "defaultAppManagementPolicy" }
    if path.hasPrefix("servicePrincipals") { return "servicePrincipals" }
    return query.contains("$expand=federated") ? "federatedIdentityCredentials" : "applications"
  }

  private func fault(
    _ collection: String, _ page: Int, _ request: HTTPRequest
  ) -> GraphFault? {
    let token = request.headers.first { $0.name == "Authorization" }?.value
    return state.withLock { state in
      if let refused = state.refusedToken, refused == token { return .expiredToken }
      for (index, trouble) in troubles.enumerated()
      where trouble.collection == collection && trouble.page == page
        && trouble.of.map(request.url.path.contains) ?? true
      {
        let left = state.left[index] ?? trouble.times
        guard left > 0 else { continue }
        state.left[index] = left - 1
        if trouble.fault == .expiredToken { state.refusedToken = token }
        return trouble.fault
      }
      return nil
    }
  }

  private func answer(
    _ collection: String, _ path: String, _ page: Int, _ request: HTTPRequest
  ) -> HTTPResponse {
    switch collection {
    case "applications/$count", "servicePrincipals/$count":
      let name = String(collection.prefix { $0 != "/" })
      let said = contents.counts[name] ?? []
      let turn = state.withLock { state in
        defer { state.counted[name, default: 0] += 1 }
        return state.counted[name, default: 0]
      }
      let number = name == "applications" ? contents.applications.count : contents.principals.count
      let text = said.isEmpty ? String(number) : said[min(turn, said.count - 1)]
      return response(200, "text/plain", text)
    case "defaultAppManagementPolicy": return response(200, "application/json", contents.policy)
    case "federatedIdentityCredentials" where path != "applications":
      let id = path.split(separator: "/")[1]
      let own = contents.federations[String(id)] ?? "[]"
      return response(200, "application/json", #"{"value":\#(own)}"#)
    default: break
    }
    if path.contains("(appId='") { return single(collection, path, request) }
    let entries =
      switch collection {
      case "servicePrincipals": contents.principals
      case "deletedItems": contents.deleted
      case "appManagementPolicies" where path.hasSuffix("/appliesTo"):
        (contents.objects[String(path.split(separator: "/")[2])] ?? []).map {
          ##"{"@odata.type":"#microsoft.graph.application","id":"\##($0)"}"##
        }
      case "appManagementPolicies": contents.exceptions
      case "federatedIdentityCredentials": contents.applications.map(expanded)
      default: contents.applications
      }
    let start = (page - 1) * pageSize
    let here = entries.dropFirst(start).prefix(pageSize)
    var body = #"{"value":[\#(here.joined(separator: ","))]"#
    if start + pageSize < entries.count {
      body += #","@odata.nextLink":"\#(Self.link(request.url, to: page + 1))""#
    }
    return response(200, "application/json;odata.metadata=minimal", body + "}")
  }

  private func single(
    _ collection: String, _ path: String, _ request: HTTPRequest
  ) -> HTTPResponse {
    let appID = path.split(separator: "'")[1]
    let entries = collection == "servicePrincipals" ? contents.principals : contents.applications
    let own = entries.first { $0.contains(#""appId":"\#(appID)""#) }
    return own.map { response(200, "application/json", $0) }
      ?? refusal(404, "Request_ResourceNotFound", nil)
  }

  private func expanded(_ application: String) -> String {
    let id = String(application.split(separator: "\"")[3])
    let own = contents.federations[id] ?? "[]"
    return #"{"id":"\#(id)","federatedIdentityCredentials":\#(own)}"#
  }

  static func link(_ url: EndpointURL, to page: Int) -> String {
    let query = (url.query ?? "").split(separator: "&").filter { !$0.hasPrefix("$skiptoken") }
    return url.origin + url.path + "?" + query.joined(separator: "&") + "&$skiptoken=\(page)"
  }

  private func spoilt(
    _ good: HTTPResponse, by fault: GraphFault, _ request: HTTPRequest, _ page: Int
  ) throws(TransportError) -> HTTPResponse {
    let text = String(decoding: good.body, as: UTF8.self)
    switch fault {
    case .refusal(let status, let code, let retryAfter): return refusal(status, code, retryAfter)
    case .answer(let status, let type, let body): return response(status, type, body)
    case .truncated:
      return response(200, "application/json", String(text.prefix(text.utf8.count / 2)))
    case .edited(let part, let other):
      return response(200, "application/json", text.replacing(part, with: other))
    case .link(let link): return linked(text, link)
    case .selfLink: return linked(text, "\"\(request.url)\"")
    case .firstLink:
      let first = Self.link(request.url, to: 1).replacing("&$skiptoken=1", with: "")
      return linked(text, "\"\(first)\"")
    case .redirect(let location):
      return HTTPResponse(status: 302, headers: [(name: "Location", value: location)], body: [])
    case .packed:
      let headers = good.headers + [(name: "Content-Encoding", value: "gzip")]
      return HTTPResponse(status: 200, headers: headers, body: good.body)
    case .failure(let kind):
      throw TransportError(kind: kind, host: request.url.host, detail: "as scripted")
    case .expiredToken: return refusal(401, "InvalidAuthenticationToken", nil)
    }
  }

  private func linked(_ text: String, _ link: String) -> HTTPResponse {
    let entries = text.prefix(through: text.lastIndex(of: "]") ?? text.startIndex)
    return response(200, "application/json", entries + #","@odata.nextLink":\#(link)}"#)
  }

  private func refusal(_ status: Int, _ code: String, _ retryAfter: String?) -> HTTPResponse {
    let body =
      #"{"error":{"code":"\#(code)","message":"No.","innerError":{"request-id":"r-1"}}}"#
    let good = response(status, "application/json", body)
    guard let retryAfter else { return good }
    let headers = good.headers + [(name: "Retry-After", value: retryAfter)]
    return HTTPResponse(status: status, headers: headers, body: good.body)
  }

  private func response(_ status: Int, _ type: String, _ body: String) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [(name: "Content-Type", value: type)] + headers,
      body: Array(body.utf8))
  }
}
