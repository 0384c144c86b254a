"""The wire between a push and a server: it notes each request, and is cut where a test wants."""

import re
import select
import socket
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

REQUEST = re.compile(rb"^([A-Z]+) (/\S*) HTTP/1\.[01]\r\n")


class Wire(socketserver.ThreadingTCPServer):
    """Carries what is said on 127.0.0.1 from one port to another."""

    daemon_threads = True

    def __init__(self, there: int) -> None:
        super().__init__(("127.0.0.1", 0), Connection)
        self.there = there
        self.requests: list[str] = []
        """The method and the path of each."""
        self.left: int | None = None
        """Octets of requests that still get through."""
        self.unanswered = 0
        """The request, counted from 1, that is done and whose answer is lost."""
        self.is_dead = False
        self.heals = False
        """Whether whoever connects again after a cut gets through."""

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def heard(self, data: bytes) -> bytes:
        """What of it goes on."""
        if found := REQUEST.match(data):
            self.requests.append(f"{found[1].decode()} {found[2].decode()}")
        if self.left is not None:
            data = data[: self.left]
            self.left -= len(data)
        return data

    def loses_answer(self) -> bool:
        return 0 < self.unanswered == len(self.requests)

    def cut(self) -> None:
        self.is_dead = not self.heals
        self.left, self.unanswered = None, 0


class Connection(socketserver.BaseRequestHandler):
    """One of a client, until either side or the wire ends it."""

    server: Wire
    request: socket.socket

    def handle(self) -> None:
        if self.server.is_dead:
            return
        with socket.create_connection(("127.0.0.1", self.server.there)) as there:
            while self._carry(there):
                pass

    def _carry(self, there: socket.socket) -> bool:
        ready, _, _ = select.select([self.request, there], [], [])
        for end in ready:
            data = end.recv(65536)
            if not data:
                return False
            if end is there:
                if self.server.loses_answer():
                    self.server.cut()
                    return False
                self.request.sendall(data)
                continue
            passed = self.server.heard(data)
            there.sendall(passed)
            if self.server.left == 0:
                self.server.cut()
                return False
        return True


@contextmanager
def wire(there: int) -> Iterator[Wire]:
    """To a port of this machine."""
    with Wire(there) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
