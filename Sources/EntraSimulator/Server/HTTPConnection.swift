import NIOCore
import NIOHTTP1

/// One client's HTTP/1.1 connection: collects a request, asks the service, writes the response.
final class HTTPConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let service: any SimulatedService
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  /// The host whose request is being answered.
  private var answering: String?
  private static let longestBody = 1 << 20

  init(_ service: any SimulatedService) { self.service = service }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
    case .body(let buffer):
      guard body.count + buffer.readableBytes <= Self.longestBody else {
        context.close(promise: nil)
        return
      }
      body += buffer.readableBytesView
    case .end:
      guard let head else { return }
      self.head = nil
      answer(head, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    ended()
    context.fireChannelInactive()
  }

  private func ended() {
    if let host = answering { service.end(host) }
    answering = nil
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let request = SimulatedRequest(
      method: head.method.rawValue, authority: head.headers.first(name: "host") ?? "",
      target: head.uri, headers: head.headers.map { ($0.name, $0.value) }, body: body)
    body = []
    answering = request.host
    service.begin(request.host)
    let response = service.answer(request)
    guard let delay = response.delay else {
      write(response, keepAlive: head.isKeepAlive, context)
      return
    }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: TimeAmount(delay)) {
      let (connection, context) = bound.value
      guard context.channel.isActive else { return }
      connection.write(response, keepAlive: head.isKeepAlive, context)
    }
  }

  private func write(
    _ response: SimulatedResponse, keepAlive: Bool, _ context: ChannelHandlerContext
  ) {
    if case .wire(let bytes) = response.body {
      write(bytes, closes: response.ending != .hang, context)
      return
    }
    guard response.ending != .hang else { return }
    var head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status))
    for field in response.headers { head.headers.add(name: field.name, value: field.value) }
    if !keepAlive { head.headers.add(name: "Connection", value: "close") }
    switch response.body {
    case .bytes(let bytes) where response.ending == .closeMidway:
      head.headers.add(name: "Content-Length", value: String(bytes.count + 64))
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      let half = context.channel.allocator.buffer(bytes: bytes.prefix(bytes.count / 2))
      context.write(wrapOutboundOut(.body(.byteBuffer(half))), promise: nil)
      context.flush()
      context.close(promise: nil)
    case .bytes(let bytes):
      head.headers.add(name: "Content-Length", value: String(bytes.count))
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      let whole = context.channel.allocator.buffer(bytes: bytes)
      context.write(wrapOutboundOut(.body(.byteBuffer(whole))), promise: nil)
      finish(keepAlive: keepAlive, context)
    case .repeated(let chunk, let count):
      head.headers.add(name: "Transfer-Encoding", value: "chunked")
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      let buffer = context.channel.allocator.buffer(bytes: chunk)
      stream(buffer, count, keepAlive: keepAlive, context)
    case .wire: break
    }
  }

  /// Below the encoder, which would make HTTP of it.
  private func write(_ bytes: [UInt8], closes: Bool, _ context: ChannelHandlerContext) {
    let encoder = try? context.pipeline.syncOperations.context(
      handlerType: HTTPResponseEncoder.self)
    let buffer = context.channel.allocator.buffer(bytes: bytes)
    encoder?.writeAndFlush(NIOAny(buffer), promise: nil)
    if closes { context.close(promise: nil) }
  }

  /// Writes the next chunk when the last is gone, so that a client that stops reading stops us.
  private func stream(
    _ chunk: ByteBuffer, _ left: Int, keepAlive: Bool, _ context: ChannelHandlerContext
  ) {
    guard left > 0 else {
      finish(keepAlive: keepAlive, context)
      return
    }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(chunk)))).whenSuccess {
      // A client that reads fast has the chunk by now: going on from here would go one deeper with each,
      // and nobody else of this loop's would be served meanwhile.
      bound.value.1.eventLoop.execute {
        let (connection, context) = bound.value
        guard context.channel.isActive else { return }
        connection.stream(chunk, left - 1, keepAlive: keepAlive, context)
      }
    }
  }

  private func finish(keepAlive: Bool, _ context: ChannelHandlerContext) {
    ended()
    let done = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    guard !keepAlive else { return }
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    done.whenComplete { _ in bound.value.close(promise: nil) }
  }
}
