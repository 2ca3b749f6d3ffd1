/// What is wrong with a page, and where in it: `value[17].keyCredentials[0].keyId is no GUID`.
struct GraphMalformation: Error, Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}
