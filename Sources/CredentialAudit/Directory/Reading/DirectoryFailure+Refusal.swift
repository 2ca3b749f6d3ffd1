extension DirectoryFailure {
  /// Graph's own error, where that is what stopped the reading.
  var refusal: GraphRefusal? {
    if case .refused(let refusal) = reason { refusal } else { nil }
  }
}
