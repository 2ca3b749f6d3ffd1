extension CodeMeaning {
  /// Why the platform gave no token for a managed identity, or could not be asked.
  static let platformCodes: [CodeMeaning] = [
    CodeMeaning(
      "kept-by-platform",
      "A managed identity has no secret to read: the platform keeps its key and renews it.",
      "Nothing to do."),
    CodeMeaning(
      "no-managed-identity",
      "Nothing on this machine gives tokens: no platform has set its variables, and there is no metadata service.",
      "Run the job on the machine or service that has the identity; look whether a firewall keeps it from 169.254.169.254."
    ),
    CodeMeaning(
      "platform-settings-invalid",
      "A variable that the platform sets holds something that cannot be used, so nothing was sent.",
      "Take the variable out of the job's own settings; the platform sets it for what it starts."),
    CodeMeaning(
      "identity-not-selectable",
      "The platform has one identity and lets nobody choose, so it was not asked for another.",
      "Write managed_identity: system, or run the job where the user-assigned identity is."),
    CodeMeaning(
      "platform-certificate-mismatch",
      "The endpoint has another certificate than the one that Service Fabric has named; nothing was sent to it.",
      "Restart the service so that it gets the new thumbprint; if it stays, find out who answers there."
    ),
    CodeMeaning(
      "arc-challenge-invalid",
      "What answers in the place of Azure Arc's agent does not behave as the agent does.",
      "Find out what listens at the endpoint; the job must be able to trust it."),
    CodeMeaning(
      "arc-key-unreadable",
      "The file by which a program proves itself to Azure Arc's agent could not be read.",
      "Let the job's user into the group himds, which the agent's folder belongs to."),
    CodeMeaning(
      "identity-not-assigned",
      "The platform says that this machine or service does not have the identity.",
      "Assign the identity to the resource that the job runs on, or correct its id in the inventory."
    ),
    CodeMeaning(
      "platform-resource-refused",
      "The directory gives no token for this resource: it does not exist there, or its name is wrong.",
      "Check the scope: what stands before /.default is the resource."),
    CodeMeaning(
      "platform-unauthorized",
      "The platform does not let this process ask: its proof is missing, old or wrong.",
      "Start the job by the platform itself, so that it has the platform's variables; they change with each restart."
    ),
    CodeMeaning(
      "platform-throttled", "The platform is asked too often.",
      "Run again later; look what else on this machine asks for tokens."),
    CodeMeaning(
      "platform-fault",
      "The platform or the directory behind it failed, or is being updated.",
      "Run again later. App Service answers in this way for a resource that does not exist, too: check the scope."
    ),
    CodeMeaning(
      "platform-refused", "The platform refused and gave no more than what is shown.",
      "Look the platform's word up in its documentation."),
    CodeMeaning(
      "platform-unreachable", "The platform's endpoint on this machine gave no answer.",
      "Run again; where it stays, restart the platform's agent or the app, and compare the platform's variables with what listens."
    ),
    CodeMeaning(
      "no-resource", "A managed identity gives tokens for one resource, and none was named.",
      "Write scopes for the credential, its application or its tenant."),
  ]
}
