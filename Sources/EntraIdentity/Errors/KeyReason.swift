/// Why a client assertion's signature was refused.
///
/// An expired certificate has no code of its own: 700027 and the older 50012 cover a key that is
/// unknown, one that has ended and one that does not verify, and only the reason in brackets tells
/// which. These two codes are the only place where a description decides anything.
enum KeyReason: Hashable, Sendable {
  /// The certificate is not registered with the application, or has not spread yet.
  case notFound
  /// The registered certificate has ended; its time as the service wrote it.
  case expired(start: String?, end: String?)
  /// The certificate is known, but the signature does not verify with it.
  case verificationFailed

  /// Reads the reason.
  /// - Parameters:
  ///   - code: The refusal's code.
  ///   - description: The start of `error_description`, the reason whole.
  init?(code: Int, description: String) {
    guard code == 700027 || code == 50012, let open = description.firstRange(of: "[Reason - ")
    else { return nil }
    let reason = description[open.upperBound...]
    if reason.hasPrefix("The key was not found") {
      self = .notFound
    } else if reason.hasPrefix("The key used is expired") {
      self = .expired(start: Self.time("Start=", in: reason), end: Self.time("End=", in: reason))
    } else if reason.prefix(120).contains("use of the key to verify the signature failed") {
      self = .verificationFailed
    } else {
      return nil
    }
  }

  /// `01/23/2021 09:13:33` or `08/03/2017` as `2021-01-23 09:13:33` and `2017-08-03`. Month first,
  /// as the service writes it; anything else is nil, because a wrong date is worse than none.
  private static func time(_ label: String, in text: Substring) -> String? {
    guard let mark = text.firstRange(of: label) else { return nil }
    let value = text[mark.upperBound...].prefix {
      $0.isASCII && ($0.isNumber || "/: ".contains($0))
    }
    let words = value.split(separator: " ")
    let date = (words.first ?? "").split(separator: "/")
    guard date.map(\.count) == [2, 2, 4], let month = Int(date[0]), (1...12).contains(month),
      let day = Int(date[1]), (1...31).contains(day)
    else { return nil }
    let day10 = "\(date[2])-\(date[0])-\(date[1])"
    guard words.count > 1, words[1].split(separator: ":").map(\.count) == [2, 2, 2] else {
      return day10
    }
    return "\(day10) \(words[1])"
  }

  /// The catalogue's entry with what the reason adds to it.
  func refined(_ entry: RefusalMeaning) -> RefusalMeaning {
    let (category, cause, fix): (RefusalCategory, String, String)
    switch self {
    case .notFound:
      category = .credentialInvalid
      cause =
        "The certificate is not registered with the application: it was removed or never uploaded, or it has not spread yet."
      fix =
        "Register the certificate in use with the application; a new one takes some seconds to spread."
    case .expired(let start, let end):
      category = .credentialExpired
      let times = [start.map { "from \($0)" }, end.map { "to \($0)" }].compactMap(\.self)
      let span = times.isEmpty ? "" : ": it is valid " + times.joined(separator: " ")
      // The service has no other words for one that is not valid yet.
      cause =
        "The certificate that is registered with the application has ended or not begun\(span)."
      fix =
        "Make a new certificate, register it with the application and use it; where it has only not begun, use the one before it."
    case .verificationFailed:
      category = .credentialInvalid
      cause =
        "The certificate is registered with the application, but the signature does not verify with it: another private key signed, or another algorithm."
      fix = "Use the private key that belongs to the certificate with this thumbprint."
    }
    return RefusalMeaning(
      code: entry.code, name: entry.name, category: category, cause: cause, fix: fix,
      isRetryable: self == .notFound,
      appliesToClientCredentials: entry.appliesToClientCredentials, maySpread: self == .notFound)
  }
}
