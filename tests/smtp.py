"""A mail server for tests: speaks enough SMTP to take messages, refuses who it is told to refuse."""

import socketserver
from contextlib import contextmanager
from email import message_from_bytes, policy
from threading import Thread


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 thu.example.vn\r\n")
        for line in self.rfile:
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"QUIT":
                self.wfile.write(b"221 Bye\r\n")
                return
            self.wfile.write(self._answer(verb, line))

    def _answer(self, verb, line):
        if verb == b"RCPT" and any(name in line for name in self.server.refused):
            return b"550 No such user\r\n"
        if verb == b"DATA":
            self.wfile.write(b"354 Go on\r\n")
            lines = iter(self.rfile.readline, b".\r\n")
            self.server.messages.append(message_from_bytes(b"".join(lines), policy=policy.default))
        return b"250 OK\r\n"


class MailServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, refused):
        super().__init__(("127.0.0.1", 0), Session)
        self.messages, self.refused = [], refused


@contextmanager
def mail_server(settings, *, refused=()):
    """Django's mail goes to this server; its `messages` are what it took."""
    with MailServer([name.encode() for name in refused]) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server
        server.shutdown()
