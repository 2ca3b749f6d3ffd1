/// Days of the proleptic Gregorian calendar, for what reads dates by the thousand: a calendar that
/// knows of time zones and eras takes a hundred times as long.
package enum GregorianDay {
  /// How many days a day is from 1970-01-01.
  /// - Parameters:
  ///   - year: From 1.
  ///   - month: From 1.
  ///   - day: From 1.
  /// - Returns: The number, negative for earlier ones.
  package static func number(year: Int, month: Int, day: Int) -> Int {
    // Years are counted from March on, so that the leap day is the last of its year.
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
      + (153 * marchMonth + 2) / 5 + day - 1 - 719_468
  }
}
