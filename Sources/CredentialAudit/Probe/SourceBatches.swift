/// Credentials in the portions that are read at a time. What is in files and variables is there at
/// once, and a task for each would take longer than reading it; a command may be slow, and is alone.
struct SourceBatches<Credentials: IteratorProtocol<PlannedCredential>>: Sequence, IteratorProtocol {
  private static var size: Int { 32 }

  private var rest: Credentials
  /// Met where a portion had begun before.
  private var command: PlannedCredential?

  init(_ credentials: Credentials) {
    rest = credentials
  }

  mutating func next() -> [PlannedCredential]? {
    if let command {
      self.command = nil
      return [command]
    }
    var batch: [PlannedCredential] = []
    while batch.count < Self.size, let planned = rest.next() {
      guard planned.credential.kind.runsCommand else {
        batch.append(planned)
        continue
      }
      guard !batch.isEmpty else { return [planned] }
      command = planned
      break
    }
    return batch.isEmpty ? nil : batch
  }
}

extension CredentialSource {
  /// Whether a command is run to read it.
  fileprivate var runsCommand: Bool {
    let reference: SecretReference? =
      switch self {
      case .secret(let reference), .federated(.reference(let reference)): reference
      case .certificate(let certificate): certificate.passphrase
      case .federated(.managedIdentity), .managedIdentity: nil
      }
    if case .command = reference { return true }
    return false
  }
}
