import Foundation

/// Finds out in which region the process runs: by the variable `REGION_NAME`, else by asking the
/// machine's own metadata service. What it found stays found.
public actor RegionDetector {
  private let environment: [String: String]
  private let time: any TimeSource
  private let ask: @Sendable () async -> String?
  private var found: Region?
  private var askedAt: Date?

  /// The pause before a machine that gave no answer is asked again: most of them never will.
  private static let pause: TimeInterval = 600

  /// Makes a detector.
  /// - Parameters:
  ///   - environment: The environment's variables.
  ///   - time: The clock.
  ///   - ask: Asks the machine for its region's name; nil where there is no answer.
  public init(
    environment: [String: String], time: any TimeSource = SystemTime(),
    ask: @escaping @Sendable () async -> String? = { nil }
  ) {
    self.environment = environment
    self.time = time
    self.ask = ask
  }

  /// The region; nil where it cannot be found out, or where what was found has no region's form.
  /// - Returns: The region.
  public func region() async -> Region? {
    // A variable that is set and wrong is a decision of whoever set it: the machine is not asked.
    if let name = environment["REGION_NAME"], !name.isEmpty { return Region(name) }
    if let found { return found }
    if let askedAt, time.now.timeIntervalSince(askedAt) < Self.pause { return nil }
    askedAt = time.now
    found = await ask().flatMap(Region.init)
    return found
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
