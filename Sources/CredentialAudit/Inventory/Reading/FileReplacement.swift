/// What a file of an inventory is to say, before it says it.
struct FileReplacement {
  /// As the inventory calls it.
  let path: String
  let bytes: [UInt8]
}
