extension CodeMeaning {
  /// What the network, a proxy or the service's load made impossible to see.
  static let networkCodes: [CodeMeaning] = [
    CodeMeaning(
      "dns-failure", "The host name does not resolve from this machine.",
      "Check the name for a typing error, then this machine's resolver and, behind a proxy, HTTPS_PROXY."
    ),
    CodeMeaning(
      "connection-refused", "Nobody listens at that address, or a firewall answers for it.",
      "Open the way to the host on its port, which is 443 unless the URL says otherwise, or name the proxy in HTTPS_PROXY."
    ),
    CodeMeaning(
      "connection-reset", "The connection ended before the response did.",
      "Run again; where it stays, look at proxies and firewalls that inspect TLS."),
    CodeMeaning(
      "timeout", "No whole response came within the time limit of an attempt.",
      "Run again; raise network.timeout only where the path is known to be slow."),
    CodeMeaning(
      "tls-untrusted", "The server's certificate chains to no root that this machine trusts.",
      "Behind a company's proxy, name its CA in network.ca_bundle; otherwise find out who answers in the host's place."
    ),
    CodeMeaning(
      "tls-expired", "The server's certificate is past its end or not yet valid.",
      "Compare this machine's clock with real time; if it is right, the host must renew its certificate."
    ),
    CodeMeaning(
      "tls-hostname", "The server's certificate is for another name.",
      "Check the host name in the inventory, and what answers in its place."),
    CodeMeaning(
      "tls-failure", "The TLS handshake failed.",
      "Check what stands between: a proxy that inspects TLS, or a server that is too old."),
    CodeMeaning(
      "proxy-failure", "The proxy refused to connect, or is not there.",
      "Check HTTPS_PROXY and NO_PROXY, and ask the proxy's owner to let the host through."),
    CodeMeaning(
      "response-too-large", "The response is larger than any document of this kind.",
      "Find out what answers at this address; it is not an OpenID service as known."),
    CodeMeaning(
      "malformed-response", "What came back is not HTTP.",
      "Find out what listens at this address."),
    CodeMeaning(
      "network-failure", "The request failed on its way.",
      "Run again; where it stays, look at the network between this machine and the host."),
    CodeMeaning(
      "cancelled", "The run was ended before this was looked at.", "Run again."),
    CodeMeaning(
      "deadline", "The run's deadline was reached before this was looked at.",
      "Raise network.deadline, or run the inventory in parts, by filters."),
    CodeMeaning(
      "throttled", "The service asked to be left alone for a while.",
      "Run again later; lower network.rate where it happens every time."),
    CodeMeaning(
      "service-fault", "The service failed on its own side.",
      "Run again later; where it stays, quote the correlation id to the service's support."),
    CodeMeaning(
      "portal-in-between",
      "A page, a redirect or a refusal came where the cloud's host would send a document: something stands in between.",
      "Look for a captive portal or a proxy that wants a login, and let this machine through to the host."
    ),
    CodeMeaning(
      "not-an-openid-service",
      "The host answered with something that is not an OpenID document or error.",
      "Check the authority's host and path; if they are right, ask the issuer's operator."),
    CodeMeaning(
      "unrequested-encoding",
      "The answer came packed although nobody had asked for it, and nothing is unpacked: a small body could become an endless one.",
      "Have the host, or the cache or proxy before it, send plain answers to requests without Accept-Encoding."
    ),
    CodeMeaning(
      "unexpected-response",
      "The token endpoint answered with something that is neither a token nor an OAuth error.",
      "Run again; where it stays, look at what stands between this machine and the host."),
    CodeMeaning(
      "refused-without-reason", "The service refused and gave no usable reason.",
      "Check client id, credential and scope at the issuer; its log tells more than its answer."),
    CodeMeaning(
      "document-malformed", "The document is not the JSON that it says it is.",
      "Ask the issuer's operator to repair the OpenID configuration."),
    CodeMeaning(
      "document-incomplete", "The document lacks fields that the flows need.",
      "Ask the issuer's operator to complete the OpenID configuration."),
    CodeMeaning(
      "not-found", "The host has no such document: there is no authority at this path.",
      "Check the authority's path: tenant, policy or realm."),
  ]
}
