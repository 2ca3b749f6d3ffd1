import Foundation

/// Finds out in which region the process runs: by the variable `REGION_NAME`, else by asking the
/// machine's own metadata service. What it found stays found.
public actor RegionDetector {
  private let environment: [String: String]
  private let transport: (any PlatformTransport)?
  private let time: any TimeSource
  private var found: Region?
  private var askedAt: Date?

  /// The pause before a machine that gave no answer is asked again: most of them never will.
  private static let pause: TimeInterval = 600

  /// Makes a detector.
  /// - Parameters:
  ///   - environment: The environment's variables.
  ///   - transport: How the machine's metadata service is asked; nil to go by the variable alone.
  ///   - time: The clock.
  public init(
    environment: [String: String],
    transport: (any PlatformTransport)? = PlatformNetworkTransport(),
    time: any TimeSource = SystemTime()
  ) {
    self.environment = environment
    self.transport = transport
    self.time = time
  }

  /// The region; nil where it cannot be found out, or where what was found has no region's form.
  /// - Returns: The region.
  public func region() async -> Region? {
    // A variable that is set and wrong is a decision of whoever set it: the machine is not asked.
    if let name = environment["REGION_NAME"], !name.isEmpty { return Region(name) }
    if let found { return found }
    if let askedAt, time.now.timeIntervalSince(askedAt) < Self.pause { return nil }
    askedAt = time.now
    found = await location().flatMap(Region.init)
    return found
  }

  /// What the metadata service says, where there is one: a machine elsewhere has two seconds to show
  /// that nobody is there.
  private func location() async -> String? {
    guard let transport,
      let url = try? PlatformURL(
        "http://169.254.169.254/metadata/instance/compute?api-version=2021-02-01")
    else { return nil }
    let request = PlatformRequest(
      method: .get, url: url, headers: [(name: "Metadata", value: "true")], timeout: .seconds(2))
    guard let response = try? await transport.send(request), response.status == 200 else {
      return nil
    }
    return try? JSONValue.parse(response.body)["location"]?.string
  }
}

extension RegionSetting {
  /// The setting that `MSAL_FORCE_REGION` asks for, as Microsoft's libraries read it.
  /// - Parameter environment: The environment's variables.
  /// - Returns: The region; ``none`` where the variable is not set or has no region's form.
  public static func fromEnvironment(_ environment: [String: String]) -> RegionSetting {
    environment["MSAL_FORCE_REGION"].flatMap(Region.init).map(RegionSetting.named) ?? .none
  }
}
