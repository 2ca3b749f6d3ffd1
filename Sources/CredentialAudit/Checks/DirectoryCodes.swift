extension CodeMeaning {
  /// The code of whatever a directory would have said that was not read to its end.
  package static let directoryNotRead = "directory-not-read"

  /// What can be wrong with a directory, with reading it, and with what it says of what is declared.
  static let directoryCodes: [CodeMeaning] = [
    CodeMeaning(
      directoryNotRead,
      "The tenant's directory was not read to its end, so that nothing is said out of it.",
      "Mend what the tenant's directory.access says."),
    CodeMeaning(
      "directory-no-token", "The credential that reads the directory got no token for Graph.",
      "Mend what that credential's own findings say, or name another one in the tenant's directory."
    ),
    CodeMeaning(
      "directory-permission-missing",
      "The application that reads lacks a permission of Microsoft Graph.",
      "Grant the named application permission in the portal and have an administrator consent to it."
    ),
    CodeMeaning(
      "directory-refused", "Microsoft Graph refused to answer.",
      "Look the code up, and quote the request id to Microsoft's support."),
    CodeMeaning(
      "directory-unanswered", "No whole answer came from Microsoft Graph.",
      "Run again; where it stays, see whether the network lets requests to Graph's host through."),
    CodeMeaning(
      "directory-malformed", "What came is not what Microsoft Graph answers.",
      "Run again; where it stays, find out who answers at Graph's host."),
    CodeMeaning(
      "directory-foreign-link",
      "A page links to another host, which would have been sent the token.",
      "Find out who answers at Graph's host. Nothing was sent to the other one."),
    CodeMeaning(
      "directory-loop", "A page links to one that was read before: it would never have ended.",
      "Run again; where it stays, quote the collection and page to Microsoft's support."),
    CodeMeaning(
      "directory-miscounted",
      "Other numbers of entries came than were announced: some were missed or read twice.",
      "Run again: the directory may have changed meanwhile."),
    CodeMeaning(
      "directory-too-much", "The directory did not end within what a run bears.",
      "Give the run more time by network.deadline, or watch the declared applications only."),
    CodeMeaning(
      "directory-no-graph",
      "It is not known where this authority's cloud has its Microsoft Graph.",
      "Remove directory from the tenant."),
    CodeMeaning(
      "reader-unusable",
      "The credential that reads the directory could not be read, or cannot be used.",
      "Mend what its credential.source says, or name another one in the tenant's directory."),
    CodeMeaning(
      "reader-ends-soon",
      "The credential that reads the directory ends soon, and with it the sight of everything that only the directory knows.",
      "Create a new one now and hand it to the audit before this one ends."),
    CodeMeaning(
      "reader-end-unknown",
      "Nobody knows when the credential ends that reads the directory.",
      "Add expires to it, or read by a certificate or a managed identity."),
    CodeMeaning(
      "application-not-found", "The directory has no application with this client id.",
      "Correct client_id or the tenant's authority; where the application was purged, take it out of the inventory."
    ),
    CodeMeaning(
      "application-deleted",
      "The application was deleted; 30 days later it is purged with everything on it.",
      "Restore it in the portal (App registrations, Deleted applications) if it is still needed; else take it out of the inventory."
    ),
    CodeMeaning(
      "application-disabled", "The application is disabled: no token is given to it.",
      "Find out who disabled it and why before it is enabled again."),
    CodeMeaning(
      "principal-disabled", "The application's service principal may not sign in to this tenant.",
      "Enable it in the portal (Enterprise applications, Properties, Enabled for users to sign in) if that was not meant."
    ),
    CodeMeaning(
      "principal-missing", "The application was never brought into this tenant.",
      "Have an administrator consent to it, or create its service principal."),
    CodeMeaning(
      "application-of-other-tenant",
      "The application is registered in another directory, which alone knows its credentials.",
      "Nothing to do; audit it with that directory."),
    CodeMeaning(
      "no-owner", "Nobody is named who answers for the application.",
      "Add an owner in the portal, or owner in the inventory."),
    CodeMeaning(
      "not-in-directory",
      "The directory has no entry that could be this credential: it was removed, or never belonged to this application.",
      "Hand the application a credential that is in the directory, or correct what the inventory refers to."
    ),
    CodeMeaning(
      "several-entries-fit",
      "Several secrets of the application begin with the same characters, and their dates tell none of them.",
      "Write expires as the directory has it, or remove those that are not used."),
    CodeMeaning(
      "hint-unknown",
      "The directory has no hint of older secrets, so that none can be told to be it.",
      "Nothing to do; a new secret will have one."),
    CodeMeaning(
      "federation-differs",
      "The directory's federated credential compares letter by letter, and the assertion says something else: capitals and slashes at the end count.",
      "Write issuer, subject and audience in the directory exactly as the assertion has them."),
    CodeMeaning(
      "federations-not-read", "The application's federated credentials were not read.",
      "Nothing to do."),
    CodeMeaning(
      "federation-by-expression",
      "The directory compares the assertion's claims by an expression, which only it evaluates.",
      "Nothing to do; where a token was given, that is the proof."),
    CodeMeaning(
      "dates-differ", "Inventory and directory do not say the same end.",
      "Correct expires in the inventory, or remove it: the directory's end is known now."),
    CodeMeaning(
      "several-live-secrets",
      "The application has had more living secrets than the inventory declares for longer than a rotation takes.",
      "Declare those that are used, and remove the others: each is a way in."),
    CodeMeaning(
      "longer-than-policy", "It lives longer than the tenant's own policy allows for new ones.",
      "Replace it by one with a shorter life."),
    CodeMeaning(
      "on-service-principal",
      "It stands on the service principal, where no list of applications shows it.",
      "Move it to the application, or remove it if nobody uses it."),
    CodeMeaning(
      "no-end-date", "The directory says no end for it.",
      "Replace it by one that ends."),
    CodeMeaning(
      "depends-on-application", "There is no application to look into.",
      "Mend what directory.application says first."),
  ]
}
