/// Whether a document and the scopes fit the cloud of the authority's host. Only what another cloud
/// is known to own is a mismatch: new regions and hosts appear without notice.
public enum CloudRules {
  /// Compares a document's own words about its cloud with the host that it came from.
  /// - Parameters:
  ///   - configuration: The document.
  ///   - authority: The authority that was asked.
  /// - Returns: Every sign of another cloud; empty for hosts of no known cloud.
  public static func mismatches(
    of configuration: OpenIDConfiguration, with authority: Authority
  ) -> [CloudMismatch] {
    guard let cloud = authority.cloud else { return [] }
    var found: [CloudMismatch] = []
    func note(_ field: String, _ value: String?, expected: [String], owns: (Cloud) -> Bool) {
      guard let value, !owns(cloud), let other = Cloud.all.first(where: owns) else { return }
      found.append(
        CloudMismatch(field: field, found: value, expected: expected, belongsTo: other))
    }
    // Recorded: the host without its first label, `microsoftonline.com` or `windows.net`.
    let name = configuration.cloudInstanceName?.lowercased()
    note("cloud_instance_name", name, expected: cloud.domains) { candidate in
      name.map { candidate.domains.contains($0) || candidate.aliases.contains($0) } ?? false
    }
    let graph = configuration.msgraphHost?.lowercased()
    note("msgraph_host", graph, expected: cloud.graphHosts) { candidate in
      graph.map(candidate.graphHosts.contains) ?? false
    }
    // Where no region of a cloud is on record, another cloud's region says nothing against it.
    let region = cloud.regionScopes.isEmpty ? nil : configuration.tenantRegionScope?.lowercased()
    note("tenant_region_scope", region, expected: cloud.regionScopes) { candidate in
      candidate.regionScopes.contains { $0.lowercased() == region }
    }
    // Recorded: asked for a GCC High domain, the worldwide host answers with the other cloud's
    // token endpoint.
    let host = configuration.tokenEndpoint.flatMap { try? EndpointURL($0) }?.host
    note("token_endpoint", host, expected: cloud.aliases) { candidate in
      host.map { candidate.aliases.contains($0) || candidate.isRegional(host: $0) } ?? false
    }
    return found
  }

  /// Compares scopes with a cloud.
  /// - Parameters:
  ///   - scopes: The scopes that an application asks for.
  ///   - cloud: The authority's cloud.
  /// - Returns: Every scope whose resource is another cloud's Graph, Resource Manager or Key Vault.
  public static func mismatches(of scopes: [Scope], with cloud: Cloud) -> [CloudMismatch] {
    scopes.compactMap { scope in
      guard let host = resourceHost(of: scope), !cloud.ownsResource(host: host),
        let other = Cloud.all.first(where: { $0.ownsResource(host: host) })
      else { return nil }
      let expected =
        other.graphHosts.contains(host) ? cloud.defaultScope.map { [$0.value] } ?? [] : []
      return CloudMismatch(
        field: "scope", found: scope.value, expected: expected, belongsTo: other)
    }
  }

  /// The cloud in which a document says that the tenant lives.
  /// - Parameter configuration: A document from any cloud's host.
  /// - Returns: The cloud that has the token endpoint's host, or nil.
  public static func cloud(of configuration: OpenIDConfiguration) -> Cloud? {
    configuration.tokenEndpoint.flatMap { try? EndpointURL($0) }.flatMap {
      Cloud.known(host: $0.host)
    }
  }

  private static func resourceHost(of scope: Scope) -> String? {
    // `https://management.azure.com//.default` keeps the resource's own slash.
    guard scope.value.lowercased().hasPrefix("https://") else { return nil }
    return (try? EndpointURL(scope.value))?.host
  }
}

extension Cloud {
  fileprivate func ownsResource(host: String) -> Bool {
    graphHosts.contains(host) || managementHosts.contains(host)
      || keyVaultSuffix.map { host.label(before: $0) != nil || host == $0 } ?? false
  }
}
