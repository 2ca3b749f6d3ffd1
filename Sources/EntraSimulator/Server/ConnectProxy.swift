import NIOCore
import NIOPosix

/// One client of the proxy: reads its CONNECT (RFC 9110, section 9.3.6), then tunnels it to the TLS
/// listener, whatever host of this world it named.
final class ConnectProxy: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum State {
    case head(ByteBuffer)
    case connecting(rest: ByteBuffer)
    case tunnelling
    /// A tunnel that ends with the next bytes.
    case ending
    /// Refused, hanging or on its way out: whatever else comes is dropped.
    case deaf
  }

  private let core: SimulatorCore
  private let log: ProxyLog
  /// Where a host's TLS listener is.
  private let port: @Sendable (_ host: String) -> Int
  private var state = State.head(ByteBuffer())
  private static let longestHead = 16_384
  private static let established = ByteBuffer(
    string: "HTTP/1.1 200 Connection established\r\n\r\n")

  init(_ core: SimulatorCore, _ log: ProxyLog, port: @escaping @Sendable (_ host: String) -> Int) {
    self.core = core
    self.log = log
    self.port = port
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var arrived = unwrapInboundIn(data)
    switch state {
    case .head(var buffer):
      buffer.writeBuffer(&arrived)
      state = .head(buffer)
      readHead(buffer, context)
    case .connecting(var rest):
      rest.writeBuffer(&arrived)
      state = .connecting(rest: rest)
    case .tunnelling: context.fireChannelRead(data)
    case .ending: context.close(promise: nil)
    case .deaf: break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func readHead(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    let bytes = buffer.readableBytesView
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
      if bytes.count > Self.longestHead { context.close(promise: nil) }
      return
    }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    let words = head.split(separator: "\r\n").first?.split(separator: " ") ?? []
    guard words.count == 3, words[0] == "CONNECT" else {
      refuse(400, target: words.count > 1 ? String(words[1]) : "", context)
      return
    }
    let target = words[1].lowercased()
    let host = target.split(separator: ":").first.map(String.init) ?? ""
    switch core.proxyBehaviour(for: host) {
    case .refuse(let status): refuse(status, target: target, context)
    case .hang:
      log.record(target, status: nil)
      state = .deaf
    case .close:
      log.record(target, status: nil)
      state = .deaf
      context.close(promise: nil)
    case .closeBeforeHandshake:
      log.record(target, status: 200)
      state = .deaf
      say(Self.established, context)
    case .closeInHandshake:
      log.record(target, status: 200)
      state = .ending
      context.writeAndFlush(wrapOutboundOut(Self.established), promise: nil)
    case .answer(let text):
      log.record(target, status: nil)
      state = .deaf
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    case .tunnel where core.index.knows(host):
      log.record(target, status: 200)
      state = .connecting(rest: ByteBuffer(bytes[end.upperBound...]))
      connect(to: port(host), context)
    case .tunnel: refuse(502, target: target, context)
    }
  }

  private func refuse(_ status: Int, target: String, _ context: ChannelHandlerContext) {
    log.record(target, status: status)
    state = .deaf
    let challenge = status == 407 ? "Proxy-Authenticate: Basic realm=\"proxy\"\r\n" : ""
    let text =
      "HTTP/1.1 \(status) Refused\r\n\(challenge)Content-Length: 0\r\nConnection: close\r\n\r\n"
    say(ByteBuffer(string: text), context)
  }

  /// The last that is said.
  private func say(_ text: ByteBuffer, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(text))
      .whenComplete { _ in bound.value.close(promise: nil) }
  }

  private func connect(to port: Int, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    // On the client's own loop, so that both ends of the tunnel may touch each other.
    ClientBootstrap(group: context.eventLoop).connect(host: "127.0.0.1", port: port)
      .whenComplete { result in
        let (proxy, context) = bound.value
        switch result {
        case .success(let channel): proxy.join(channel, context)
        case .failure: context.close(promise: nil)
        }
      }
  }

  private func join(_ channel: any Channel, _ context: ChannelHandlerContext) {
    guard case .connecting(let rest) = state, context.channel.isActive else {
      channel.close(promise: nil)
      return
    }
    let (near, far) = TunnelEnd.pair()
    do {
      try channel.pipeline.syncOperations.addHandler(far)
      try context.pipeline.syncOperations.addHandler(near)
    } catch {
      channel.close(promise: nil)
      context.close(promise: nil)
      return
    }
    state = .tunnelling
    context.writeAndFlush(wrapOutboundOut(Self.established), promise: nil)
    if rest.readableBytes > 0 {
      context.fireChannelRead(NIOAny(rest))
      context.fireChannelReadComplete()
    }
  }
}
