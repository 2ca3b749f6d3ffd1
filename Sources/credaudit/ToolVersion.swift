import EntraIdentity

/// The version that reports and requests name: the tool and the library are released as one.
enum ToolVersion {
  static let text = ProductIdentity.library.version
}
