"""A CONNECT proxy that leads to one port of this machine, whatever host is asked for: by it a prepared
server stands under a cloud's own names.

    tunnel.py PORT TARGET
"""

import asyncio
import sys

port, target = map(int, sys.argv[1:])


async def pour(reader, writer):
    try:
        while data := await reader.read(1 << 18):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def serve(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    there, onward = await asyncio.open_connection("127.0.0.1", target)
    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
    await asyncio.gather(pour(reader, onward), pour(there, writer))


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", port)
    async with server:
        await server.serve_forever()


asyncio.run(main())
