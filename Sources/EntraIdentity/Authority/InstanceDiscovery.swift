/// Asks a cloud whether a host is an Entra instance at all: the cloud whose domain the host is in,
/// so that nobody hears of a sovereign cloud's hosts but that cloud, and else the worldwide one.
struct InstanceDiscovery: Sendable {
  let fetch: DocumentFetch

  /// Asks about an authority's host.
  /// - Parameter authority: An Entra authority on an unknown host.
  /// - Returns: Whether the host was confirmed.
  func ask(about authority: Authority) async -> InstanceOutcome {
    do {
      let document = try await fetch(try Self.address(for: authority), maximumBytes: 1 << 18)
      // `tenant_discovery_endpoint` is not read: where the document is asked for is decided by the
      // authority's own text.
      let entries = (document.object["metadata"]?.array ?? []).map { entry in
        (entry["aliases"]?.strings ?? []).map { $0.lowercased() }
      }
      // An answer that does not name the host says nothing of it, whatever its status.
      guard let aliases = entries.first(where: { $0.contains(authority.host) }) else {
        return .failed(document.unusable(.missingFields(["metadata"])))
      }
      return .confirmed(aliases: aliases)
    } catch let error as IdentityError {
      if case .refused(let refusal) = error,
        refusal.error == "invalid_instance" || refusal.codes.contains(50049)
      {
        return .refused(refusal)
      }
      return .failed(error)
    } catch {
      return .failed(
        .transport(
          TransportError(
            kind: .other, host: authority.host, detail: "no address for instance discovery")))
    }
  }

  /// The question's address: the authorization endpoint that the host would have, in full escapes.
  static func address(for authority: Authority) throws(EndpointURL.Problem) -> EndpointURL {
    let endpoint = authority.url.description + "/oauth2/v2.0/authorize"
    var escaped = ""
    for byte in endpoint.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-._~".unicodeScalars.contains(scalar)
      escaped += isPlain ? String(scalar) : "%" + String(byte, radix: 16, uppercase: true)
    }
    return try EndpointURL(
      "https://\(authority.vouchingHost)/common/discovery/instance?api-version=1.1"
        + "&authorization_endpoint=\(escaped)")
  }
}

extension Authority {
  /// Who is asked about the host where no cloud is known to have it.
  package var vouchingHost: String { (Cloud.withDomain(of: host) ?? .worldwide).host }
}
