package import Foundation

/// A world for another process, described to it by files.
package protocol InteropWorld: Sendable {
  var world: SimulatedWorld { get }

  /// The files that describe it, with their names inside the folder: keys, certificates, secrets.
  func files(in folder: URL) -> [(name: String, text: String)]

  /// What `facts.json` says besides where the simulator listens.
  func facts(_ simulator: Simulator, in folder: URL) -> [JSONValue.Member]
}

extension InteropWorld {
  func path(_ name: String, in folder: URL) -> String {
    folder.appending(path: name).path(percentEncoded: false)
  }
}
