extension TestCase {
  /// The element, its line ended.
  var xml: String {
    let attributes: KeyValuePairs<String, String?> = [
      "classname": className, "name": name,
    ]
    let told = content
    guard !told.isEmpty else { return "    " + XMLText.empty("testcase", attributes) + "\n" }
    return "    \(XMLText.tag("testcase", attributes))\n\(told)    </testcase>\n"
  }

  private var content: String {
    switch outcome {
    case .passed: output
    case .failed: element("failure", type: reason?.code, body: lines)
    case .errored: element("error", type: reason?.code, body: lines)
    // Tools show its message, and some take no text within it.
    case .skipped:
      "      " + XMLText.empty("skipped", ["message": message]) + "\n"
        + output
    }
  }

  private func element(_ name: String, type: String?, body: [String]) -> String {
    let start = XMLText.tag(name, ["type": type, "message": message])
    return "      \(start)\(Self.text(body))</\(name)>\n"
  }

  private var message: String? {
    reason.map { PrintableText.clean($0.message, maximum: 400) }
  }

  private var output: String {
    lines.isEmpty ? "" : "      <system-out>\(Self.text(lines))</system-out>\n"
  }

  /// Lines of text as an element has them.
  static func text(_ lines: [String]) -> String {
    lines.map { XMLText.escaped($0, maximum: 600) }.joined(separator: "\n")
  }
}
