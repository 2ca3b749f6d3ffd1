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
    case .passed: lines.isEmpty ? "" : Self.output(lines)
    case .failed: element("failure", type: reason?.code, body: lines)
    case .errored: element("error", type: reason?.code, body: lines)
    // Its message is all that most tools show, and some take no text within.
    case .skipped:
      "      " + XMLText.empty("skipped", ["message": message]) + "\n"
        + (lines.isEmpty ? "" : Self.output(lines))
    }
  }

  private func element(_ name: String, type: String?, body: [String]) -> String {
    let start = XMLText.tag(name, ["type": type, "message": message])
    return "      \(start)\(Self.text(body))</\(name)>\n"
  }

  private var message: String? {
    reason.map { PrintableText.clean($0.message, maximum: 400) }
  }

  /// What was written beside the outcome, a line each.
  static func output(_ lines: [String]) -> String {
    "      <system-out>\(text(lines))</system-out>\n"
  }

  private static func text(_ lines: [String]) -> String {
    lines.map { XMLText.escaped($0, maximum: 600) }.joined(separator: "\n")
  }
}
