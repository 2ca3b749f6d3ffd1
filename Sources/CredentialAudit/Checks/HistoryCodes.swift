extension CodeMeaning {
  /// What only the runs before tell.
  static let historyCodes: [CodeMeaning] = [
    CodeMeaning(
      "gone",
      "Runs over this inventory looked at it before; now the inventory no longer has it. It is said "
        + "once.",
      "If it was taken out on purpose, remove it at the service too; if not, put it back into the "
        + "inventory."),
    CodeMeaning(
      "looks-renamed",
      "Something left the inventory, and something new has the same client id and the same "
        + "certificate or source: names are identities, so that a new name begins a new history.",
      "Nothing, if the renaming was meant; write the old name again to go on with its history."),
  ]
}
