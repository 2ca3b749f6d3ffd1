import EntraSimulator
import Foundation

/// The cluster whose workloads prove themselves by its tokens, which live for an hour.
struct DemoCluster {
  static let issuer = "https://oidc.cluster.contoso.example/"

  private let key: MintedKey

  init() throws { key = try MintedKey.reusableRSA(13) }

  /// What the directory checks its tokens with.
  var keys: [RegisteredKey] { [.publicKey(pem: key.publicPEM, keyID: MintedAssertion.keyID)] }

  /// Two workloads, of which one moved to another namespace without anybody telling the directory.
  static let subjects = [
    "night-batch": "system:serviceaccount:batch:night",
    "old-cluster": "system:serviceaccount:legacy:night",
  ]

  /// Writes the tokens that the workloads have at this time.
  func writeTokens(to folder: DemoFolder, at time: Date) throws {
    for (name, subject) in Self.subjects {
      try folder.write(
        try MintedAssertion.workload(
          issuer: Self.issuer, subject: subject, audience: "api://AzureADTokenExchange", now: time,
          key: key),
        to: "tokens/" + name)
    }
  }
}
