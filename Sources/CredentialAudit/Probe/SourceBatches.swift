/// Credentials in the portions that are read at a time. A secret in a file or a variable is there at
/// once, and a task for each would take longer than reading it; a command may be slow, and so may a
/// certificate be whose key is locked by a stretched passphrase: these are alone.
struct SourceBatches<Credentials: IteratorProtocol<PlannedCredential>>: Sequence, IteratorProtocol {
  private static var size: Int { 32 }

  private var rest: Credentials
  /// Met where a portion had begun before.
  private var slow: PlannedCredential?

  init(_ credentials: Credentials) {
    rest = credentials
  }

  mutating func next() -> [PlannedCredential]? {
    if let slow {
      self.slow = nil
      return [slow]
    }
    var batch: [PlannedCredential] = []
    while batch.count < Self.size, let planned = rest.next() {
      guard planned.credential.kind.isSlow else {
        batch.append(planned)
        continue
      }
      guard !batch.isEmpty else { return [planned] }
      slow = planned
      break
    }
    return batch.isEmpty ? nil : batch
  }
}

extension CredentialSource {
  /// Whether reading it may take longer than a moment.
  fileprivate var isSlow: Bool {
    switch self {
    case .secret(let reference), .federated(.reference(let reference)): reference.isCommand
    case .certificate: true
    case .federated(.managedIdentity), .managedIdentity: false
    }
  }
}

extension SecretReference {
  fileprivate var isCommand: Bool {
    if case .command = self { true } else { false }
  }
}
