import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server that answers every request with the same bytes, however wrong, and remembers what it
/// was sent.
final class ScriptedServer: Sendable {
  /// What follows once a request has come in.
  enum Step: Sendable {
    case bytes(String)
    /// One byte at a time, for as long as the peer stays.
    case drip
    /// The end with TLS's close.
    case close
    /// The end without a word.
    case reset
  }

  /// Where it listens, also after its end.
  let port: Int
  private let channel: any Channel
  private let log: Log

  /// What the connections share.
  final class Log: Sendable {
    let texts = Mutex<[String]>([])
    let connections = Mutex(0)
    let bytes = Mutex(0)
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
  }

  private init(channel: any Channel, log: Log) {
    self.channel = channel
    port = channel.localAddress?.port ?? 0
    self.log = log
  }

  /// Each connection's text as it came, one entry per request.
  var requests: [String] { log.texts.withLock { $0 } }
  var connections: Int { log.connections.withLock { $0 } }
  /// How many bytes came, after TLS was taken off.
  var received: Int { log.bytes.withLock { $0 } }

  /// Waits until a request has come that nobody has waited for yet.
  func request() async { for await _ in log.arrivals { return } }

  /// Starts on a free port of 127.0.0.1; without a certificate it speaks no TLS, and where it is not
  /// to be asked by plain http either, it answers to the first byte.
  static func start(
    _ certificate: TestCertificate?, isPlainHTTP: Bool = false, _ script: [Step]
  ) async throws -> ScriptedServer {
    let log = Log()
    let context = try certificate.map { certificate in
      try NIOSSLContext(
        configuration: .makeServerConfiguration(
          certificateChain: NIOSSLCertificate.fromPEMBytes(Array(certificate.certificatePEM.utf8))
            .map { .certificate($0) },
          privateKey: .privateKey(
            NIOSSLPrivateKey(bytes: Array(certificate.keyPEM.utf8), format: .pem))))
    }
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          log.connections.withLock { $0 += 1 }
          if let context {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
          }
          try channel.pipeline.syncOperations.addHandler(
            Player(script: script, log: log, isHasty: context == nil && !isPlainHTTP))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return ScriptedServer(channel: channel, log: log)
  }

  func stop() async { try? await channel.close() }

  private final class Player: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let script: [Step]
    private let log: Log
    private var text = ""

    private let isHasty: Bool

    init(script: [Step], log: Log, isHasty: Bool) {
      self.script = script
      self.log = log
      self.isHasty = isHasty
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let buffer = unwrapInboundIn(data)
      log.bytes.withLock { $0 += buffer.readableBytes }
      text += String(buffer: buffer)
      if isHasty {
        // What comes is the start of a TLS handshake, which never looks like a request.
        for step in script { play(step, context) }
        return
      }
      guard let head = text.firstRange(of: "\r\n\r\n") else { return }
      let length =
        text[..<head.lowerBound].split(separator: "\r\n")
        .first { $0.lowercased().hasPrefix("content-length:") }
        .flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
      guard text[head.upperBound...].utf8.count >= length else { return }
      log.texts.withLock { $0.append(text) }
      log.arrival.yield()
      text = ""
      for step in script { play(step, context) }
    }

    private func play(_ step: Step, _ context: ChannelHandlerContext) {
      switch step {
      case .bytes(let text):
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
      case .close: context.close(promise: nil)
      case .reset:
        context.flush()
        // Below TLS, so that no close is said.
        _ = try? context.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self)
          .close(promise: nil)
      case .drip:
        let channel = context.channel
        context.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(10)) {
          guard channel.isActive else { return $0.cancel() }
          channel.writeAndFlush(ByteBuffer(string: "x"), promise: nil)
        }
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
