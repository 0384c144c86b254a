"""An HTTP server that answers as a test says, and notes what it is asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from threading import Thread
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """An answer."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


class Scripted(ThreadingHTTPServer):
    """Gives the replies in their order, the last one again and again."""

    daemon_threads = True

    def __init__(self, replies: tuple[Reply, ...]) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.replies = [*replies]
        self.asked: list[tuple[str, str, str]] = []
        """The method, the path and the kind of `Authorization`."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/ann/"


class Asked(BaseHTTPRequestHandler):
    """One connection."""

    server: Scripted
    protocol_version = "HTTP/1.1"

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        """Nothing."""

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kind = self.headers.get("Authorization", "").partition(" ")[0]
        self.server.asked.append((self.command, self.path, kind))
        replies = self.server.replies
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Every method is answered alike: `do_GET`, `do_PROPFIND`."""
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)


@contextmanager
def scripted(*replies: Reply, certificate: str = "") -> Iterator[Scripted]:
    """Runs until the block ends, with TLS where a file with a key and a certificate is named."""
    with Scripted(replies) as server:
        if certificate:
            context = SSLContext(PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
