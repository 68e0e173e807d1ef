"""A network that takes time, between a function and an emulator on the same machine."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_CHUNK = 64 * 1024  # bytes


@contextmanager
def delayed(host: str, seconds: float) -> Iterator[str]:
    """Pass connections on to `host:port`, each byte this much later, both ways; yields the address.

    Bytes wait side by side, as they do in a network: a wait limits how long an answer takes and not
    how many there are in a second.
    """
    loop = asyncio.new_event_loop()
    target, _, port = host.rpartition(":")
    server = loop.run_until_complete(
        asyncio.start_server(lambda r, w: _pass_on(r, w, target, int(port), seconds), "127.0.0.1")
    )
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def _pass_on(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    host: str,
    port: int,
    seconds: float,
) -> None:
    back, forth = await asyncio.open_connection(host, port)
    await asyncio.gather(_delay(reader, forth, seconds), _delay(back, writer, seconds))


async def _delay(source: asyncio.StreamReader, sink: asyncio.StreamWriter, seconds: float) -> None:
    """Write what comes, each piece when its time has come; close when there is no more."""
    loop = asyncio.get_running_loop()
    while data := await source.read(_CHUNK):
        loop.call_later(seconds, sink.write, data)
    loop.call_later(seconds, sink.close)
