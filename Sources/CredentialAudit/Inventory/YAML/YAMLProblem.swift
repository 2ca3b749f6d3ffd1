/// What is wrong with a file as YAML. It never holds a line of the file: whether that line stands
/// below `credentials` cannot be known of a file that does not parse.
struct YAMLProblem: Error, Hashable, Sendable {
  let code: InventoryProblem.Code
  let position: YAMLPosition
  let message: String
  var hint: String?

  init(
    _ code: InventoryProblem.Code, at position: YAMLPosition, _ message: String,
    hint: String? = nil
  ) {
    self.code = code
    self.position = position
    self.message = message
    self.hint = hint
  }
}
