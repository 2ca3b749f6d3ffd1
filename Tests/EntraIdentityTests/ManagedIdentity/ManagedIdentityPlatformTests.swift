import EntraIdentity
import Testing

@Suite("Which platform this is")
struct ManagedIdentityPlatformTests {
  private static let header = "header-secret-of-the-platform"
  private static let thumbprint = String(repeating: "ab", count: 20)

  struct Place: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let environment: [String: String]
    var hasAgent = false
    let source: ManagedIdentitySource
    let endpoint: String
  }

  static let places = [
    Place(
      testDescription: "Service Fabric",
      environment: [
        "IDENTITY_ENDPOINT": "https://localhost:2377/metadata/identity/oauth2/token",
        "IDENTITY_HEADER": header, "IDENTITY_SERVER_THUMBPRINT": thumbprint, "MSI_ENDPOINT": "x",
        "MSI_SECRET": "x", "IMDS_ENDPOINT": "x",
      ], hasAgent: true, source: .serviceFabric,
      endpoint: "https://localhost:2377/metadata/identity/oauth2/token"),
    Place(
      testDescription: "App Service",
      environment: [
        "IDENTITY_ENDPOINT": "http://169.254.129.5:8081/msi/token", "IDENTITY_HEADER": header,
        "MSI_ENDPOINT": "x", "MSI_SECRET": "x", "IMDS_ENDPOINT": "x",
      ], hasAgent: true, source: .appService, endpoint: "http://169.254.129.5:8081/msi/token"),
    Place(
      testDescription: "Machine Learning",
      environment: [
        "MSI_ENDPOINT": "http://127.0.0.1:46808/MSI/auth", "MSI_SECRET": header,
        "IDENTITY_ENDPOINT": "x", "IMDS_ENDPOINT": "x",
      ], hasAgent: true, source: .machineLearning, endpoint: "http://127.0.0.1:46808/MSI/auth"),
    Place(
      testDescription: "Azure Arc, by its variables",
      environment: [
        "IDENTITY_ENDPOINT": "http://localhost:40342/metadata/identity/oauth2/token",
        "IMDS_ENDPOINT": "http://localhost:40342", "AZUREPS_HOST_ENVIRONMENT": "cloud-shell/1.0",
      ], source: .azureArc, endpoint: "http://localhost:40342/metadata/identity/oauth2/token"),
    Place(
      testDescription: "Azure Arc, by its agent", environment: ["MSI_ENDPOINT": "x"],
      hasAgent: true, source: .azureArc,
      endpoint: "http://127.0.0.1:40342/metadata/identity/oauth2/token"),
    Place(
      testDescription: "Azure Arc, by its agent, beside a variable that alone says nothing",
      environment: ["IDENTITY_ENDPOINT": "http://localhost:1/x"], hasAgent: true,
      source: .azureArc, endpoint: "http://127.0.0.1:40342/metadata/identity/oauth2/token"),
    Place(
      testDescription: "Cloud Shell, by its name",
      environment: ["AZUREPS_HOST_ENVIRONMENT": "cloud-shell/1.0"], source: .cloudShell,
      endpoint: "http://localhost:50342/oauth2/token"),
    Place(
      testDescription: "Cloud Shell, by its endpoint alone",
      environment: ["MSI_ENDPOINT": "http://localhost:50343/oauth2/token"], source: .cloudShell,
      endpoint: "http://localhost:50343/oauth2/token"),
    Place(
      testDescription: "another shell", environment: ["AZUREPS_HOST_ENVIRONMENT": "my-shell"],
      source: .virtualMachine,
      endpoint: "http://169.254.169.254/metadata/identity/oauth2/token"),
    Place(
      testDescription: "nothing at all", environment: [:], source: .virtualMachine,
      endpoint: "http://169.254.169.254/metadata/identity/oauth2/token"),
    Place(
      testDescription: "variables that are empty, which MSAL counts as set",
      environment: [
        "IDENTITY_ENDPOINT": "", "IDENTITY_HEADER": "", "MSI_ENDPOINT": "", "MSI_SECRET": "",
        "IMDS_ENDPOINT": "", "AZURE_POD_IDENTITY_AUTHORITY_HOST": "",
      ], source: .virtualMachine,
      endpoint: "http://169.254.169.254/metadata/identity/oauth2/token"),
  ]

  @Test("Vector 67: the most telling variables come first", arguments: places)
  func detection(_ place: Place) throws {
    let fileExists = { path in place.hasAgent && path == "/opt/azcmagent/bin/himds" }
    let source = ManagedIdentitySource.detect(
      environment: place.environment, fileExists: fileExists)
    #expect(source == place.source)
    let platform = try ManagedIdentityPlatform.detect(
      environment: place.environment, fileExists: fileExists)
    #expect(platform.source == place.source)
    #expect(platform.endpoint.description == place.endpoint)
  }

  @Test(
    "Vector 57: slashes behind the host of a stand-in are left out",
    arguments: ["http://localhost:1234", "http://localhost:1234/", "http://localhost:1234//"])
  func standIn(_ host: String) throws {
    let platform = try ManagedIdentityPlatform.detect(
      environment: ["AZURE_POD_IDENTITY_AUTHORITY_HOST": host], fileExists: { _ in false })
    #expect(
      platform.endpoint.description == "http://localhost:1234/metadata/identity/oauth2/token")
  }

  static let unusable: [[String: String]] = [
    ["IDENTITY_ENDPOINT": "http://evil.example/msi", "IDENTITY_HEADER": header],
    ["IDENTITY_ENDPOINT": "not a url", "IDENTITY_HEADER": header],
    ["IDENTITY_ENDPOINT": "http://localhost/msi", "IDENTITY_HEADER": "a\r\nHost: evil.example"],
    ["IDENTITY_ENDPOINT": "http://localhost/msi", "IDENTITY_HEADER": "a b"],
    ["MSI_ENDPOINT": "http://10.0.0.1/msi", "MSI_SECRET": header],
    ["MSI_ENDPOINT": "http://localhost/msi", "MSI_SECRET": "käse"],
    ["AZURE_POD_IDENTITY_AUTHORITY_HOST": "http://evil.example"],
    ["AZURE_POD_IDENTITY_AUTHORITY_HOST": "http://localhost:1/?x="],
    ["IDENTITY_ENDPOINT": "http://192.168.1.1/t", "IMDS_ENDPOINT": "x"],
    [
      "IDENTITY_ENDPOINT": "https://localhost/t", "IDENTITY_HEADER": header,
      "IDENTITY_SERVER_THUMBPRINT": "none",
    ],
    // Plain http on the machine does for others; Service Fabric's is to be known by its certificate.
    [
      "IDENTITY_ENDPOINT": "http://localhost/t", "IDENTITY_HEADER": header,
      "IDENTITY_SERVER_THUMBPRINT": thumbprint,
    ],
  ]

  @Test(
    "A variable that cannot be used is an error that names it, and no value", arguments: unusable)
  func settings(_ environment: [String: String]) throws {
    let problem = try #require(throws: PlatformProblem.self) {
      try ManagedIdentityPlatform.detect(environment: environment, fileExists: { _ in false })
    }
    #expect(problem.code == .settingsInvalid)
    #expect(environment.keys.contains { problem.detail.contains($0) })
    #expect(!environment.values.contains { problem.detail.contains($0) })
    #expect(!IdentityError.platform(problem).isTransient)
  }

  @Test("A platform prints no header")
  func printing() throws {
    let platform = try ManagedIdentityPlatform.detect(
      environment: ["IDENTITY_ENDPOINT": "http://localhost/t", "IDENTITY_HEADER": Self.header],
      fileExists: { _ in false })
    var dumped = ""
    dump(platform, to: &dumped)
    #expect(!"\(platform) \(String(reflecting: platform)) \(dumped)".contains(Self.header))
  }
}
