/// Many secrets, searched for in one pass over a text, however many they are: by the first bytes of
/// each, without regard to letter case.
struct SecretIndex: Sendable {
  /// Shorter values would take ordinary words out of every sentence; no service issues such.
  private static let shortest = 6

  private let secrets: [[UInt8]]
  private let byStart: [UInt64: [Int]]
  /// Which bytes a secret begins with, and which come second in one: most of a text is passed over by
  /// these alone.
  private let firsts: [Bool]
  private let seconds: [Bool]

  var isEmpty: Bool { secrets.isEmpty }

  /// - Parameter forms: The UTF-8 forms of what is searched for. The same one may come several times.
  init(_ forms: [[UInt8]]) {
    var secrets: [[UInt8]] = []
    var known: Set<[UInt8]> = []
    var byStart: [UInt64: [Int]] = [:]
    var firsts = [Bool](repeating: false, count: 256)
    var seconds = firsts
    for form in forms where form.count >= Self.shortest {
      let secret = form.map(Self.folded)
      // Not by those that begin alike: all JSON web tokens do, and there may be thousands.
      guard known.insert(secret).inserted else { continue }
      byStart[Self.start(of: secret, at: 0), default: []].append(secrets.count)
      secrets.append(secret)
      firsts[Int(secret[0])] = true
      seconds[Int(secret[1])] = true
    }
    self.secrets = secrets
    self.byStart = byStart
    self.firsts = firsts
    self.seconds = seconds
  }

  /// Where secrets are. A part counts where it is at least half of a secret, or what a cut has left
  /// of one: the ellipsis at the end tells of a cut.
  func occurrences(in text: [UInt8]) -> [Range<Int>] {
    guard text.count >= Self.shortest else { return [] }
    let body = text.count - Self.ellipsis(of: text)
    let text = text.map(Self.folded)
    var found: [Range<Int>] = []
    for position in 0...(text.count - Self.shortest)
    where firsts[Int(text[position])] && seconds[Int(text[position + 1])] {
      guard let candidates = byStart[Self.start(of: text, at: position)] else { continue }
      let longest = candidates.map { number -> Int in
        let secret = secrets[number]
        var length = Self.shortest
        while length < secret.count, position + length < text.count,
          secret[length] == text[position + length]
        { length += 1 }
        let isCut = body < text.count && position + length >= body
        return length * 2 >= secret.count || isCut ? length : 0
      }.max()
      if let longest, longest > 0 { found.append(position..<(position + longest)) }
    }
    return found
  }

  /// The length of the ellipsis at the end of a text that was cut; zero where there is none.
  private static func ellipsis(of text: [UInt8]) -> Int {
    text.suffix(3).elementsEqual("…".utf8) || text.suffix(3).elementsEqual("...".utf8) ? 3 : 0
  }

  private static func start(of text: [UInt8], at position: Int) -> UInt64 {
    text[position..<(position + shortest)].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
