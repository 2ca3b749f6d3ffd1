import EntraIdentity
import EntraSimulator
import Foundation

/// Where the demo lays out what a real machine would have: the inventory, and the secrets and
/// certificates that it names.
struct DemoFolder {
  let path: String
  private let now: Date

  /// What tells a demo's folder from anybody else's.
  private static let mark = ".credaudit-demo"

  /// Refuses a folder whose history or inventory is not a demo's: a demo begins by removing both.
  static func mayReplace(_ reports: String) throws {
    let files = FileManager.default
    let isInUse = ["/credaudit.sqlite", "/inventory"].contains {
      files.fileExists(atPath: reports + $0)
    }
    let isDemo = files.fileExists(atPath: reports + "/inventory/" + mark)
    guard isInUse, !isDemo else { return }
    throw UsageProblem(
      "the folder '\(reports.cleaned(maximum: 200))' holds a history or an inventory that is no "
        + "demo's",
      hint: "name another folder by --reports: a demo replaces what is there")
  }

  init(_ path: String, now: Date) throws {
    self.path = path
    self.now = now
    try? FileManager.default.removeItem(atPath: path)
    for folder in ["", "/secrets", "/certs", "/tokens"] {
      try FileManager.default.createDirectory(
        atPath: path + folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    try write("", to: Self.mark)
  }

  /// Writes a file that only this user may read, unless it is meant to be found out.
  func write(_ text: String, to name: String, mode: Int = 0o600) throws {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
  }

  /// Mints a secret of the form that Entra's have, and writes it down.
  func secret(_ name: String, mode: Int = 0o600) throws -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~.-")
    let tail = String((0..<34).map { _ in letters[Int.random(in: 0..<letters.count)] })
    let secret = "\(String((0..<3).map { _ in letters[Int.random(in: 0..<52)] }))8Q~\(tail)"
    try write(secret + "\n", to: "secrets/" + name, mode: mode)
    return secret
  }

  /// Mints a certificate that ends some days from now, and writes it and its key into one file, or
  /// into two where a second name is given.
  func certificate(
    _ name: String, key number: Int? = nil, from start: Double = -90, to end: Double,
    keyFile: String? = nil
  ) throws -> MintedCertificate {
    let day: TimeInterval = 86400
    let certificate = try MintedCertificate.client(
      name, key: try number.map { try MintedKey.reusableRSA($0) } ?? .p256(),
      notBefore: now.addingTimeInterval(start * day),
      notAfter: now.addingTimeInterval(end * day))
    if let keyFile {
      try write(certificate.pem, to: "certs/\(name).pem")
      try write(certificate.keyPEM, to: "certs/" + keyFile)
    } else {
      try write(certificate.pem + certificate.keyPEM, to: "certs/\(name).pem")
    }
    return certificate
  }

  /// The file's path.
  func file(_ name: String) -> String { path + "/" + name }
}
