import EntraIdentity

/// What is wrong with something that is outside its time, once the clocks have been compared.
struct ClockBlame {
  let cause: String
  let fix: String

  /// Of an assertion outside its validity (AADSTS700024): nil for any other refusal, and where the
  /// clocks were not compared.
  init?(for error: IdentityError, of kind: CredentialSource, clock: ClockReading?) {
    guard case .refused(let refusal) = error, refusal.entry?.code == 700_024, let clock else {
      return nil
    }
    let isMadeElsewhere = if case .federated = kind { true } else { false }
    let outside = "The assertion was outside its time for the service, and \(clock.sentence)"
    switch (clock.isOff, isMadeElsewhere) {
    case (true, false):
      cause = "\(outside), by which it was signed."
      fix =
        "Set this machine's clock by NTP, then run again: the certificate itself was not judged."
    case (true, true):
      cause = "\(outside). Where the assertion is made on this machine, that is the reason."
      fix =
        "Set this machine's clock by NTP. Where the assertion is made elsewhere, look at the clock "
        + "there, and have a fresh one made for every run."
    case (false, false):
      cause =
        "\(outside): so it is not the clock. The assertion was more than ten minutes on its way, or "
        + "the clock was set in between."
      fix =
        "Run again. Where it stays, look for what holds requests back, such as a proxy or a machine "
        + "that is suspended, and quote the correlation id to the service's support."
    case (false, true):
      cause =
        "\(outside): so it is not this machine's clock. The assertion had ended or not begun when it "
        + "was read; those of build systems live five minutes."
      fix =
        "Have a fresh assertion made just before it is read, and look at the clock of the machine "
        + "that makes it."
    }
  }

  /// Of a token that this machine's clock puts outside its time: nil where the clock is not off that
  /// way.
  init?(forTokenPastItsEnd isPast: Bool, clock: ClockReading?) {
    guard let clock, clock.isOff, isPast == (clock.offset > 0) else { return nil }
    cause = "The token is outside its time by this machine's clock alone: \(clock.sentence)."
    fix = "Set this machine's clock by NTP, then run again."
  }
}
