/// What somebody typed cannot be done: what is wrong and what to type instead.
struct UsageProblem: Error {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
