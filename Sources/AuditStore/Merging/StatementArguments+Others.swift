import GRDB

extension StatementArguments {
  /// Values of ours, then some that are passed on as they stand in another database.
  init(
    _ values: [(any DatabaseValueConvertible)?], then others: some Sequence<DatabaseValue>
  ) {
    self.init(values + others.map { $0 as (any DatabaseValueConvertible)? })
  }
}
