import Foundation

/// The system query options of a request (OData 4.01, URL conventions, section 5.1).
struct GraphQuery: Sendable {
  /// The members wanted; nil for the default ones.
  let select: [String]?
  let top: Int?
  let wantsCount: Bool
  /// What is to come with each entry, and which of its members.
  let expands: Relation?
  let expandedSelect: [String]?
  /// How many entries stand before this page, and which page it is, from 1.
  let skipped: Int
  let page: Int
  /// The query as it was sent, without the token that names the page.
  private let lasting: String

  /// What can be expanded.
  enum Relation: String, CaseIterable, Sendable {
    case owners
    case federatedIdentityCredentials
  }

  /// The longest page.
  static let longestPage = 999

  init(_ request: SimulatedRequest) throws(GraphError) {
    let raw = (request.query ?? "").split(separator: "&")
    lasting = raw.filter {
      !$0.hasPrefix("$skiptoken=") && !$0.lowercased().hasPrefix("%24skiptoken=")
    }.joined(separator: "&")
    let fields = FormText(request.query ?? "").fields
    let known = ["$select", "$top", "$count", "$expand", "$skiptoken"]
    if let other = fields.first(where: { !known.contains($0.name) }) {
      throw .unsupportedQuery("The query option '\(other.name)' is not simulated.")
    }
    func option(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    select = option("$select").map(Self.names)
    wantsCount = option("$count") == "true"
    let isEventual = request.header("consistencylevel")?.lowercased() == "eventual"
    guard !wantsCount || isEventual else {
      throw GraphError(400, "Request_BadRequest", "$count is not currently supported.")
    }
    (expands, expandedSelect) = try Self.expansion(option("$expand"))
    guard expands == nil || !wantsCount else {
      throw .unsupportedQuery("$expand cannot be joined with an advanced query.")
    }
    top = try option("$top").map(Self.top)
    (skipped, page) = try Self.position(option("$skiptoken"))
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func top(_ text: String) throws(GraphError) -> Int {
    guard let number = Int(text), (1...longestPage).contains(number) else {
      throw .unsupportedQuery(
        "Invalid page size specified: '\(text)'. Must be between 1 and 999 inclusive.")
    }
    return number
  }

  /// `owners` or `owners($select=…)`.
  private static func expansion(_ text: String?) throws(GraphError) -> (Relation?, [String]?) {
    guard let text else { return (nil, nil) }
    if let relation = Relation(rawValue: text) { return (relation, nil) }
    for relation in Relation.allCases {
      let opening = relation.rawValue + "($select="
      guard text.hasPrefix(opening), text.hasSuffix(")") else { continue }
      return (relation, names(String(text.dropFirst(opening.count).dropLast())))
    }
    throw .unsupportedQuery("'\(text)' cannot be expanded here.")
  }

  private static func position(_ token: String?) throws(GraphError) -> (Int, Int) {
    guard let token else { return (0, 1) }
    let numbers =
      Base64URL.decode(token).map { String(decoding: $0, as: UTF8.self) }?
      .split(separator: ".").compactMap { Int($0) } ?? []
    guard numbers.count == 2, numbers[0] >= 0, numbers[1] > 1 else {
      throw GraphError(400, "Directory_ExpiredPageToken", "The specified page token is not valid.")
    }
    return (numbers[0], numbers[1])
  }

  /// The URL of the page that begins after so many entries, on the host that was asked.
  func link(_ request: SimulatedRequest, skipping: Int, page: Int) -> String {
    let token = Base64URL.encode("\(skipping).\(page)".utf8)
    let query = (lasting.isEmpty ? "" : lasting + "&") + "$skiptoken=" + token
    return request.base + request.path + "?" + query
  }

  /// What this costs, in resource units.
  func cost(of target: GraphTarget) -> Int {
    var cost = 1
    if case .list(.applications) = target { cost = 2 }
    if select != nil { cost -= 1 }
    if expands != nil { cost += 1 }
    if let top, top < 20 { cost -= 1 }
    return max(1, cost)
  }
}
