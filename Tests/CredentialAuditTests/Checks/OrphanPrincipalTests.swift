import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("A service principal whose application is not there")
struct OrphanPrincipalTests {
  private typealias Directory = DirectoryFixture

  @Test("is what is left of one that was registered here")
  func registeredHere() {
    let directory = Directory(isThere: false, appOwner: Directory.tenantID, hasToken: false)
    #expect(directory.found(.directoryApplication) == ["critical application-not-found"])
  }

  @Test(
    "tells of one that is registered elsewhere, or nowhere", arguments: [nil, Directory.client])
  func registeredElsewhere(_ owner: String?) {
    let directory = Directory(isThere: false, appOwner: owner)
    #expect(directory.found(.directoryApplication) == ["skipped application-of-other-tenant"])
  }

  @Test("misses none where it is of a kind that has no registration")
  func legacy() {
    let directory = Directory(
      isThere: false, principalType: "Legacy", appOwner: Directory.tenantID)
    #expect(directory.found(.directoryApplication) == ["skipped application-of-other-tenant"])
  }

  @Test("is told of after the one that was deleted and can be restored")
  func deleted() {
    let directory = Directory(
      deletedAt: Directory.days(-3), appOwner: Directory.tenantID, hasToken: false)
    #expect(directory.found(.directoryApplication) == ["critical application-deleted"])
  }

  @Test("is looked into for the credential in use")
  func credential() {
    var directory = Directory(
      isThere: false, principalPasswords: [Directory.password(1)], appOwner: Directory.tenantID)
    #expect(directory.found(.directoryCredential) == ["warning not-in-directory"])
    directory.fitting = [Directory.id(1)]
    #expect(directory.found(.directoryCredential) == ["warning on-service-principal"])
    directory.appOwner = Directory.client
    directory.fitting = []
    #expect(directory.found(.directoryCredential) == ["skipped application-of-other-tenant"])
  }
}
