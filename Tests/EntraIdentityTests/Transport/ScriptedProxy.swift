import NIOCore
import NIOPosix
import Synchronization

/// A `CONNECT` proxy on 127.0.0.1 that leads every name to one port, or refuses with a status.
final class ScriptedProxy: Sendable {
  /// Where it listens, also after its end.
  let port: Int
  private let channel: any Channel
  private let log: Log

  final class Log: Sendable {
    let heads = Mutex<[String]>([])
  }

  private init(channel: any Channel, log: Log) {
    self.channel = channel
    port = channel.localAddress?.port ?? 0
    self.log = log
  }

  /// The heads of the `CONNECT` requests.
  var heads: [String] { log.heads.withLock { $0 } }

  static func start(leadsTo port: Int?, refusal: String = "403 Forbidden") async throws
    -> ScriptedProxy
  {
    let log = Log()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Tunnel(port: port, refusal: refusal, log: log))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return ScriptedProxy(channel: channel, log: log)
  }

  func stop() async { try? await channel.close() }

  /// The client's side of a tunnel.
  private final class Tunnel: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let port: Int?
    private let refusal: String
    private let log: Log
    private var head: String? = ""
    private var far: (any Channel)?

    init(port: Int?, refusal: String, log: Log) {
      self.port = port
      self.refusal = refusal
      self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let buffer = unwrapInboundIn(data)
      guard let begun = head else {
        far?.writeAndFlush(buffer, promise: nil)
        return
      }
      head = begun + String(buffer: buffer)
      guard let whole = head, whole.contains("\r\n\r\n") else { return }
      head = nil
      log.heads.withLock { $0.append(whole) }
      let near = context.channel
      guard let port else {
        near.writeAndFlush(
          ByteBuffer(string: "HTTP/1.1 \(refusal)\r\nContent-Length: 0\r\n\r\n"), promise: nil)
        return
      }
      let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
      ClientBootstrap(group: context.eventLoop)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(Return(near: near))
          }
        }
        .connect(host: "127.0.0.1", port: port)
        .whenSuccess { channel in
          bound.value.far = channel
          near.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n"), promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
      far?.close(promise: nil)
    }
  }

  /// The server's side of a tunnel.
  private final class Return: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let near: any Channel

    init(near: any Channel) { self.near = near }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      near.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
      near.close(promise: nil)
    }
  }
}
