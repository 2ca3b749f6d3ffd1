import EntraIdentity
import Foundation

extension AuthorityState {
  /// The portal of the tenant, where it has one.
  var portal: Portal? {
    switch self {
    case .proven(let resolved): Portal(resolved.authority, tenantID: resolved.tenantID)
    case .offline(let authority): authority.flatMap { Portal($0) }
    case .failed: nil
    }
  }
}

extension CredentialObservation {
  /// Where it is found in the portal; nil where there is no such place.
  var portalPage: String? {
    guard let portal = authority.portal, let clientID = planned.application.clientID.uuid else {
      return nil
    }
    if let holding { return portal.page(of: clientID, holding, match?.entries.first?.holder) }
    // Where no directory was read, a registration is taken to be here; a managed identity has none.
    if case .managedIdentity = planned.credential.kind { return nil }
    return portal.credentials(of: clientID)
  }
}

extension EntryObservation {
  /// Where it is found in the portal; nil where there is no such place.
  var portalPage: String? { portal?.page(of: clientID, holding, entry.holder) }
}

extension [Finding] {
  /// The same with the page of the portal among what was seen of the credential's source.
  /// - Parameter page: Its address, if there is one.
  /// - Returns: The findings.
  func leading(to page: String?) -> [Finding] {
    guard let page, let place = firstIndex(where: { $0.check == .credentialSource }) else {
      return self
    }
    var findings = self
    findings[place] = findings[place].showing("portal", page)
    return findings
  }
}

extension CredentialRecord {
  /// Where it is found in the portal, as it was when it was looked at.
  package var portalPage: String? {
    findings.lazy.filter { $0.check == .credentialSource }
      .compactMap { $0.evidence["portal"] }.first
  }
}
