/// One step through a YAML stream, as libyaml takes it.
struct YAMLEvent: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case scalar(String, plain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case alias(String)
  }

  let kind: Kind
  let position: YAMLPosition
  /// Which characters of the stream it is written in, a byte order mark not counted.
  let range: Range<Int>
  /// Whether what begins is written in brackets or braces.
  var isFlow = false
  var anchor: String?
  var tag: String?
}
