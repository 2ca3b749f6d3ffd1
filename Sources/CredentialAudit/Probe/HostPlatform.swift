package import EntraIdentity

/// The platform that the audit itself runs on, as far as variables and files tell; it is asked only
/// when a managed identity is tried.
package struct HostPlatform: Sendable {
  /// Which it is.
  let source: ManagedIdentitySource
  private let reading: Result<ManagedIdentityPlatform, PlatformProblem>
  private let transport: any PlatformTransport
  private let arcKeys: ArcKeyFolder

  /// Looks which platform this is; nothing is asked.
  /// - Parameters:
  ///   - environment: The run's variables.
  ///   - fileExists: Whether there is a file at a path.
  ///   - arcKeys: Where Azure Arc's agent leaves its keys.
  ///   - transport: How the platform is reached.
  package init(
    environment: [String: String], fileExists: (String) -> Bool, arcKeys: ArcKeyFolder,
    transport: any PlatformTransport
  ) {
    source = .detect(environment: environment, fileExists: fileExists)
    reading = Result { () throws(PlatformProblem) in
      try .detect(environment: environment, fileExists: fileExists)
    }
    self.arcKeys = arcKeys
    self.transport = transport
  }

  /// Why it cannot be asked, where its variables alone say so.
  var problem: PlatformProblem? {
    if case .failure(let problem) = reading { problem } else { nil }
  }

  /// The host that would be asked; empty where there is none to ask.
  var host: String { (try? reading.get().endpoint.host) ?? "" }

  /// How an identity's token is asked for.
  /// - Parameters:
  ///   - reference: Which identity.
  ///   - prober: Whose clock, gate and limits hold.
  /// - Returns: The grant.
  /// - Throws: ``IdentityError/platform(_:)`` where the platform cannot be asked.
  func grant(
    for reference: ManagedIdentityReference, by prober: Prober
  ) throws(IdentityError) -> ManagedIdentityGrant {
    let platform: ManagedIdentityPlatform
    do {
      platform = try reading.get()
    } catch {
      throw .platform(error)
    }
    return ManagedIdentityGrant(
      reference.identity, on: platform,
      transport: GatedPlatformTransport(
        base: transport, gate: prober.platformGate, timeout: prober.settings.timeout),
      product: prober.product, arcKeys: arcKeys, time: prober.time)
  }
}

extension ManagedIdentityReference {
  fileprivate var identity: ManagedIdentityID {
    switch self {
    case .system: .system
    case .clientID(let id): .clientID(id)
    case .resourceID(let id): .resourceID(id)
    case .objectID(let id): .objectID(id)
    }
  }
}
