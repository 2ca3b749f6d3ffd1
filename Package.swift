// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(
  name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let swiftASN1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")

let package = Package(
  name: "credaudit",
  products: [
    .library(name: "EntraIdentity", targets: ["EntraIdentity"]),
    .executable(name: "credaudit", targets: ["credaudit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // The command, and below it each layer it stands on.
    .executableTarget(
      name: "credaudit",
      dependencies: [
        "AuditReports", "AuditStore", "CredentialAudit", "EntraIdentity", "EntraSimulator",
        argumentParser, logging,
      ],
      swiftSettings: strict,
      // An eighth less of each start: nobody asks the program for its symbols, and many of its functions
      // are the same.
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--no-export-dynamic", "-Xlinker", "--icf=safe"],
          .when(configuration: .release))
      ]),
    .target(
      name: "AuditReports",
      dependencies: ["CredentialAudit", "EntraIdentity", crypto, mustache],
      swiftSettings: strict),
    .target(
      name: "AuditStore",
      dependencies: ["CredentialAudit", "EntraIdentity", grdb],
      swiftSettings: strict),
    .target(
      name: "CredentialAudit",
      dependencies: ["EntraIdentity", "CFileStatus", "CLibYAML", crypto],
      swiftSettings: strict),
    .target(
      name: "EntraIdentity",
      dependencies: [
        "COpenSSL", asyncHTTPClient, crypto, cryptoExtras, nioCore, nioHTTP1, nioPosix, nioSSL,
        swiftASN1, x509,
      ],
      swiftSettings: strict),
    // An identity service of its own: it imports none of the targets above, so that it cannot
    // share their mistakes.
    .target(
      name: "EntraSimulator",
      dependencies: [
        crypto, cryptoExtras, nioCore, nioHTTP1, nioPosix, nioSSL, swiftASN1, x509,
      ],
      swiftSettings: strict),
    .systemLibrary(name: "CFileStatus"),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Shares a cache file with a library that is not ours.
    .executableTarget(
      name: "cache-exchange",
      dependencies: ["EntraIdentity", crypto],
      path: "Tests/Interop/cache/Program",
      swiftSettings: strict),
    // Writes pages for a browser to open.
    .executableTarget(
      name: "page-runs",
      dependencies: ["AuditReports", "CredentialAudit", "TestSupport"],
      path: "Tests/Interop/page/Program",
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "COpenSSL", "CredentialAudit", "EntraIdentity", "EntraSimulator", crypto, cryptoExtras,
        swiftASN1, x509,
      ],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    // What is laid beside MSAL for Python.
    .executableTarget(
      name: "identity-tasks",
      dependencies: ["EntraIdentity"],
      path: "Tests/Interop/differential/Program",
      swiftSettings: strict),
    .executableTarget(
      name: "identity-benchmarks",
      dependencies: ["EntraIdentity"],
      path: "Tests/Benchmarks/identity/Program",
      swiftSettings: strict),
    // Every reader of what comes from outside, for a fuzzer.
    .executableTarget(
      name: "fuzz",
      dependencies: ["CredentialAudit", "EntraIdentity", crypto],
      path: "Tests/Fuzzing/Program",
      swiftSettings: strict),
    .executableTarget(
      name: "history-benchmarks",
      dependencies: ["AuditStore", "CredentialAudit"],
      path: "Tests/Benchmarks/history/Program",
      swiftSettings: strict),
    .executableTarget(
      name: "probe-benchmarks",
      dependencies: [
        "CredentialAudit", "EntraIdentity", asyncHTTPClient, nioCore, nioHTTP1, nioPosix, nioSSL,
      ],
      path: "Tests/Benchmarks/probe/Program",
      swiftSettings: strict),
    .testTarget(
      name: "EntraIdentityTests",
      dependencies: [
        "COpenSSL", "EntraIdentity", "EntraSimulator", "TestSupport", asyncHTTPClient, crypto,
        cryptoExtras, nioCore, nioPosix, nioSSL, swiftASN1, x509,
      ],
      resources: [.copy("Authority/Vectors")],
      swiftSettings: strict),
    .testTarget(
      name: "CredentialAuditTests",
      dependencies: ["CredentialAudit", "EntraIdentity", "EntraSimulator", "TestSupport"],
      resources: [.copy("Inventory/Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "AuditStoreTests",
      dependencies: ["AuditStore", "CredentialAudit", "TestSupport", grdb],
      resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "AuditReportsTests",
      dependencies: ["AuditReports", "CredentialAudit", "TestSupport", crypto],
      swiftSettings: strict),
    .testTarget(
      name: "EntraSimulatorTests",
      dependencies: [
        "EntraSimulator", asyncHTTPClient, crypto, cryptoExtras, nioCore, nioHTTP1, nioSSL,
        swiftASN1,
        x509,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "credauditTests",
      dependencies: [
        "AuditReports", "AuditStore", "CredentialAudit", "EntraIdentity", "EntraSimulator",
        "TestSupport", "credaudit", crypto,
      ],
      swiftSettings: strict),
  ]
)
