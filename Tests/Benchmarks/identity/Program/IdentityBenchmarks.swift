/// Measures EntraIdentity in one way and prints one number.
///
///     identity-benchmarks hit|miss TENANTS             seconds for one look
///     identity-benchmarks first TENANTS                seconds for all
///     identity-benchmarks sign PS256|RS256 BUNDLE      assertions a second
///     identity-benchmarks token network|canned AUTHORITY CLIENT_ID SECRET|BUNDLE
@main
struct IdentityBenchmarks {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("hit", 2):
      print(try await CacheMeasurement(tenants: number(words[1])).hit())
    case ("miss", 2):
      print(try await CacheMeasurement(tenants: number(words[1])).miss())
    case ("first", 2):
      print(try await CacheMeasurement.first(tenants: number(words[1])))
    case ("sign", 3):
      print(try await SigningMeasurement.rate(words[1], bundle: words[2]))
    case ("token", 5):
      try await OneToken.get(
        authority: words[2], clientID: words[3], credential: words[4],
        isCanned: words[1] == "canned")
    default: throw UnknownMeasurement()
    }
  }

  private static func number(_ word: String) throws -> Int {
    guard let number = Int(word), number > 0 else { throw UnknownMeasurement() }
    return number
  }
}

/// What was asked for is not one of the measurements.
struct UnknownMeasurement: Error {}
