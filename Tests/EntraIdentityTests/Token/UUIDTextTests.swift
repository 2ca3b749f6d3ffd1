import Foundation
import Testing

@testable import EntraIdentity

@Suite("The text of ids") struct UUIDTextTests {
  @Test("is Foundation's in lower case", arguments: 0..<50)
  func text(_: Int) {
    let id = UUID()
    #expect(id.text == id.uuidString.lowercased())
  }

  @Test("says of a random one that it is random, and is another each time")
  func random() {
    let texts = (0..<200).map { _ in UUID.random().text }
    #expect(Set(texts).count == 200)
    for text in texts {
      let characters = Array(text)
      #expect(characters[14] == "4" && "89ab".contains(characters[19]), "\(text)")
    }
  }

  @Test(
    "is a GUID only with digits and dashes in their places",
    arguments: [
      "72f988bf-86f1-41af-91ab-2d7cd011db4\u{11}", "72f988bf-86f1-41af-91ab-2d7cd011db4g",
      "72f988bf-86f1-41af-91ab-2d7cd011db4", "72f988bf-86f1-41af-91ab-2d7cd011db477",
      "72f988bf086f1-41af-91ab-2d7cd011db47", "72f988bf-86f1-41af-91ab--d7cd011db47",
      "{72f988bf-86f1-41af-91ab-2d7cd011db}", "72f988bf-86f1-41af-91ab-2d7cd011dbé",
      " 72f988bf-86f1-41af-91ab-2d7cd011db4", "+2f988bf-86f1-41af-91ab-2d7cd011db47",
    ])
  func noGUID(text: String) {
    #expect(TenantID.guid(in: text) == nil)
  }

  @Test("is read in any letter case")
  func letterCase() {
    let guid = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    #expect(TenantID.guid(in: guid.uppercased()) == guid)
  }
}
