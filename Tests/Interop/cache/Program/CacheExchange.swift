import Crypto
import EntraIdentity
import Foundation

/// A program of ours that shares a cache file with a library that is not.
///
///     cache-exchange get|find FILE AUTHORITY CLIENT_ID SCOPE [FMI_PATH]
///
/// `get` asks the service for what is not in the file, with the secret in `CLIENT_SECRET`; `find` has
/// no network. It prints where the token is from and its SHA-256, or `nothing` where the network
/// would have had to be asked.
@main
struct CacheExchange {
  static func main() async {
    do {
      let arguments = try Arguments(CommandLine.arguments)
      guard let token = try await arguments.token() else {
        print("nothing")
        return
      }
      let digest = token.accessToken.withValue { SHA256.hash(data: Data($0.utf8)) }
      print(token.source.rawValue, digest.map { String(format: "%02x", $0) }.joined())
    } catch {
      FileHandle.standardError.write(Data("cache-exchange: \(error)\n".utf8))
      exit(1)
    }
  }
}
