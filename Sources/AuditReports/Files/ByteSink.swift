/// Where a report's bytes go, chunk by chunk.
package typealias ByteSink = ([UInt8]) throws -> Void
