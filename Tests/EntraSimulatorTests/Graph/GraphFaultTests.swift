import EntraSimulator
import Foundation
import Testing

@Suite("Graph misbehaves at the page that a script names")
struct GraphFaultTests {
  private static let list = "/applications?$top=10&$select=id"

  private static func scene(_ steps: GraphStep...) throws -> GraphScene {
    try GraphScene(GraphScene.many(30, script: steps))
  }

  @Test("the third page fails once, then it is right", arguments: [429, 500, 503, 403])
  func status(status: Int) throws {
    let fault: GraphFault =
      switch status {
      case 429: .answer(.throttled(.text("2.5")))
      case 403: .permissionMissing
      default: .answer(.status(status))
      }
    let scene = try Self.scene(.first(1, .applications, page: 3, fault))
    let pages = try scene.walk(Self.list)
    #expect(pages.map(\.status) == [200, 200, status])
    if status == 429 {
      #expect(pages[2].header("Retry-After") == "2.5")
      #expect(pages[2].graphCode == "TooManyRequests")
    }
    let again = try scene.get(try #require(pages[1].nextLink))
    #expect(again.values.count == 10)
  }

  @Test("other collections and other tenants are not touched")
  func others() throws {
    let scene = try Self.scene(.always(.applications, .answer(.status(503))))
    #expect(try scene.get("/servicePrincipals").status == 200)
    #expect(try scene.get("/applications").status == 503)
    #expect(try scene.get("/applications/\(GUID.numbered(1, kind: 0xA0))").status == 503)
  }

  @Test("an empty page has a link, and its entries come behind it")
  func empty() throws {
    let scene = try Self.scene(.first(1, .applications, page: 2, .emptyPage))
    let pages = try scene.walk(Self.list)
    #expect(pages.map(\.values.count) == [10, 0, 10, 10])
    #expect(Set(pages.flatMap(\.values).compactMap { $0["id"]?.text }).count == 30)
  }

  @Test("links lead in a circle, elsewhere or on without an end")
  func links() throws {
    let loop = try Self.scene(.always(.applications, page: 2, .loop)).walk(Self.list)
    #expect(loop.count == 200)
    #expect(Set(loop.dropFirst(1).compactMap(\.nextLink)).count == 1)
    let foreign = try Self.scene(
      .always(.applications, page: 3, .foreignLink(host: "evil.example")))
    let second = try #require(try foreign.get(Self.list).nextLink)
    let last = try #require(try foreign.get(second).nextLink)
    #expect(try foreign.get(last).nextLink?.hasPrefix("https://evil.example/v1.0/app") == true)
    let endless = try Self.scene(.always(.applications, .emptyPage)).walk(Self.list)
    #expect(Set(endless.compactMap(\.nextLink)).count == 200)
  }

  @Test("a page is cut, lacks entries or its list, and a count lies")
  func pages() throws {
    let scene = try Self.scene(
      .first(1, .applications, .truncated), .first(1, .applications, .shortened(by: 3)),
      .first(1, .applications, .withoutValue), .first(1, .applications, .counted(31)),
      .first(1, .applications, .answer(.closeMidResponse)))
    let cut = try scene.get(Self.list)
    #expect(cut.status == 200 && cut.json == nil && !cut.bytes.isEmpty)
    #expect(try scene.get(Self.list).values.count == 7)
    #expect(try scene.get(Self.list).json?["value"] == nil)
    let counted = try scene.get(Self.list + "&$count=true", eventual: true)
    #expect(counted.json?["@odata.count"] == 31)
    #expect(try scene.get(Self.list).ending == .closeMidway)
  }

  @Test("a token that expires in the middle is refused from then on, and a new one is taken")
  func expiredToken() throws {
    let scene = try Self.scene(.first(1, .applications, page: 2, .expiredToken))
    let token = try scene.token()
    let link = try #require(try scene.get(Self.list, token: token).nextLink)
    for url in [link, link, Self.list] {
      let answer = try scene.get(url, token: token)
      #expect(answer.status == 401)
      #expect(answer.graphCode == "InvalidAuthenticationToken")
    }
    #expect(try scene.get(link).values.count == 10)
  }

  @Test("members of a batch fail by what they ask for, and a batch as a whole")
  func batches() throws {
    let scene = try Self.scene(
      .first(1, .batch, .answer(.status(503))),
      .first(1, .federatedIdentityCredentials, .answer(.throttled(.seconds(3)))))
    let path = "/applications/\(GUID.numbered(1, kind: 0xA0))/federatedIdentityCredentials"
    let body: JSONValue = [
      "requests": .array(
        (0..<2).map { ["id": .string("\($0)"), "method": "GET", "url": .string(path)] })
    ]
    #expect(try scene.batch(body).status == 503)
    let members = try scene.batch(body).json?["responses"]?.elements
    #expect(members?.map { $0["status"]?.serialized } == ["200", "429"])
    #expect(members?.last?["headers"]?["Retry-After"] == "3")
  }
}
