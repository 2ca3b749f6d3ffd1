/// A directory, named by its GUID or by one of its domains.
public enum TenantID: Hashable, Sendable, CustomStringConvertible {
  /// A GUID, in lower case with dashes.
  case guid(String)
  /// A domain, in lower case.
  case domain(String)

  /// The tenant as it stands in a URL.
  public var description: String {
    switch self {
    case .guid(let text), .domain(let text): text
    }
  }
}
