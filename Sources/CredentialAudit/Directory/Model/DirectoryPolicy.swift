import Foundation

/// What the tenant's own rules say of how long credentials may live (`defaultAppManagementPolicy`), and
/// what others say instead for single applications.
package struct DirectoryPolicy: Sendable, Hashable {
  /// For what stands on registrations.
  package let applicationRules: [DirectoryRule]
  /// For what stands on service principals.
  package let principalRules: [DirectoryRule]
  package let exceptions: [DirectoryPolicyException]

  package init(
    applicationRules: [DirectoryRule] = [], principalRules: [DirectoryRule] = [],
    exceptions: [DirectoryPolicyException] = []
  ) {
    self.applicationRules = applicationRules
    self.principalRules = principalRules
    self.exceptions = exceptions
  }

  /// The longest life that the rules allow a credential.
  /// - Parameters:
  ///   - entry: The credential.
  ///   - holding: What it is a part of.
  /// - Returns: Seconds; nil where no rule is about it, or one that is lifts all others.
  func longestLife(of entry: DirectoryEntry, in holding: DirectoryHolding) -> Double? {
    // What is said of certificates is not said of keys that both sides have.
    guard entry.use != .symmetric else { return nil }
    let (usual, holder, createdAt) =
      switch entry.holder {
      case .application:
        (applicationRules, holding.application?.objectID, holding.application?.createdAt)
      case .servicePrincipal:
        (principalRules, holding.principal?.objectID, holding.principalCreation)
      }
    let own = exceptions.filter { exception in holder.map(exception.objects.contains) ?? false }
      .flatMap(\.rules).filter { $0.kind == entry.kind }
    let rules = own.isEmpty ? usual.filter { $0.kind == entry.kind } : own
    return rules.filter { $0.isFor(createdAt: createdAt) }.compactMap(\.longest).min()
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
