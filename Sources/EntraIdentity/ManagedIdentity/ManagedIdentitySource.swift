public import Foundation

/// The kinds of platform that keep an identity for what runs on them.
public enum ManagedIdentitySource: String, Hashable, Sendable, CaseIterable {
  /// A Service Fabric cluster.
  case serviceFabric = "service_fabric"
  /// App Service, Functions, Container Apps and Automation.
  case appService = "app_service"
  /// Azure Machine Learning.
  case machineLearning = "machine_learning"
  /// A server elsewhere that Azure Arc manages.
  case azureArc = "azure_arc"
  /// Cloud Shell: its tokens are those of the person who has signed in to the portal.
  case cloudShell = "cloud_shell"
  /// A virtual machine and what is built on one, by its instance metadata service (IMDS).
  case virtualMachine = "virtual_machine"

  /// The name, for a person to read.
  public var name: String {
    switch self {
    case .serviceFabric: "Service Fabric"
    case .appService: "App Service"
    case .machineLearning: "Azure Machine Learning"
    case .azureArc: "Azure Arc"
    case .cloudShell: "Cloud Shell"
    case .virtualMachine: "the virtual machine's metadata service"
    }
  }

  /// Whether the platform lets a program choose among identities. The others have one, and would
  /// answer with its token whatever is asked for.
  public var takesUserAssigned: Bool {
    switch self {
    case .appService, .machineLearning, .virtualMachine: true
    case .serviceFabric, .azureArc, .cloudShell: false
    }
  }

  /// Where the agent of Azure Arc lies on Linux.
  static let arcAgent = "/opt/azcmagent/bin/himds"

  /// Sees on which platform this is, as Microsoft's libraries do: by variables that the platform
  /// sets, the most telling first. A variable that is empty counts as none.
  ///
  /// Where nothing speaks for another platform it is a virtual machine; whether there is one shows
  /// when its metadata service is asked.
  /// - Parameters:
  ///   - environment: The process' variables.
  ///   - fileExists: Whether there is a file at a path: the Arc agent sets variables for services
  ///     only, so its program is looked for too.
  /// - Returns: The platform.
  public static func detect(
    environment: [String: String],
    fileExists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
  ) -> ManagedIdentitySource {
    func has(_ names: String...) -> Bool {
      names.allSatisfy { environment[$0]?.isEmpty == false }
    }
    if has("IDENTITY_ENDPOINT", "IDENTITY_HEADER") {
      return has("IDENTITY_SERVER_THUMBPRINT") ? .serviceFabric : .appService
    }
    if has("MSI_ENDPOINT", "MSI_SECRET") { return .machineLearning }
    if has("IDENTITY_ENDPOINT", "IMDS_ENDPOINT") || fileExists(arcAgent) { return .azureArc }
    if has("MSI_ENDPOINT")
      || environment["AZUREPS_HOST_ENVIRONMENT"]?.hasPrefix("cloud-shell") == true
    {
      return .cloudShell
    }
    return .virtualMachine
  }
}
