import Crypto
import Foundation

/// What a platform is asked, in the form that each of them wants.
struct PlatformQuestion: Sendable {
  let platform: ManagedIdentityPlatform
  let identity: ManagedIdentityID
  /// The resource's identifier: its App ID URI or GUID, not a scope.
  let resource: String
  /// What the caller is capable of: `CP1` says that claims challenges are understood.
  let capabilities: [String]
  /// The token that a resource has turned down by a claims challenge.
  let rejected: Secret?
  let product: ProductIdentity
  let requestID: String
  /// The limit of one attempt.
  let timeout: Duration

  /// How long connecting to the metadata service may take: it is one hop away, or not there.
  private static let metadataConnectTimeout: Duration = .seconds(2)

  /// The request; Azure Arc's needs the key that its agent asks for first.
  /// - Parameter key: The key.
  /// - Returns: The request.
  /// - Throws: ``IdentityError/request(_:)`` and ``IdentityError/platform(_:)`` where it could not be
  ///   answered.
  func request(key: Secret? = nil) throws(IdentityError) -> PlatformRequest {
    guard !resource.isEmpty, identity.value?.isEmpty != true else { throw .request(.noResource) }
    guard identity == .system || platform.source.takesUserAssigned else {
      throw .platform(
        PlatformProblem(
          .identityNotSelectable, at: platform.source,
          "\(platform.source.name) has one identity and lets nobody choose another"))
    }
    var request = PlatformRequest(
      method: .get, url: platform.endpoint, connectTimeout: timeout, timeout: timeout)
    request.headers = headers(key: key)
    request.pin = platform.pin
    switch platform.source {
    case .cloudShell:
      request.method = .post
      request.body = Secret("resource=" + FormEncoding.encoded(resource))
      request.headers.append(
        (name: "Content-Type", value: "application/x-www-form-urlencoded"))
    case .virtualMachine:
      request.url = platform.endpoint.adding(parameters)
      request.connectTimeout = Self.metadataConnectTimeout
    case .serviceFabric, .appService, .machineLearning, .azureArc:
      request.url = platform.endpoint.adding(parameters)
    }
    return request
  }

  /// Every secret in it, to be taken out of what the platform says.
  func sent(key: Secret? = nil) -> [Secret] { [platform.header, key, rejected].compactMap(\.self) }

  private var parameters: [(name: String, value: String)] {
    var parameters = [(name: "api-version", value: version), (name: "resource", value: resource)]
    if let selector { parameters.append(selector) }
    if platform.source == .serviceFabric {
      if let rejected {
        let digest = rejected.withValue { SHA256.hash(data: Data($0.utf8)) }
        let hexadecimal = Hexadecimal.upperCase(digest).lowercased()
        parameters.append((name: "token_sha256_to_refresh", value: hexadecimal))
      }
      if !capabilities.isEmpty {
        parameters.append((name: "xms_cc", capabilities.joined(separator: ",")))
      }
    }
    return parameters
  }

  private var version: String {
    switch platform.source {
    case .serviceFabric: "2019-07-01-preview"
    case .appService: "2019-08-01"
    case .machineLearning: "2017-09-01"
    case .azureArc: "2020-06-01"
    case .virtualMachine, .cloudShell: "2018-02-01"
    }
  }

  /// The parameter that chooses a user-assigned identity: three platforms, three spellings.
  private var selector: (name: String, value: String)? {
    switch (identity, platform.source) {
    case (.system, _): nil
    case (.clientID(let id), .machineLearning): ("clientid", id)
    case (.clientID(let id), _): ("client_id", id)
    case (.resourceID(let id), .appService): ("mi_res_id", id)
    case (.resourceID(let id), _): ("msi_res_id", id)
    case (.objectID(let id), _): ("object_id", id)
    }
  }

  private func headers(key: Secret?) -> [(name: String, value: String)] {
    var headers = [(name: "Accept", value: "application/json")]
    func add(_ name: String, _ secret: Secret?) {
      if let secret { headers.append((name: name, value: secret.withValue(\.self))) }
    }
    // What a browser cannot be made to send: it tells a program of the machine from a page that a
    // person has opened on it.
    let metadata = (name: "Metadata", value: "true")
    switch platform.source {
    case .serviceFabric: add("Secret", platform.header)
    case .machineLearning: add("secret", platform.header)
    case .appService:
      add("X-IDENTITY-HEADER", platform.header)
      // Automation, which has App Service's endpoint, wants it too.
      headers.append(metadata)
    case .azureArc:
      headers.append(metadata)
      add("Authorization", key.map { key in key.withValue { Secret("Basic " + $0) } })
    case .cloudShell: headers.append(metadata)
    case .virtualMachine:
      headers += [
        metadata, (name: "x-client-SKU", value: product.sku),
        (name: "x-client-Ver", value: product.version),
        (name: "x-ms-client-request-id", value: requestID),
      ]
    }
    headers.append((name: "User-Agent", value: product.userAgent))
    return headers
  }
}
