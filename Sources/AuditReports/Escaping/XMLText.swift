/// Text in an XML document (XML 1.0, fifth edition), within elements and attributes alike.
///
/// `FoundationXML` would make the system's libxml2 a condition, for five characters.
enum XMLText {
  /// The text on one line, without what XML 1.0 cannot carry even as a reference (section 2.2: most
  /// controls and two noncharacters, all of which `PrintableText` takes away).
  static func escaped(_ text: String, maximum: Int = PrintableText.maximum) -> String {
    let clean = PrintableText.clean(text, maximum: maximum)
    guard clean.utf8.contains(where: isMarkup) else { return clean }
    var result = ""
    for scalar in clean.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      // `]]>` may not stand in an element's text (section 2.4).
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// An opening tag; an attribute without a value is left out.
  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> String {
    "<\(name)\(attributes.map(attribute).joined())>"
  }

  /// An element without content.
  static func empty(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> String {
    "<\(name)\(attributes.map(attribute).joined())/>"
  }

  private static func attribute(_ name: String, _ value: String?) -> String {
    value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
  }
}
