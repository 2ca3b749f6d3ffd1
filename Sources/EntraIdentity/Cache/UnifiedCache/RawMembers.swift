/// The members of a JSON object in their order, each as it is written. What is not understood is
/// copied, so that a number of forty digits, an escape or a name that stands twice stays what it is.
struct RawMembers: Sendable {
  private struct Member: Sendable {
    let key: [UInt8]
    var name: ArraySlice<UInt8>
    var value: ArraySlice<UInt8>
  }

  /// Where one member's name and value stand in a text.
  struct Place {
    let name: Range<Int>
    let value: Range<Int>
  }

  private var members: [Member] = []
  /// The position of each name; of one that stands twice the last counts, as everywhere.
  private var positions: [[UInt8]: Int] = [:]

  /// The names' UTF-8 forms. They are compared by bytes: to `String`, two ways to write an accent are
  /// one name.
  var keys: some Collection<[UInt8]> { positions.keys }

  /// The text of a member's value.
  subscript(_ key: [UInt8]) -> ArraySlice<UInt8>? { positions[key].map { members[$0].value } }

  /// Puts a value in the place of the one of this name, or at the end.
  mutating func set(_ key: [UInt8], to value: [UInt8]) {
    if let position = positions[key] {
      members[position].value = value[...]
    } else {
      let name = JSONValue.string(String(decoding: key, as: UTF8.self)).asciiText
      append(key, name: name[...], value: value[...])
    }
  }

  /// Puts a member at the end, even if there is one of its name.
  mutating func append(_ key: [UInt8], name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
    positions[key] = members.count
    members.append(Member(key: key, name: name, value: value))
  }

  mutating func remove(_ keys: Set<[UInt8]>) {
    guard !keys.isEmpty else { return }
    members.removeAll { keys.contains($0.key) }
    positions = [:]
    for (position, member) in members.enumerated() { positions[member.key] = position }
  }

  /// Writes the object as Python's `json` does with an indent of four.
  /// - Parameters:
  ///   - text: What it is added to.
  ///   - depth: How many objects it stands in.
  ///   - writeValue: Writes the value of the members that it knows, and says whether it did.
  /// - Returns: Where the members stand.
  func write(
    to text: inout [UInt8], depth: Int,
    _ writeValue: ([UInt8], inout [UInt8]) -> Bool = { _, _ in false }
  ) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(members.count)
    text += "{".utf8
    for member in members {
      text += places.isEmpty ? "\n".utf8 : ",\n".utf8
      text += repeatElement(0x20, count: 4 * (depth + 1))
      let name = text.count..<text.count + member.name.count
      text += member.name
      text += ": ".utf8
      let start = text.count
      if !writeValue(member.key, &text) { text += member.value }
      places.append(Place(name: name, value: start..<text.count))
    }
    if !members.isEmpty {
      text += "\n".utf8
      text += repeatElement(0x20, count: 4 * depth)
    }
    text += "}".utf8
    return places
  }

  /// Takes the members from the text that they were written to, so that no former text is kept.
  mutating func move(to text: [UInt8], _ places: [Place]) {
    for (position, place) in places.enumerated() {
      members[position].name = text[place.name]
      members[position].value = text[place.value]
    }
  }
}
