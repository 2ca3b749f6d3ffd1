/// The signing keys that an authority publishes (RFC 7517): those that can be used, by `kid`.
public struct KeySet: Sendable {
}
