extension CodeMeaning {
  /// What a run says of the inventory's suppressions and tags, beside its verdicts.
  static let inventoryCodes: [CodeMeaning] = [
    CodeMeaning(
      "suppression-expired",
      "The last day of a suppression is over: what it silenced counts again.",
      "Mend what it stood for and remove it from the inventory, or let its owner answer for it until a new day."
    ),
    CodeMeaning(
      "suppression-lapses",
      "A suppression ends within 14 days; from the day after on, what it silences counts again.",
      "Mend what it stands for until then, or let its owner answer for it until a later day."),
    CodeMeaning(
      "suppression-unused",
      "A suppression matched nothing in a run that looked at everything that it could match.",
      "Remove it where its reason is over; correct what it names where that is a typing error."),
    CodeMeaning(
      "production-tag-unused",
      "production_tags has an entry that fits no tag in the inventory.",
      "Correct it, or give the tag to what is production's: otherwise nothing is put first by it."),
  ]
}
