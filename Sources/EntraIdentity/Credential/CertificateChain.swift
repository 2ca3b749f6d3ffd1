import X509

/// Puts the certificates of a bundle into the order of a chain.
enum CertificateChain {
  /// Longer chains do not exist in practice; the bound keeps cross-signed circles finite.
  private static let maximumLength = 10

  /// The chain from a leaf upwards, by issuer name and signature, as far as the bundle has it.
  /// Certificates that are not part of it are left out.
  /// - Parameters:
  ///   - leaf: Where the chain begins.
  ///   - certificates: The bundle, in any order.
  /// - Returns: The leaf, its issuer, and so on.
  static func ordered(
    from leaf: ParsedCertificate, among certificates: [ParsedCertificate]
  ) -> [ParsedCertificate] {
    // Looked up by name, so that a bundle of a thousand certificates is read in linear time.
    let bySubject = Dictionary(grouping: certificates, by: \.subject)
    var chain = [leaf]
    var last = leaf
    while chain.count < maximumLength, last.issuer != last.subject {
      let child = last
      let issuer = bySubject[child.issuer]?.first { candidate in
        !chain.contains { $0.der == candidate.der }
          && OpenSSLCertificate.isSigned(child.der, by: candidate.der)
      }
      guard let issuer else { break }
      chain.append(issuer)
      last = issuer
    }
    return chain
  }
}
