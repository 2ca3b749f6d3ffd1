extension DirectoryPolicy {
  /// Reads `defaultAppManagementPolicy`: rules for registrations, and rules for service principals. A
  /// policy that is not enabled has none.
  init(_ fields: GraphFields) throws(GraphMalformation) {
    guard try fields.bool("isEnabled") ?? false else {
      self.init()
      return
    }
    self.init(
      applicationRules: try DirectoryRule.list(of: fields.object("applicationRestrictions")),
      principalRules: try DirectoryRule.list(of: fields.object("servicePrincipalRestrictions")))
  }

  /// The same with what holds for single applications.
  func with(exceptions: [DirectoryPolicyException]) -> DirectoryPolicy {
    DirectoryPolicy(
      applicationRules: applicationRules, principalRules: principalRules, exceptions: exceptions)
  }
}
