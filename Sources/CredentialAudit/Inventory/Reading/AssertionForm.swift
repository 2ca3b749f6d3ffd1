/// A `federated` credential: where its assertion is from.
enum AssertionForm {
  static func read(_ field: Field) -> AssertionReference? {
    guard case .mapping = field.node.content,
      let fields = field.fields(
        "a mapping of env, file, command or managed_identity",
        known: ReferenceForm.kinds + ["managed_identity"])
    else {
      // Text, a list or nothing: the same words as for a secret.
      if case .mapping = field.node.content { return nil }
      return ReferenceForm.read(field, "an assertion").map { .reference($0) }
    }
    if let identity = fields["managed_identity"], !ReferenceForm.kinds.contains(where: fields.has) {
      return ManagedIdentityForm.read(identity).map { .managedIdentity($0) }
    }
    return ReferenceForm.read(fields, "an assertion", others: ["managed_identity"])
      .map { .reference($0) }
  }
}
