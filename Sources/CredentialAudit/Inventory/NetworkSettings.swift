/// The `network` section: how hard and how long the network may be asked.
package struct NetworkSettings: Sendable, Hashable {
  /// Requests in flight over all hosts.
  package var concurrency = 64
  /// Requests in flight to one host.
  package var perHost = 64
  /// Requests a second to one host.
  package var ratePerSecond = 50.0
  /// One attempt, connect to last byte.
  package var timeout: Duration = .seconds(20)
  /// Attempts after the first.
  package var retries = 3
  /// The whole run.
  package var deadline: Duration = .seconds(3600)
  /// The absolute or working-directory-relative path of a PEM file with further roots.
  package var caBundle: String?
  /// Whether unknown hosts may be asked about at the public cloud.
  package var instanceDiscovery = true

  package init() {}

  /// The same for the platform that the run is on. A virtual machine's metadata service answers
  /// everybody on it, five requests at a time and twenty a second.
  var ofPlatform: NetworkSettings {
    var settings = self
    settings.concurrency = min(concurrency, 5)
    settings.perHost = min(perHost, 5)
    settings.ratePerSecond = min(ratePerSecond, 20)
    return settings
  }

  /// The same for issuers that directories name, whose answers nobody waits for but they.
  var ofIssuers: NetworkSettings {
    var settings = self
    settings.concurrency = min(concurrency, 16)
    return settings
  }
}
