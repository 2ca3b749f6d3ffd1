package import EntraIdentity

/// Whether somebody between this machine and the clouds opens TLS, by who signed their login hosts.
package struct TLSInspection: Sendable {
  /// What came of looking at one host. No tuple: Swift 6.3.1's optimised builds crashed where a task
  /// group handed one on that a throwing call had completed.
  package struct Look: Sendable {
    package let host: String
    package let result: Result<TLSSigner, TransportError>

    package init(host: String, result: Result<TLSSigner, TransportError>) {
      self.host = host
      self.result = result
    }
  }

  private let looks: [Look]

  package init(_ looks: [Look]) {
    self.looks = looks
  }

  /// For the auditor's block: one text for each host.
  package var texts: [String] {
    if looks.isEmpty { return ["not looked at: no known cloud's login host is asked"] }
    return looks.map { look in
      switch look.result {
      case .success(let signer):
        "\(look.host) signed by \(signer.name)\(Self.words(for: signer.trust))"
      case .failure(let failure): "\(look.host) not seen: \(failure.detail)"
      }
    }
  }

  private static func words(for trust: TLSSigner.Trust) -> String {
    switch trust {
    case .shipped: ""
    case .added: ", trusted only by roots that were added"
    case .nobody: ", not trusted here"
    case .untold: ", this system came with no roots to compare with"
    }
  }

  /// One notice for each signer that stands in a cloud's place.
  package var notices: [RunNotice] {
    let signers = looks.compactMap { try? $0.result.get() }
    return TLSSigner.Trust.allCases.flatMap { trust in
      let names = Set(signers.filter { $0.trust == trust }.map(\.name)).sorted()
      return names.compactMap { name in
        Self.notice(
          name, trust, hosts: signers.filter { $0.trust == trust && $0.name == name }.map(\.host))
      }
    }
  }

  private static func notice(
    _ name: String, _ trust: TLSSigner.Trust, hosts: [String]
  ) -> RunNotice? {
    let seen = "the certificate of \(hosts.joined(separator: " and ")) is signed by '\(name)'"
    switch trust {
    case .shipped, .untold: return nil
    case .added:
      return RunNotice(
        code: "tls-rewritten",
        message:
          "\(seen), for whom no root vouches that came with this system, only one that was added: "
          + "something in between opens TLS and sees every credential and token; where that is not "
          + "your company's proxy, stop this job and find out who it is")
    case .nobody:
      return RunNotice(
        code: "tls-rewritten",
        message:
          "\(seen), whom nothing on this machine trusts: something in between opens TLS, and nothing "
          + "was sent to it; where it is your company's proxy, name its CA in network.ca_bundle")
    }
  }
}
