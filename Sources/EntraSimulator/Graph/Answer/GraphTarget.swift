import Foundation

/// What a path below `/v1.0` asks for.
enum GraphTarget: Sendable {
  /// One object, by its object id or by its client id.
  enum Key: Sendable {
    case objectID(String)
    case appID(String)
  }
  case list(GraphCollection)
  case count(GraphCollection)
  case application(Key)
  case federations(of: Key)
  case owners(of: Key)
  case principal(Key)
  case deletedApplication(String)
  case policy
  /// Whom a policy for single applications is for.
  case appliesTo(String)
  case organization
  case batch

  var collection: GraphCollection {
    switch self {
    case .list(let collection), .count(let collection): collection
    case .application: .applications
    case .federations: .federatedIdentityCredentials
    case .owners: .owners
    case .principal: .servicePrincipals
    case .deletedApplication: .deletedItems
    case .policy: .policies
    case .appliesTo: .appManagementPolicies
    case .organization: .organization
    case .batch: .batch
    }
  }

  init(_ path: String) throws(GraphError) {
    let decoded = path.removingPercentEncoding ?? path
    let segments = decoded.split(separator: "/").map(String.init)
    guard segments.first == "v1.0", segments.count > 1 else {
      throw .noSuchSegment(segments.first ?? "")
    }
    let (name, inner) = Self.parts(of: segments[1])
    var rest = segments.dropFirst(2)
    var key = inner
    if key == nil, let next = rest.first, GUID.isGUID(next) {
      key = .objectID(next)
      rest = rest.dropFirst()
    }
    switch (name, key, Array(rest)) {
    case ("applications", nil, []): self = .list(.applications)
    case ("applications", nil, ["$count"]): self = .count(.applications)
    case ("applications", let key?, []): self = .application(key)
    case ("applications", let key?, ["federatedIdentityCredentials"]): self = .federations(of: key)
    case ("applications", let key?, ["owners"]): self = .owners(of: key)
    case ("servicePrincipals", nil, []): self = .list(.servicePrincipals)
    case ("servicePrincipals", nil, ["$count"]): self = .count(.servicePrincipals)
    case ("servicePrincipals", let key?, []): self = .principal(key)
    case ("directory", nil, ["deletedItems", "microsoft.graph.application"]):
      self = .list(.deletedItems)
    case ("directory", nil, let tail) where tail.count == 2 && tail[0] == "deletedItems":
      self = .deletedApplication(tail[1])
    case ("policies", nil, ["defaultAppManagementPolicy"]): self = .policy
    case ("policies", nil, ["appManagementPolicies"]): self = .list(.appManagementPolicies)
    case ("policies", nil, let tail)
    where tail.count == 3 && tail[0] == "appManagementPolicies" && tail[2] == "appliesTo":
      self = .appliesTo(tail[1])
    case ("organization", nil, []): self = .organization
    case ("$batch", nil, []): self = .batch
    default: throw .noSuchSegment(rest.last ?? segments[1])
    }
  }

  /// `applications(appId='…')` or `applications('…')`, taken apart.
  private static func parts(of segment: String) -> (name: String, key: Key?) {
    guard let open = segment.firstIndex(of: "("), segment.hasSuffix("')") else {
      return (segment, nil)
    }
    let inside = segment[segment.index(after: open)...].dropLast(2)
    let name = String(segment[..<open])
    if inside.hasPrefix("appId='") { return (name, .appID(String(inside.dropFirst(7)))) }
    return inside.hasPrefix("'") ? (name, .objectID(String(inside.dropFirst()))) : (segment, nil)
  }
}
