extension SourceRemark {
  /// Whether it is about the file rather than about what a secret looks like: an assertion or a
  /// passphrase need not look like a client secret.
  var isAboutTheFile: Bool {
    code == .fileReadableByOthers || code == .fileWritableByOthers
  }
}
