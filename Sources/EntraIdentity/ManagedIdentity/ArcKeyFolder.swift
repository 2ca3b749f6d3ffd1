import Foundation

/// The folder in which Azure Arc's agent leaves its keys.
///
/// Whoever answers in the agent's place could name any file of this machine and be sent it in a
/// header. So a path is believed only where the agent would put it: directly in this folder, with
/// the suffix `.key`, a regular file and no link, of 4096 bytes at most.
public struct ArcKeyFolder: Hashable, Sendable {
  /// Where it lies.
  public let path: String

  /// No key of the agent's is larger.
  private static let sizeLimit = 4096

  /// The agent's folder on Linux.
  public static let standard = ArcKeyFolder(path: "/var/opt/azcmagent/tokens")

  /// Names a folder.
  /// - Parameter path: Where it lies, absolute and without a slash at its end.
  public init(path: String) {
    self.path = path
  }

  /// Reads the key that a challenge names.
  /// - Throws: ``PlatformProblem/Code/challengeInvalid`` where it names another place, and
  ///   ``PlatformProblem/Code/keyUnreadable`` where there is no such key to be read.
  func key(for challenge: ArcChallenge) throws(PlatformProblem) -> Secret {
    guard let name = name(in: challenge) else {
      throw PlatformProblem(
        .challengeInvalid, at: .azureArc,
        "the agent names \(challenge.path.cleaned(maximum: 200)), which is no key in \(path)")
    }
    let file = path + "/" + name
    let shown = file.cleaned(maximum: 300)
    func unreadable(_ reason: String) -> PlatformProblem {
      PlatformProblem(.keyUnreadable, at: .azureArc, "\(shown) \(reason)")
    }
    // Of the entry itself and not of what a link leads to.
    let entry = try? FileManager.default.attributesOfItem(atPath: file)
    guard let entry else { throw unreadable("is not there or may not be looked at") }
    guard entry[.type] as? FileAttributeType == .typeRegular else {
      throw unreadable("is not a regular file")
    }
    let size = (entry[.size] as? NSNumber)?.intValue ?? .max
    guard size <= Self.sizeLimit else { throw unreadable("is larger than any key") }
    guard let bytes = Self.read(file) else { throw unreadable("may not be read by this user") }
    guard bytes.count <= Self.sizeLimit else { throw unreadable("is larger than any key") }
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    // It goes into a header as it is.
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw unreadable("holds no key")
    }
    return Secret(text)
  }

  /// The key's name, where the challenge's path leads directly into this folder.
  private func name(in challenge: ArcChallenge) -> String? {
    guard challenge.path.hasPrefix(path + "/") else { return nil }
    let name = String(challenge.path.dropFirst(path.count + 1))
    guard name.hasSuffix(".key"), !name.hasPrefix("."), !name.contains("/"),
      name.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return name
  }

  /// At most one byte more than a key may have; nil where it cannot be opened. The entry may have been
  /// exchanged since it was looked at: a link is not followed, a pipe is not waited for.
  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: sizeLimit + 1)
    var length = 0
    while length < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress?.advanced(by: length), buffer.count - length)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      length += count
    }
    return Array(bytes.prefix(length))
  }
}
