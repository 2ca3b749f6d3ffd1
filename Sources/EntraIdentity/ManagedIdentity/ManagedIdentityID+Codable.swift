/// The form in which Microsoft's libraries keep it in a setting:
/// `{"ManagedIdentityIdType": "ClientId", "Id": "…"}`, and `{"ManagedIdentityIdType":
/// "SystemAssigned", "Id": null}`. One deployment's variable serves programs in several languages.
extension ManagedIdentityID: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind = "ManagedIdentityIdType"
    case id = "Id"
  }

  private enum Kind: String, Codable {
    case system = "SystemAssigned"
    case client = "ClientId"
    case resource = "ResourceId"
    case object = "ObjectId"
  }

  /// Reads one.
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` for another kind, for a user-assigned one without an id and for the
  ///   system's with one: which identity is meant is not guessed.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try fields.decode(Kind.self, forKey: .kind)
    let id = try fields.decodeIfPresent(String.self, forKey: .id)
    switch (kind, id) {
    case (.system, nil): self = .system
    case (.client, let id?) where !id.isEmpty: self = .clientID(id)
    case (.resource, let id?) where !id.isEmpty: self = .resourceID(id)
    case (.object, let id?) where !id.isEmpty: self = .objectID(id)
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: fields,
        debugDescription: id == nil ? "this kind needs an id" : "this kind has no such id")
    }
  }

  /// Writes one.
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    let kind: Kind =
      switch self {
      case .system: .system
      case .clientID: .client
      case .resourceID: .resource
      case .objectID: .object
      }
    try fields.encode(kind, forKey: .kind)
    try fields.encode(value, forKey: .id)
  }
}
