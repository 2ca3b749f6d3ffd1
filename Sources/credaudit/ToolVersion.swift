/// The version that reports and requests name.
enum ToolVersion {
  static let text = "0.1.0"
}
