/// The bytes of a file, and what its permissions say. It has no printable form: keys are read
/// this way.
package struct FileContents: Sendable, CustomStringConvertible, CustomReflectable {
  package let bytes: [UInt8]
  /// Who else may read or write it. A certificate alone may be read by all; its key may not.
  package let remarks: [SourceRemark]

  package var description: String { "<\(bytes.count) bytes>" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
