extension DirectoryFailure {
  /// Graph's own error, where that is what stopped the reading.
  var refusal: GraphRefusal? {
    if case .refused(let refusal) = reason { refusal } else { nil }
  }

  /// Whether there is no such entry, which Graph says by its own code: a 404 alone may come from a
  /// gateway that knows no such path.
  var isNotThere: Bool { refusal?.status == 404 && refusal?.code == "Request_ResourceNotFound" }

  /// Whether the service does not understand what it was asked: another form of it may do.
  var isNotUnderstood: Bool { refusal?.status == 400 }
}
