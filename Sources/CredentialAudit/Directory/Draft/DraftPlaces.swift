/// Where a draft proposes to look for what the directory does not give out: a variable or a file for
/// each credential, no two the same.
struct DraftPlaces {
  private let folder: String
  private var variables: Set<String> = []
  /// Seen from where the program was started, as the inventory's are.
  private var files: Set<String> = []

  /// Takes the places of what is declared, so that none of them is proposed for something else.
  /// - Parameters:
  ///   - folder: Where the file stands that names the proposals.
  ///   - credentials: All that the inventory has, of whatever tenant.
  init(in folder: String, declared credentials: some Sequence<InventoryCredential>) {
    self.folder = folder
    for credential in credentials {
      switch credential.kind {
      case .secret(let reference), .federated(.reference(let reference)): take(reference)
      case .certificate(let certificate):
        files.insert(certificate.file)
        if let key = certificate.key { files.insert(key) }
        if let passphrase = certificate.passphrase { take(passphrase) }
      case .federated(.managedIdentity), .managedIdentity: break
      }
    }
  }

  private mutating func take(_ reference: SecretReference) {
    switch reference {
    case .env(let name): variables.insert(name)
    case .file(let path): files.insert(path)
    case .command: break
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
      let variable = Self.free(String((start + text).prefix(200)), separator: "_") {
        variables.insert($0).inserted
      }
      return .secret(variable: variable)
    case .certificate:
      return .certificate(file: file("certs", [tenant, application, name], ".pem"))
    case .federated: return .federated(file: file("tokens", [tenant, application, name], ""))
    }
  }

  private mutating func file(
    _ folder: String, _ names: [String], _ ending: String
  ) -> String {
    let words = names.map { Self.word($0, separator: "-").lowercased() }
    let stem = String(words.filter { !$0.isEmpty }.joined(separator: "-").prefix(120))
    let base = folder + "/" + (stem.isEmpty ? "credential" : stem)
    let free = Self.free(base, separator: "-") {
      files.insert(PathName.join(self.folder, $0 + ending)).inserted
    }
    return free + ending
  }

  /// The text or, where that is in use, the text with a number.
  private static func free(
    _ text: String, separator: String, take: (String) -> Bool
  ) -> String {
    var (candidate, number) = (text, 2)
    while !take(candidate) {
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
