extension PlatformRefusal.Reason {
  /// What a platform means, by its status and its word for it; a sentence decides nothing.
  /// - Parameters:
  ///   - status: The status code.
  ///   - error: The platform's word.
  ///   - entry: What the catalogue knows of the directory's code, where one came along.
  ///   - source: Which platform answered.
  init(status: Int, error: String?, entry: RefusalMeaning?, at source: ManagedIdentitySource) {
    if source.isRepeated(status) {
      self = status == 429 ? .throttled : .fault
    } else if let entry {
      self = entry.category == .resourceMissing ? .resourceRefused : .other
    } else if let known = error.flatMap({ Self.words[$0] }) {
      self = known
    } else {
      switch (status, source) {
      case (401, _), (403, _): self = .unauthorized
      // All that these two are sent is well formed, so that a bad request is one for an identity
      // that they do not have; Microsoft's libraries read it in the same way.
      case (400, .virtualMachine), (400, .appService): self = .identityNotAssigned
      default: self = .other
      }
    }
  }

  /// The words that say more than the status.
  private static let words: [String: PlatformRefusal.Reason] = [
    // Service Fabric
    "ManagedIdentityNotFound": .identityNotAssigned,
    "SecretHeaderNotFound": .unauthorized,
    "ArgumentNullOrEmpty": .resourceRefused,
    // The virtual machine's metadata service
    "invalid_resource": .resourceRefused,
    "invalid_scope": .resourceRefused,
    "bad_request_102": .other,
    "unauthorized_client": .unauthorized,
    "access_denied": .unauthorized,
  ]
}

extension ManagedIdentitySource {
  /// Whether a status means that the same question may be answered a little later. The metadata
  /// service says 404 and 410 while it is updated, and every 5xx is to be repeated by its guidance;
  /// Service Fabric's 404 is final.
  func isRepeated(_ status: Int) -> Bool {
    switch self {
    case .virtualMachine: [404, 410, 429].contains(status) || status >= 500
    case .serviceFabric, .appService, .machineLearning, .azureArc, .cloudShell:
      [408, 429, 500, 502, 503, 504].contains(status)
    }
  }
}
