extension CodeMeaning {
  /// The code of an end that is no alarm any more for its age alone.
  package static let endedLongAgo = "ended-long-ago"

  /// What is said of credentials that only the directory knows.
  static let entryCodes: [CodeMeaning] = [
    CodeMeaning(
      "directory-only", "Only the directory knows this credential: nobody here holds it.",
      "Nothing to do; to have it tried, declare it in the inventory."),
    CodeMeaning(
      "not-declared", "The directory has an application that the inventory does not declare.",
      "Declare it, or let the tenant's directory ignore it by client id or display name."),
    CodeMeaning(
      "not-begun", "Its time has not begun.", "Nothing to do."),
    CodeMeaning(
      "leftover-ended", "It has ended, and nobody removed it.",
      "Remove it in the portal (Certificates & secrets): it hides which one is in use."),
    CodeMeaning(
      endedLongAgo,
      "It ended over 30 days ago, nobody declared its application, and that has had none of its kind since.",
      "Remove the application if nobody misses it, else give it a new credential."),
    CodeMeaning(
      "leftover-live", "It is alive, and none of the declared credentials is it.",
      "Find out who uses it and declare it, or remove it: it is a way in."),
    CodeMeaning(
      "newer-beside",
      "It is newer than the one in use: somebody has begun to replace that one.",
      "Hand it to the application, then remove the older one."),
    CodeMeaning(
      "older-beside",
      "It is older than the one in use, which took its place lately and has to show that it does.",
      "Nothing yet: it can be removed once runs on seven days took the newer one, without a refusal."
    ),
    CodeMeaning(
      "not-told-apart",
      "A declared credential of this kind could not be compared with the directory's, and this may be it.",
      "Mend what that credential's own findings say."),
    CodeMeaning(
      "encrypts-tokens",
      "Tokens for the application are encrypted with it; it does not prove the application.",
      "Nothing to do; replace it in time, together with whoever decrypts with its key."),
    CodeMeaning(
      "signs-for-sso",
      "It signs tokens for single sign-on and does not prove the application.",
      "Nothing to do; replace it in time, together with whoever trusts it."),
  ]
}
