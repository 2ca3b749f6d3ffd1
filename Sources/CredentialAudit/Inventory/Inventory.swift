/// What should exist: the inventory file and its includes, read whole and found in order. Only
/// ``InventoryLoader`` makes one, so that nothing runs over a file with a problem in it.
package struct Inventory: Sendable {
  /// The path of the first file, as given.
  package let path: String
  /// Lower-case hex over the bytes of all files, in the order in which they were read.
  package let sha256: String
  package let network: NetworkSettings
  /// What `defaults` says; tenants and credentials carry what holds for them.
  package let unknownFor: Days
  /// In the order of the files.
  package let tenants: [InventoryTenant]
  package let suppressions: [InventorySuppression]
  /// By which tags a credential is known to be production's.
  package let productionTags: ProductionTags
  /// Every file that was read, the first one first.
  package let files: [String]
  /// Every folder in which `include` looked for files, whether it found any or not.
  package let folders: [String]

  init(
    path: String, sha256: String, network: NetworkSettings, unknownFor: Days,
    tenants: [InventoryTenant], suppressions: [InventorySuppression],
    productionTags: ProductionTags = ProductionTags(), files: [String] = [], folders: [String] = []
  ) {
    self.path = path
    self.sha256 = sha256
    self.network = network
    self.unknownFor = unknownFor
    self.tenants = tenants
    self.suppressions = suppressions
    self.productionTags = productionTags
    self.files = files
    self.folders = folders
  }
}
