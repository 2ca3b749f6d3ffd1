import NIOCore

/// One end of a tunnel: what is read here is written there, and who cannot write yet is not read
/// for, so that a body of many megabytes is never held whole. Both ends live on one event loop.
final class TunnelEnd: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var peer: TunnelEnd?
  private var context: ChannelHandlerContext?
  private var hasPendingRead = false

  static func pair() -> (TunnelEnd, TunnelEnd) {
    let (near, far) = (TunnelEnd(), TunnelEnd())
    near.peer = far
    far.peer = near
    return (near, far)
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    peer = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard let other = peer?.context else { return }
    other.write(wrapOutboundOut(unwrapInboundIn(data)), promise: nil)
  }

  func channelReadComplete(context: ChannelHandlerContext) { peer?.context?.flush() }

  func channelInactive(context: ChannelHandlerContext) {
    peer?.context?.close(promise: nil)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { peer?.readAgain() }
    context.fireChannelWritabilityChanged()
  }

  func read(context: ChannelHandlerContext) {
    if peer?.context?.channel.isWritable ?? true {
      context.read()
    } else {
      hasPendingRead = true
    }
  }

  private func readAgain() {
    guard hasPendingRead else { return }
    hasPendingRead = false
    context?.read()
  }
}
