import Foundation

/// What the tenant's own rules say of how long credentials may live (`defaultAppManagementPolicy`).
package struct DirectoryPolicy: Sendable, Hashable {
  /// For what stands on registrations.
  package let applicationRules: [DirectoryRule]
  /// For what stands on service principals.
  package let principalRules: [DirectoryRule]

  package init(applicationRules: [DirectoryRule] = [], principalRules: [DirectoryRule] = []) {
    self.applicationRules = applicationRules
    self.principalRules = principalRules
  }

  /// The longest life that the rules allow a credential.
  /// - Parameters:
  ///   - entry: The credential.
  ///   - holding: What it is a part of.
  /// - Returns: Seconds; nil where no rule is about it.
  func longestLife(of entry: DirectoryEntry, in holding: DirectoryHolding) -> Double? {
    // What is said of certificates is not said of keys that both sides have.
    guard entry.use != .symmetric else { return nil }
    let (rules, createdAt) =
      switch entry.holder {
      case .application: (applicationRules, holding.application?.createdAt)
      case .servicePrincipal: (principalRules, holding.principalCreation)
      }
    return rules.lazy.filter { $0.kind == entry.kind && $0.isFor(createdAt: createdAt) }
      .compactMap(\.longest).min()
  }
}

extension DirectoryHolding {
  /// As of when the service takes the service principal to be: one of which that is not known counts as
  /// created in 2019, and none is older than the registration that it stands for.
  fileprivate var principalCreation: Date {
    principal?.createdAt ?? max(application?.createdAt ?? .distantPast, Self.unknownCreation)
  }

  private static let unknownCreation = Date(timeIntervalSince1970: 1_546_300_800)  // 2019-01-01
}
