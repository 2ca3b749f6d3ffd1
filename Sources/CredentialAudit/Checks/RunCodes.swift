extension CodeMeaning {
  /// What a report says of its run as a whole: why it is no look at everything.
  static let runCodes: [CodeMeaning] = [
    CodeMeaning(
      "run-part",
      "The report shows one customer's or one team's part of a run.",
      "Write it without --tenant, --owner and --tag for the whole run."),
    CodeMeaning(
      "run-incomplete",
      "The run was ended early, was killed or is still under way: what it had not reached is unknown, not well.",
      "Run again. Where it happens every night, find out what ends the job, or give it more time."),
    CodeMeaning(
      "run-pruned",
      "The run is older than what 'credaudit prune' kept: only what was a subject's last state is left of it.",
      "Nothing can bring the rest back; prune with a longer --keep where it is asked for again."),
    CodeMeaning(
      "run-offline",
      "The run was told to ask nothing of the network: no credential was tried.",
      "Run without --offline to know whether they work."),
    CodeMeaning(
      "run-filtered",
      "The run was told to look at a part of the inventory only; the rest was not looked at.",
      "Run without --tenant, --application, --owner, --tag and --shard to look at everything."),
    CodeMeaning(
      "run-empty",
      "The run looked at nothing, so it proves nothing.",
      "See whether the inventory has tenants with applications; a part of few tenants and many shards may be empty."
    ),
  ]
}
