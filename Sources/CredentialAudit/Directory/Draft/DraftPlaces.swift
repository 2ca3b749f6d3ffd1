/// Where a draft proposes to look for what the directory does not give out: a variable or a file for
/// each credential, no two the same.
struct DraftPlaces {
  private var variables: Set<String> = []
  private var files: Set<String> = []

  /// Takes the places of what is declared, so that none of them is proposed for something else.
  init(declared: some Sequence<InventoryCredential>) {
    for credential in declared {
      if case .secret(.env(let name)) = credential.kind { variables.insert(name) }
    }
  }

  mutating func reference(
    for kind: DirectoryEntry.Kind, named name: String, of application: String, in tenant: String
  ) -> DraftCredential.Reference {
    switch kind {
    case .secret:
      let words = [tenant, application, name].map { Self.word($0, separator: "_") }
      let text = words.filter { !$0.isEmpty }.joined(separator: "_").uppercased()
      let start = text.first.map { $0.isNumber ? "_" : "" } ?? "SECRET"
      return .secret(
        variable: Self.free(String((start + text).prefix(200)), separator: "_", &variables))
    case .certificate: return .certificate(file: file("certs", application, name, ".pem"))
    case .federated: return .federated(file: file("tokens", application, name, ""))
    }
  }

  private mutating func file(
    _ folder: String, _ application: String, _ name: String, _ ending: String
  ) -> String {
    let words = [application, name].map { Self.word($0, separator: "-").lowercased() }
    let stem = String(words.filter { !$0.isEmpty }.joined(separator: "-").prefix(120))
    return folder + "/"
      + Self.free(stem.isEmpty ? "credential" : stem, separator: "-", &files) + ending
  }

  /// The text or, where that is in use, the text with a number.
  private static func free(
    _ text: String, separator: String, _ taken: inout Set<String>
  ) -> String {
    var (candidate, number) = (text, 2)
    while !taken.insert(candidate).inserted {
      candidate = text + separator + String(number)
      number += 1
    }
    return candidate
  }

  /// Letters and digits of ASCII, with one separator in the place of everything between them.
  private static func word(_ text: String, separator: String) -> String {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: separator)
  }
}
