import EntraIdentity

/// A credential as the survey found it: what may be said of it, and what to present with.
final class SurveyedSource: Sendable {
  let observation: SourceObservation
  /// Nil for a federated assertion, which is read anew at the moment of use, and for a managed
  /// identity.
  let credential: ClientCredential?

  init(observation: SourceObservation, credential: ClientCredential?) {
    self.observation = observation
    self.credential = credential
  }
}
