/// The rules for an RSA public key from a document: RFC 7518, section 3.3, wants 2048 bits or more.
enum RSAModulus {
  private static let maximumBits = 8192

  /// Judges modulus and exponent.
  /// - Parameters:
  ///   - modulus: Big-endian, without zeros in front.
  ///   - exponent: Big-endian, without zeros in front.
  /// - Returns: Why the key cannot be used, or nil.
  static func fault(modulus: [UInt8], exponent: [UInt8]) -> SkippedKey.Reason? {
    guard let first = modulus.first, let last = modulus.last, let lowest = exponent.last else {
      return .malformed
    }
    let bits = modulus.count * 8 - first.leadingZeroBitCount
    if bits < 2048 { return .modulusTooSmall }
    if bits > maximumBits { return .modulusTooLarge }
    // With an exponent of one, every message would be its own signature.
    guard last & 1 == 1, lowest & 1 == 1, exponent != [1], exponent.count <= 4 else {
      return .malformed
    }
    return hasWeakStructure(modulus) ? .weakModulus : nil
  }

  private static let smallPrimes: [Int] = [
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
  ]

  /// For each small prime, the powers of 65537 modulo it.
  private static let powers: [Set<Int>] = smallPrimes.map { prime in
    var powers: Set<Int> = []
    var power = 1
    while powers.insert(power).inserted { power = power * 65537 % prime }
    return powers
  }

  /// Whether the modulus is one of Infineon's (ROCA): its primes are powers of 65537 modulo every
  /// small prime, which a random modulus is by chance once in 10^8 or less.
  private static func hasWeakStructure(_ modulus: [UInt8]) -> Bool {
    zip(smallPrimes, powers).allSatisfy { prime, powers in
      powers.contains(modulus.reduce(0) { ($0 << 8 | Int($1)) % prime })
    }
  }
}
