import EntraSimulator
import Foundation
import TestSupport
import Testing

/// What a run finds on its machine and in the network.
struct Scenario: Sendable {
  /// A file beside the inventory.
  struct File: Sendable {
    let bytes: [UInt8]
    var mode = 0o600
    /// What must never be seen anywhere; a certificate alone is public.
    var isSecret = true

    static func secret(_ text: String, mode: Int = 0o600) -> File {
      File(bytes: Array(text.utf8), mode: mode)
    }

    static func open(_ text: String) -> File {
      File(bytes: Array(text.utf8), mode: 0o644, isSecret: false)
    }
  }

  var inventory = Contoso.inventory()
  var world = Contoso.world()
  /// Variables beside those of the network; each value counts as a secret.
  var environment = ["SECRET": Contoso.secret]
  /// Variables that are no secrets, such as another proxy.
  var settings: [String: String] = [:]
  var files: [String: File] = [:]
  /// The machine or service that the run is on, where it keeps identities.
  var machine: SimulatedMachine?
  var startsAt = Contoso.today
  /// What is special about the machine that the run is on.
  var auditor = Auditor()

  /// Audits once and expects nothing but that there is no leak.
  func audit(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    try await perform { stage in
      try await stage.run(["audit"] + arguments, sourceLocation: sourceLocation)
    }
  }

  /// Sets the stage, plays on it and clears it away.
  func perform<Result: Sendable>(
    _ play: (Stage) async throws -> Result
  ) async throws -> Result {
    await Slots.shared.enter()
    do {
      let stage = try await Stage(self)
      do {
        let result = try await play(stage)
        await stage.clear()
        await Slots.shared.leave()
        return result
      } catch {
        await stage.clear()
        throw error
      }
    } catch {
      await Slots.shared.leave()
      throw error
    }
  }
}

/// So many scenarios at a time: each has a server of its own, and those that wait for a time limit
/// must not be kept from their sockets by fifty others.
actor Slots {
  static let shared = Slots(4)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func enter() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
