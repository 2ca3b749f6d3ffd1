/// The `expect` of an application: what its tokens must carry.
package struct TokenExpectations: Sendable, Hashable {
  package var roles: [String]
  package var audience: String?

  package init(roles: [String] = [], audience: String? = nil) {
    self.roles = roles
    self.audience = audience
  }
}
