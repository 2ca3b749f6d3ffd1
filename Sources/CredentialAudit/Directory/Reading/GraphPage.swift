import EntraIdentity

/// One page of a list: its entries go to whoever asked, one by one, and only its link stays.
struct GraphPage {
  /// `@odata.nextLink`, which is followed unchanged; nil on the last page.
  private(set) var nextLink: String?
  private var names: Set<String> = []

  private static let maximumDepth = 24

  /// Reads a page.
  /// - Parameters:
  ///   - bytes: The page.
  ///   - entry: Hears each entry of `value`, in order, until it throws.
  /// - Throws: What is wrong with the page, or what `entry` threw.
  init(
    _ bytes: [UInt8], _ entry: (GraphFields) throws(GraphMalformation) -> Void
  ) throws(GraphMalformation) {
    var problem: GraphMalformation?
    var position = 0
    do throws(JSONParser.Problem) {
      var parser = JSONParser(bytes, maximumDepth: Self.maximumDepth)
      try parser.members(depth: 1) { parser, name, _ throws(JSONParser.Problem) in
        if !names.insert(name).inserted { problem = problem ?? Self.twice(name) }
        guard name == "value" else {
          let value = try parser.locatedValue(depth: 1).value
          if name == "@odata.nextLink", value != .null {
            nextLink = value.string ?? ""
          }
          return
        }
        try parser.elements(depth: 2) { element in
          defer { position += 1 }
          guard problem == nil else { return }
          do throws(GraphMalformation) {
            try entry(try GraphFields(element, path: "value[\(position)]"))
          } catch {
            problem = error
          }
        }
      }
      try parser.end()
    } catch {
      throw GraphMalformation("it is no JSON object with a list from byte \(error.offset) on")
    }
    if let problem { throw problem }
    guard names.contains("value") else { throw GraphMalformation("value is missing") }
  }

  private static func twice(_ name: String) -> GraphMalformation {
    GraphMalformation("\(name.cleaned(maximum: 60)) stands twice")
  }
}
