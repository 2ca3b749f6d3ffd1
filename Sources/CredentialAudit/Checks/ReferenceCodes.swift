extension CodeMeaning {
  /// Why a reference could not be read.
  static let referenceCodes: [CodeMeaning] = [
    CodeMeaning(
      "variable-not-set", "The environment of this run has no such variable.",
      "Set it where the job is started: cron and services begin with few variables."),
    CodeMeaning(
      "variable-empty", "The variable is set, but there is nothing in it.",
      "Set it to the secret's value where the job is started."),
    CodeMeaning(
      "file-not-found", "There is no file at the path that the inventory names.",
      "Deploy the file, or correct its path; it is relative to the inventory file that names it."),
    CodeMeaning(
      "file-not-permitted", "This user may not read the file.",
      "Give the file to the user that runs the job."),
    CodeMeaning(
      "file-not-regular", "What lies at the path is no regular file.",
      "Name a file, not a folder, pipe or device."),
    CodeMeaning(
      "file-too-large", "The file is larger than anything that belongs there.",
      "Check that the path names the file that was meant."),
    CodeMeaning(
      "file-empty", "The file is there, but empty.",
      "Deploy it again; a failed deployment often leaves an empty file."),
    CodeMeaning(
      "file-unreadable", "The system could not read the file.",
      "Look at the disk or mount that it lies on."),
    CodeMeaning(
      "not-text", "What was read is not UTF-8 text.",
      "Write the secret as plain text; it may be encrypted, or in UTF-16."),
    CodeMeaning(
      "command-not-allowed", "The command was not run, because of how or where it is named.",
      "Let nobody else write to the inventory, its includes and their folders; validate and --offline run no command."
    ),
    CodeMeaning(
      "command-not-started", "The program could not be started.",
      "Check that it is there and may be run by this user."),
    CodeMeaning(
      "command-failed", "The program ended with an error.",
      "Run it by hand as the user of this job, with the few variables that it gets."),
    CodeMeaning(
      "command-timeout", "The program did not end in time and was ended.",
      "Run it by hand; a vault that cannot be reached often hangs."),
    CodeMeaning(
      "command-cancelled", "The run was ended while the program ran.", "Run again."),
    CodeMeaning(
      "command-output-too-large", "The program wrote more than any secret holds.",
      "Let it write the secret alone."),
    CodeMeaning(
      "command-output-empty", "The program ended well and wrote nothing.",
      "Check its arguments; it may have found no entry of that name."),
  ]

  /// What is odd about a file or a secret.
  static let remarkCodes: [CodeMeaning] = [
    CodeMeaning(
      "file-readable-by-others", "The file's permissions let others read it, and what it protects.",
      "Take the permissions of group and others away: chmod 600."),
    CodeMeaning(
      "file-writable-by-others", "The file's permissions let others exchange it.",
      "Take the permissions of group and others away: chmod 600."),
    CodeMeaning(
      "secret-looks-like-id",
      "The secret is a GUID, as a secret's id is; values have another form.",
      "Use the secret's value, which is shown only once; if it is lost, make a new secret."),
    CodeMeaning(
      "secret-placeholder", "The secret is a word that stands for one.",
      "Put the real value where the reference points to."),
    CodeMeaning(
      "secret-quoted", "A quotation mark at an end was probably meant for a shell.",
      "Remove it, unless the service really gave it."),
    CodeMeaning(
      "secret-blank-at-end", "A blank at an end was probably pasted with the secret.",
      "Remove it, unless the service really gave it."),
    CodeMeaning(
      "secret-carriage-return", "The file was probably written with Windows' line ends.",
      "Write it again with a plain line end, or none."),
    CodeMeaning(
      "secret-several-lines", "A client secret has one line.",
      "Name the file that holds the secret alone."),
    CodeMeaning(
      "secret-control-character", "A character that cannot be typed is in the secret.",
      "Write it again from where it was given."),
    CodeMeaning(
      "secret-not-ascii", "Entra's secrets are plain ASCII; this one is not.",
      "Write it again: editors put typographic characters in the place of plain ones."),
  ]
}
