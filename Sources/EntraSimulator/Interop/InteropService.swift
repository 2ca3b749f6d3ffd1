import Foundation

/// Serves a world until the task is cancelled, then says in `requests.json` what it was asked.
/// `facts.json` is written last and at once: whoever sees it may begin. Where requests are recorded,
/// `requests.jsonl` has each of them whole, secrets included, as it comes.
package func serveForInterop(
  _ interop: some InteropWorld, directory: String, recordsRequests: Bool = false
) async throws {
  let folder = URL(filePath: directory, directoryHint: .isDirectory)
  var journal: RequestJournal?
  if recordsRequests {
    let file = folder.appending(path: "requests.jsonl")
    try write("", to: file)
    journal = try RequestJournal(to: file)
  }
  let simulator = try await Simulator.start(interop.world, journal: journal)
  do {
    for (name, text) in interop.files(in: folder) + [("ca.pem", simulator.caPEM)] {
      try write(text, to: folder.appending(path: name))
    }
    let facts: [JSONValue.Member] =
      [
        .init(name: "proxy", value: .string(simulator.proxyURL)),
        .init(name: "proxy_port", value: JSONValue(simulator.proxyPort)),
        .init(name: "tls_port", value: JSONValue(simulator.tlsPort)),
        .init(name: "ca", value: .string(interop.path("ca.pem", in: folder))),
      ] + interop.facts(simulator, in: folder)
    try write(JSONValue.object(facts).serialized + "\n", to: folder.appending(path: "facts.json"))
    while !Task.isCancelled { try? await Task.sleep(for: .seconds(3_600)) }
    await simulator.stop()
    try write(
      requestCounts(simulator).serialized + "\n", to: folder.appending(path: "requests.json"))
  } catch {
    await simulator.stop()
    throw error
  }
}

/// Writes a file whole or not at all, for this user only.
private func write(_ text: String, to file: URL) throws {
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
    attributes: [.posixPermissions: 0o700])
  try Data(text.utf8).write(to: file, options: .atomic)
  try FileManager.default.setAttributes(
    [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
}

private func requestCounts(_ simulator: Simulator) -> JSONValue {
  let log = simulator.core.log.snapshot
  let counts = ScriptStep.Endpoint.allCases.map { endpoint in
    JSONValue.Member(
      name: endpoint.rawValue, value: JSONValue(log.countByEndpoint[endpoint] ?? 0))
  }
  // How many requests of a host were under way at the same time, at the most.
  let peaks = log.peakInFlight.sorted { $0.key < $1.key }.map { host, peak in
    JSONValue.Member(name: host, value: JSONValue(peak))
  }
  return .object(
    [JSONValue.Member(name: "total", value: JSONValue(log.total))] + counts
      + [JSONValue.Member(name: "peak_in_flight", value: .object(peaks))])
}
