import EntraIdentity
import Foundation

/// What is not as it should be with one of the directory's entries by itself, whoever holds it.
struct EntryDrift {
  let entry: DirectoryEntry
  let evidence: Evidence
  let snapshot: DirectoryObservation?
  /// What the directory has of its application.
  let holding: DirectoryHolding

  func findings(_ check: CheckID) -> [Finding] {
    [place(check), life(check)].compactMap(\.self)
  }

  /// What stands on the service principal is not seen where applications are looked at. What signs
  /// or encrypts tokens for single sign-on belongs there.
  private func place(_ check: CheckID) -> Finding? {
    guard entry.holder == .servicePrincipal, entry.use == .proof || entry.use == .symmetric else {
      return nil
    }
    return .found(
      check, .warning, "on-service-principal",
      "it stands on the service principal and not on the application", evidence: evidence)
  }

  private func life(_ check: CheckID) -> Finding? {
    guard case .read(let snapshot) = snapshot, let life = entry.lifetime else { return nil }
    guard let longest = snapshot.policy?.longestLife(of: entry, in: holding), life > longest + 1
    else { return nil }
    var evidence = evidence
    evidence.add("policy_lifetime", "\(Int(longest / 86_400))d")
    evidence.add("lifetime", "\(Int(life / 86_400))d")
    return .found(
      check, .warning, "longer-than-policy",
      "it lives \(Int(life / 86_400)) days, and the tenant's policy allows \(Int(longest / 86_400))",
      evidence: evidence)
  }
}

extension DirectoryEntry {
  /// What the directory says of it, for reports; its hint is a part of the secret and never shown.
  var evidence: Evidence {
    var evidence: Evidence = ["key_id": keyID, "stands_on": holder.rawValue]
    let name = displayName?.cleaned(maximum: 120)
    evidence.add("display_name", name?.isEmpty == false ? name : nil)
    evidence.add("directory_start", start?.rfc3339)
    evidence.add("directory_end", end?.rfc3339)
    evidence.add("thumbprint_sha1", thumbprintSHA1)
    evidence.add("issuer", federation?.issuer.cleaned(maximum: 300))
    evidence.add("subject", federation?.subject?.cleaned(maximum: 300))
    evidence.add(
      "audience", federation?.audiences.joined(separator: " ").cleaned(maximum: 300))
    return evidence
  }
}
