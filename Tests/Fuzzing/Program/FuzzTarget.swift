/// A reader of untrusted bytes, with what must hold whatever it is given. It crashes where that does
/// not hold, for that is what a fuzzer looks for.
struct FuzzTarget: Sendable {
  let run: @Sendable ([UInt8]) -> Void

  static let all: [String: FuzzTarget] = [
    "inventory": .inventory, "configuration": .configuration, "token": .token, "jwt": .jwt,
    "keys": .keys, "certificate": .certificate, "directory": .directory,
  ]
}
