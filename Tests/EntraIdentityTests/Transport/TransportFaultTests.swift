import AsyncHTTPClient
import Foundation
import NIOCore
import Testing

@testable import EntraIdentity

/// Failures that only a network in a bad state gives, or that take their time to come.
@Suite struct TransportFaultTests {
  private static func fault(_ cause: any Error, proxyHost: String? = nil) -> TransportFault {
    TransportFault(cause, host: "login.contoso.example", proxyHost: proxyHost)
  }

  @Test("A proxy that does not answer as one does is the proxy's fault, in words for people")
  func proxy() {
    let fault = Self.fault(HTTPClientError.httpProxyHandshakeTimeout, proxyHost: "proxy.example")
    #expect(fault.error.kind == .proxy && fault.error.isTransient && !fault.isHandshake)
    #expect(fault.error.detail == "the proxy did not answer as an HTTP proxy does in time")
  }

  @Test("A connection that ends while it is being made ready is one that was reset")
  func cut() {
    // The client declares its own type inside a function; nobody else can name it.
    struct NoResult: Error {}
    let fault = Self.fault(NoResult())
    #expect(fault.error.kind == .reset && fault.error.isTransient)
    #expect(fault.error.detail == "the connection ended before TLS began")
  }

  @Test("An error of an unknown type keeps its name and is none of the known kinds")
  func unknown() {
    struct Strange: Error {}
    let fault = Self.fault(Strange())
    #expect(fault.error.kind == .other && fault.error.detail == "Strange")
  }

  @Test(
    "Too many open files are neither a host's nor a proxy's fault", arguments: [EMFILE, ENFILE],
    [nil, "proxy.example"])
  func files(_ code: Int32, _ proxyHost: String?) {
    let fault = Self.fault(IOError(errnoCode: code, reason: "socket"), proxyHost: proxyHost)
    #expect(fault.error.kind == .other)
    #expect(fault.error.detail == "no more files and connections may be open here")
  }
}
