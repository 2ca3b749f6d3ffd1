import Foundation
import Synchronization

/// The part of Azure Arc's agent that lets only those ask who can read a file of root's group: each
/// challenge names a new key, and a key serves once.
final class ArcAgent: Sendable {
  private let folder: String
  private let wrong: String?
  private let keys = Mutex<Set<String>>([])

  init(folder: String, challenge: String?) {
    self.folder = folder
    wrong = challenge
  }

  /// The challenge, with the key that was made for it; neither where the request has proven itself.
  func challenge(_ request: SimulatedRequest) -> (answer: SimulatedResponse?, key: String?) {
    let sent = request.header("authorization") ?? ""
    if sent.hasPrefix("Basic "), keys.withLock({ $0.remove(String(sent.dropFirst(6))) }) != nil {
      return (nil, nil)
    }
    guard sent.isEmpty else {
      let body: JSONValue = ["error": "unauthorized", "error_description": "The key is wrong"]
      return (.json(body, status: 401), nil)
    }
    let key = "arc-key-" + GUID.random()
    let file = folder + "/" + GUID.random() + ".key"
    guard FileManager.default.createFile(atPath: file, contents: Data(key.utf8)) else {
      return (.empty(500), nil)
    }
    keys.withLock { _ = $0.insert(key) }
    var answer = SimulatedResponse.empty(401)
    answer.setHeader("WWW-Authenticate", wrong ?? "Basic realm=" + file)
    return (answer, key)
  }
}
