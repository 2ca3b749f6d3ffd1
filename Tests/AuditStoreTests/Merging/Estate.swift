@testable import AuditStore
import CredentialAudit
import Foundation

/// Nights of a few tenants, looked at whole by one process or in three parts, each of these in a
/// database of its own.
struct Estate {
  /// What there is to be found of one credential.
  struct Look {
    var tenant: String
    var name = "primary"
    var verdict = Verdict.pass
    var source = "env S"
    var ends: Date?
    var client = "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"
  }

  /// Of three parts, proseware is in the first, northwind in the second, contoso and fabrikam are in
  /// the third.
  static let tenants = ["proseware", "northwind", "contoso", "fabrikam"]
  static let everything = tenants.map { Look(tenant: $0) }

  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// One night as one process sees it.
  func whole(
    _ file: String = "whole", night: Int, run: String? = nil, _ looks: [Look] = everything
  ) throws {
    try record(
      file, run ?? "whole-\(night)", at: day(night), scope: RunScope(), looks, of: looks)
  }

  /// One part of a night, begun some seconds later than the one before it. `group` is the night's
  /// unless another is named.
  func part(
    _ index: Int, night: Int, in file: String? = nil, run: String? = nil,
    _ looks: [Look] = everything, group: String? = "night", isNamed: Bool = true,
    sha256: String = String(repeating: "ab", count: 32), version: String = "1.0.0",
    complete: Bool = true, hasEnd: Bool = true, delay: Double = 0,
    notices: [RunNotice] = [], suppressions: SuppressionAccount? = nil
  ) throws {
    let shard = Shard(index: index, count: 3)
    let mine = looks.filter { shard?.holds(tenant: $0.tenant) == true }
    try record(
      file ?? "part-\(index)", run ?? "part-\(index)-\(night)",
      at: day(night).addingTimeInterval(Double(index) * 2 - 2 + delay),
      scope: RunScope(
        shard: "\(index)/3", shardGroup: isNamed ? group.map { "\($0)-\(night)" } : nil),
      mine, of: looks, sha256: sha256, version: version, complete: complete, hasEnd: hasEnd,
      notices: notices, suppressions: suppressions)
  }

  /// The three parts of a night.
  func parts(night: Int, _ looks: [Look] = everything) throws {
    for index in 1...3 { try part(index, night: night, looks) }
  }

  /// Gives each part the merged history to go on with.
  func handOut(_ file: String = "merged") throws {
    for index in 1...3 {
      let place = scratch.path("part-\(index)")
      try? FileManager.default.removeItem(atPath: place)
      try FileManager.default.copyItem(atPath: scratch.path(file), toPath: place)
    }
  }

  @discardableResult
  func merge(_ files: [String], into target: String = "merged") throws -> MergeOutcome {
    let lock = try RunLock(database: scratch.path(target))
    return try AuditStore.merge(
      MergeSources(files.map { scratch.path($0) }, into: scratch.path(target)), holding: lock)
  }

  func dump(_ file: String = "merged") throws -> [String] {
    try Dump.lines(of: file, in: scratch)
  }

  /// Whether a database is whole, private, and nothing lies beside it that does not belong there.
  func isSound(_ file: String = "merged") throws -> Bool {
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
    return try scratch.lines("PRAGMA integrity_check", in: file) == ["ok"]
      && scratch.lines("PRAGMA foreign_key_check", in: file).isEmpty
      && scratch.mode(file) == 0o600 && !left.contains { $0.hasSuffix(".merge") }
  }

  /// The merged run of a night, with its records.
  func merged(night: Int, in file: String = "merged") throws -> StoredRun? {
    let group = ShardGroup(
      name: "night-\(night)", count: 3, offline: false, scope: RunScope())
    return try scratch.open(file).run(id: group.runID)
  }

  private func record(
    _ file: String, _ id: String, at start: Date, scope: RunScope, _ looks: [Look],
    of inventory: [Look], sha256: String = String(repeating: "ab", count: 32),
    version: String = "1.0.0", complete: Bool = true, hasEnd: Bool = true,
    notices: [RunNotice] = [], suppressions: SuppressionAccount? = nil
  ) throws {
    let lock = try RunLock(database: scratch.path(file))
    let run = AuditRun(
      id: id, startedAt: start, toolVersion: version, inventoryPath: "config/inventory.yaml",
      inventorySHA256: sha256, offline: false, scope: scope,
      auditor: ["clock": "right", "store": file])
    let recorder = try scratch.open(file).begin(run, holding: lock)
    try recorder.note(notices)
    let tenants = Set(looks.map(\.tenant)).sorted()
    try recorder.record(
      authorities: tenants.map(Self.authority), credentials: looks.map(Self.credential))
    if complete, hasEnd {
      try recorder.conclude(
        inventory: Set(
          inventory.map { Self.credential($0).name }
            + inventory.map { .authority(tenant: $0.tenant) }))
    }
    if let suppressions { try recorder.keep(suppressions) }
    if hasEnd {
      try recorder.finish(at: start.addingTimeInterval(60), complete: complete)
    }
  }

  private static func authority(_ tenant: String) -> AuthorityRecord {
    AuthorityRecord(
      tenant: tenant, authority: "https://login.microsoftonline.com/directory", kind: "entra",
      cloud: "public", tenantID: "6babcaad-604b-40ac-a9d7-9fd97c0b779f", owner: "team",
      location: SourceLocation(file: "config/\(tenant).yaml", line: 3, column: 5),
      findings: [Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: "well formed")])
  }

  private static func credential(_ look: Look) -> CredentialRecord {
    CredentialRecord(
      tenant: look.tenant, application: "billing", credential: look.name,
      clientID: look.client, kind: "secret", source: look.source, owner: "jo",
      roles: look.verdict == .pass ? ["User.Read.All"] : nil,
      expiresAt: look.ends, expiresFrom: look.ends.map { _ in "inventory" },
      daysLeft: look.ends.map { _ in 12 },
      findings: [
        Finding(
          check: .credentialAcquisition, verdict: look.verdict,
          code: look.verdict == .pass ? "ok" : "AADSTS7000222", summary: "looked at \(look.tenant)",
          evidence: ["scope": "https://graph.microsoft.com/.default"])
      ])
  }
}
