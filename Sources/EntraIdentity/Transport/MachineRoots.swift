import Foundation
import NIOSSL

/// The roots that a machine trusts by itself, before any setting of ours; and of those the ones that
/// came with its system, because a company's own authority is added to the others.
package struct MachineRoots: Sendable, Hashable {
  private let files: [String]
  private let additions: [String]

  /// - Parameters:
  ///   - files: PEM files with all roots; the first that is there counts.
  ///   - additions: Folders in which whoever runs the machine puts roots of their own, which the
  ///     system copies into that file.
  package init(files: [String], additions: [String] = []) {
    self.files = files
    self.additions = additions
  }

  /// Where Linux systems keep them: Debian and its kin, Fedora and its kin, SUSE, Arch, Alpine.
  package static let system = MachineRoots(
    files: [
      "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
      "/var/lib/ca-certificates/ca-bundle.pem", "/etc/ssl/cert.pem",
    ],
    additions: [
      "/usr/local/share/ca-certificates", "/etc/pki/ca-trust/source/anchors",
      "/etc/pki/trust/anchors", "/etc/ca-certificates/trust-source/anchors",
    ])

  /// Those that came with the system; nil where there are none to compare with.
  func shipped() -> [NIOSSLCertificate]? {
    guard let file = files.first(where: Self.isFile),
      var roots = try? NIOSSLCertificate.fromPEMFile(file)
    else { return nil }
    for added in additions.flatMap(Self.certificates) {
      // One copy for each: a root that came with the system and was added as well has two.
      if let position = roots.firstIndex(of: added) { roots.remove(at: position) }
    }
    return roots.isEmpty ? nil : roots
  }

  private static func certificates(in folder: String) -> [NIOSSLCertificate] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.map { "\(folder)/\($0)" }.filter(isFile).flatMap { path in
      (try? NIOSSLCertificate.fromPEMFile(path))
        ?? (try? NIOSSLCertificate.fromDERFile(path)).map { [$0] } ?? []
    }
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}
