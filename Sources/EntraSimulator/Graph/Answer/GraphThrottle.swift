import Foundation

/// Counts what was asked, in windows that begin with the first request after the last one.
struct GraphThrottle: Sendable {
  private struct Window {
    var start: Date
    var used: Int
  }
  private var units: [String: Window] = [:]
  private var keyLists: [String: Window] = [:]
  private static let unitSeconds: TimeInterval = 10
  private static let listSeconds: TimeInterval = 60

  /// Admits a request and says what its answer tells of the quota, or turns it away.
  mutating func admit(
    _ caller: GraphCaller, quota: GraphQuota, cost: Int, isKeyList: Bool, at now: Date
  ) throws(GraphError) -> [(name: String, value: String)] {
    let place = "\(caller.appID)/\(caller.tenant.id)"
    if isKeyList {
      let window = Self.open(keyLists[caller.tenant.id], Self.listSeconds, now)
      guard window.used < quota.keyLists else {
        throw Self.refusal(
          window, Self.listSeconds, now, scope: "Tenant/KeyCredentials/\(place)",
          reason: "KeyCredentialsLimitExceeded")
      }
      keyLists[caller.tenant.id] = Window(start: window.start, used: window.used + 1)
    }
    let window = Self.open(units[place], Self.unitSeconds, now)
    guard window.used + cost <= quota.units else {
      throw Self.refusal(
        window, Self.unitSeconds, now, scope: "Tenant_Application/ReadWrite/\(place)",
        reason: "ResourceUnitLimitExceeded")
    }
    let used = window.used + cost
    units[place] = Window(start: window.start, used: used)
    var headers = [(name: "x-ms-resource-unit", value: String(cost))]
    let share = Double(used) / Double(quota.units)
    if share > 0.8 {
      headers.append(("x-ms-throttle-limit-percentage", Self.decimal(share, places: 2)))
    }
    return headers
  }

  private static func open(_ window: Window?, _ length: TimeInterval, _ now: Date) -> Window {
    guard let window, now.timeIntervalSince(window.start) < length else {
      return Window(start: now, used: 0)
    }
    return window
  }

  private static func refusal(
    _ window: Window, _ length: TimeInterval, _ now: Date, scope: String, reason: String
  ) -> GraphError {
    let rest = max(0.001, length - now.timeIntervalSince(window.start))
    return .throttled([
      ("Retry-After", decimal(rest, places: 3)), ("x-ms-throttle-scope", scope),
      ("x-ms-throttle-information", reason), ("x-ms-throttle-limit-percentage", "1"),
    ])
  }

  private static func decimal(_ number: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((number * Double(scale)).rounded(.up))
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }
}
