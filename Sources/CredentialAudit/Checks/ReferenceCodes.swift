extension CodeMeaning {
  /// Why a reference cannot be read, and what is odd about what was read.
  static let referenceCodes: [CodeMeaning] = [
    CodeMeaning(
      "variable-not-set", "The job runs without the environment variable that the inventory names.",
      "Set it where the job is started: cron and services start with few variables."),
    CodeMeaning(
      "variable-empty", "The environment variable is set, but holds nothing.",
      "See why it was not filled in where the job is started."),
    CodeMeaning(
      "file-not-found", "There is no file at the path.",
      "Check the path, which is relative to the inventory's file, and whether the volume is mounted."
    ),
    CodeMeaning(
      "file-not-permitted", "The user that the job runs as may not read the file.",
      "Give that user, and nobody else, the right to read it."),
    CodeMeaning(
      "file-not-regular", "What is at the path is a folder, a pipe or a device.",
      "Name the file itself."),
    CodeMeaning(
      "file-too-large", "The file is larger than any secret or certificate.",
      "Name the file that holds it alone."),
    CodeMeaning(
      "file-empty", "The file holds nothing.", "See why it was not filled in."),
    CodeMeaning(
      "file-unreadable", "The file could not be read to its end.",
      "Look at the disk or the volume that it lies on."),
    CodeMeaning(
      "not-text", "What was read is not UTF-8 text.",
      "Store the secret as plain text: it may be encrypted, or in UTF-16."),
    CodeMeaning(
      "command-not-allowed",
      "The command was not run: a command is code, and is run only where nobody else could have written it.",
      "Make the inventory, its includes and their folders writable by this user alone; validate and --offline never run one."
    ),
    CodeMeaning(
      "command-not-started", "The command's program could not be started.",
      "Write its whole path, and see that this user may execute it."),
    CodeMeaning(
      "command-failed", "The command ended with an error.",
      "Run it by hand as the job's user; its output is never shown here."),
    CodeMeaning(
      "command-timeout", "The command did not end in time.",
      "Run it by hand as the job's user, without a terminal: it may be waiting for an answer."),
    CodeMeaning(
      "command-cancelled", "The run was ended while the command ran.", "Run again."),
    CodeMeaning(
      "command-output-too-large", "The command wrote more than any secret is long.",
      "Let it write the secret alone."),
    CodeMeaning(
      "command-output-empty", "The command succeeded and wrote nothing.",
      "Run it by hand as the job's user: the secret may lie elsewhere, or be written to standard error."
    ),
    CodeMeaning(
      "file-readable-by-others", "Other users of this machine may read the file.",
      "Take the right from them: chmod 600."),
    CodeMeaning(
      "file-writable-by-others", "Other users of this machine may change the file.",
      "Take the right from them: chmod 600."),
    CodeMeaning(
      "secret-looks-like-id", "The secret has the form of a GUID, as a secret's id has.",
      "Use the secret's value, which the portal shows only once."),
    CodeMeaning(
      "secret-placeholder", "The secret looks like what stands in a template.",
      "Put the real secret there, and see why it was not filled in."),
    CodeMeaning(
      "secret-quoted", "The secret begins or ends with a quotation mark.",
      "Remove the quotes: files and container environments take them literally."),
    CodeMeaning(
      "secret-blank-at-end", "The secret begins or ends with a blank.",
      "Remove it where the secret is kept."),
    CodeMeaning(
      "secret-carriage-return", "The secret ends with a carriage return.",
      "Save the file with Unix line ends."),
    CodeMeaning(
      "secret-several-lines", "The secret has more than one line.",
      "Keep the secret alone where the inventory refers to."),
    CodeMeaning(
      "secret-control-character", "The secret holds a control character.",
      "Store it again, typed or pasted as plain text."),
    CodeMeaning(
      "secret-not-ascii", "The secret holds characters beyond ASCII.",
      "See whether it was pasted with typographic quotes, dashes or invisible characters."),
  ]
}
