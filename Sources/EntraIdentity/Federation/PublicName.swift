/// Which hosts a server anywhere could be asked by: those with a name that the public DNS may have.
///
/// What a directory or somebody's document names must not lead an audit to the machine that it runs
/// on, or into the network around it. A public name may still resolve to a private address; what
/// answers there has no certificate for the name.
enum PublicName {
  /// Names that no public server has (RFC 6761, section 6; RFC 6762, section 3; RFC 8375, section 4;
  /// `internal` was set aside by ICANN in 2024).
  private static let reserved = [
    "localhost", "local", "internal", "home.arpa", "invalid", "onion",
  ]

  /// - Parameter host: A host as ``EndpointURL`` has it.
  /// - Returns: False for address literals, single labels and reserved names.
  static func isOne(_ host: String) -> Bool {
    let labels = host.utf8.split(separator: UInt8(ascii: "."))
    // The last label of an address is a number, and ``EndpointURL`` takes no other such host.
    guard labels.count > 1, !host.hasPrefix("["), let last = labels.last,
      !last.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return !reserved.contains { host == $0 || host.hasSuffix("." + $0) }
  }
}
