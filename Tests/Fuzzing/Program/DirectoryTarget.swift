import CredentialAudit
import EntraIdentity
import Foundation

extension FuzzTarget {
  private static let questions: [(path: String, query: String)] = [
    ("/applications", "$expand=owners"),
    ("/applications", "$expand=federatedIdentityCredentials"), ("/servicePrincipals", "$select"),
    ("/microsoft.graph.application", "$select"), ("/defaultAppManagementPolicy", ""),
    ("/applications/$count", ""),
  ]

  private static let statuses = [200, 200, 200, 400, 401, 403, 404, 429, 503]

  /// A directory's answers are a snapshot of bounded and printable names, or a failure without the
  /// token in it. The first byte chooses the question, the second one the status.
  static let directory = FuzzTarget { bytes in
    let question = questions[Int(bytes.first ?? 0) % questions.count]
    let status = statuses[Int(bytes.dropFirst().first ?? 0) % statuses.count]
    let graph = FuzzedGraph(question: question, status: status, bytes: Array(bytes.dropFirst(2)))
    let observation = Waiting.for {
      let time = StandingTime()
      let settings = NetworkSettings()
      guard let url = try? EndpointURL(FuzzedGraph.origin),
        let tenant = UUID(uuidString: FuzzedService.tenant)
      else { fatalError("both are well formed") }
      return await DirectoryReader(
        transport: graph,
        gate: RequestGate(settings: settings, time: time, deadline: time.now + 60),
        time: time, graph: url, tenantID: tenant, tokens: FuzzedTokens(), product: .library,
        settings: settings
      ).read(.all)
    }
    switch observation {
    case .read(let snapshot):
      var names = snapshot.principals.map(\.displayName) + snapshot.deleted.map(\.displayName)
      for application in snapshot.applications {
        names.append(application.displayName)
        names += application.passwords.map(\.displayName)
        names += application.keys.map(\.displayName)
        names += (application.owners ?? []).map(\.displayName)
      }
      for name in names.compactMap(\.self) {
        precondition(name.unicodeScalars.count <= 256, "a name is not cut")
        precondition(
          name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
          "a name is not cleaned")
      }
    case .failed(let failure):
      precondition(!"\(failure)".contains(FuzzedTokens.text), "a failure shows the token")
      precondition("\(failure)".utf8.count < 10_000, "a failure is as long as the answer")
    case .notRead: preconditionFailure("it was asked")
    }
  }
}
