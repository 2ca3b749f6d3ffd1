/// A host name (RFC 1123, section 2.1), which is what `trusted_hosts` lists: no scheme, port, path
/// or wildcard, and no address.
package enum HostName {
  /// In lower case, or nil.
  package static func canonical(_ text: String) -> String? {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 253, labels.count >= 2,
      labels.allSatisfy({ label in
        !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
              || $0 == 0x2D
          }
      }),
      labels.last?.contains(where: \.isLetter) == true
    else { return nil }
    return text.lowercased()
  }
}
