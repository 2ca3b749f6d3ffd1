import Testing

@testable import CredentialAudit

@Suite("Paths as text") struct PathNameTests {
  @Test(
    "are without empty and lone dot parts, and keep all else",
    arguments: [
      ("a", "a"), ("a/b", "a/b"), ("a//b", "a/b"), ("a/./b", "a/b"), ("./a", "a"), ("a/", "a"),
      ("a/.", "a"), (".", "."), ("", "."), ("./", "."), ("..", ".."), ("../a", "../a"),
      ("a/../b", "a/../b"), (".a/b.", ".a/b."), ("a./b", "a./b"), ("...", "..."), ("/", "/"),
      ("/.", "/"), ("//", "/"), ("//a", "/a"), ("/./a", "/a"), ("/a/b", "/a/b"), ("/a/", "/a"),
      ("/a/..", "/a/.."), ("/.a", "/.a"), ("/a/.b/c", "/a/.b/c"),
    ])
  func joined(_ path: String, _ clean: String) {
    #expect(PathName.join(".", path) == clean)
  }
}
