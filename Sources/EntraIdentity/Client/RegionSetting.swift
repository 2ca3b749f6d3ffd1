/// Whether tokens are asked for in a region's own token service. Tokens are the same wherever they
/// are fetched, and are cached as one.
public enum RegionSetting: Sendable {
  /// At the cloud's usual host.
  case none
  /// In this region.
  case named(Region)
  /// In the region where the process runs; at the usual host where that cannot be found out.
  case detected(RegionDetector)
}
