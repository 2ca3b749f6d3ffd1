import EntraIdentity
import Foundation

/// Reads the tenant's rules for the life of credentials, without which an audit goes on and says so.
struct PolicyReading {
  /// A policy for single applications, before it is asked which.
  private struct Custom {
    let id: UUID
    let rules: [DirectoryRule]

    init(_ fields: GraphFields) throws(GraphMalformation) {
      id = try fields.guid("id")
      rules =
        try fields.bool("isEnabled") ?? false
        ? DirectoryRule.list(of: fields.object("restrictions")) : []
    }
  }

  let session: GraphSession

  /// Reads the tenant's own rules and, where those may be read, those for single applications.
  /// - Parameter gaps: Hears what was not read, and why.
  /// - Returns: Nil where the tenant's own may not be read, are not served or cannot be understood.
  /// - Throws: Where they did not come for another reason.
  func read(_ gaps: inout DirectoryGaps) async throws(DirectoryFailure) -> DirectoryPolicy? {
    let usual: DirectoryPolicy
    do throws(DirectoryFailure) {
      usual = try await tenantsOwn()
    } catch {
      gaps.policy = try Self.gap(error)
      return nil
    }
    do throws(DirectoryFailure) {
      return usual.with(exceptions: try await exceptions())
    } catch {
      gaps.exceptions = try Self.gap(error)
      return usual
    }
  }

  private func tenantsOwn() async throws(DirectoryFailure) -> DirectoryPolicy {
    let place = GraphPlace(collection: GraphQuery.policy)
    let url = try session.url("policies/\(GraphQuery.policy)", at: place)
    let body = try await session.get(url, at: place).body
    do throws(GraphMalformation) {
      return try DirectoryPolicy(GraphFields(answer: body))
    } catch {
      throw place.failure(.malformed(error.text))
    }
  }

  /// A tenant has a handful of such policies, and only what says something of the life of credentials
  /// is asked whom it is for.
  private func exceptions() async throws(DirectoryFailure) -> [DirectoryPolicyException] {
    var policies: [Custom] = []
    let list = GraphList(
      session: session, name: GraphQuery.exceptions, queries: ["policies/\(GraphQuery.exceptions)"])
    try await list.forEach { fields throws(GraphMalformation) in
      policies.append(try Custom(fields))
    }
    var exceptions: [DirectoryPolicyException] = []
    for policy in policies where !policy.rules.isEmpty {
      let objects = try await objects(of: policy.id)
      exceptions.append(DirectoryPolicyException(objects: objects, rules: policy.rules))
    }
    return exceptions
  }

  /// Whom a policy is for: nobody where it is gone meanwhile.
  private func objects(of policy: UUID) async throws(DirectoryFailure) -> Set<UUID> {
    let path = "policies/\(GraphQuery.exceptions)/\(policy.text)/appliesTo"
    let list = GraphList(
      session: session, name: GraphQuery.exceptions,
      queries: ["\(path)?$select=id&\(GraphQuery.page)", path])
    var objects: Set<UUID> = []
    do throws(DirectoryFailure) {
      try await list.forEach { fields throws(GraphMalformation) in
        objects.insert(try fields.guid("id"))
      }
    } catch {
      guard error.isNotThere else { throw error }
      return []
    }
    return objects
  }

  /// Why something was not read that an audit can do without.
  private static func gap(_ failure: DirectoryFailure) throws(DirectoryFailure) -> String {
    switch failure.reason {
    case .permissionMissing(let needed): return "the permission \(needed) is missing"
    case .refused(let refusal) where [400, 403, 404].contains(refusal.status):
      return refusal.code.cleaned(maximum: 100)
    case .malformed(let text): return text.cleaned(maximum: 200)
    default: throw failure
    }
  }
}
