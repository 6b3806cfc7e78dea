"""What the Python scripts share: a connection, an event loop, a transcript."""

import queue
import sys
import threading

import libvirt

PATIENCE = 30


def start():
    """Silences the library's own printing and runs its event loop."""
    libvirt.registerErrorHandler(lambda *_: None, None)
    libvirt.virEventRegisterDefaultImpl()

    def loop():
        while True:
            libvirt.virEventRunDefaultImpl()

    threading.Thread(target=loop, daemon=True).start()


def say(*words):
    print(*words, flush=True)


def trouble(error):
    """An error as one line: code, domain, level, message."""
    return f"{error.get_error_code()} {error.get_error_domain()} {error.get_error_level()} {error.get_error_message()}"


class Events:
    """The events of a connection, one at a time."""

    def __init__(self, connection, event, name, describe):
        self.queue = queue.Queue()
        self.connection = connection

        def seen(_connection, domain, *values):
            if domain.name() == name:
                self.queue.put(describe(*values[:-1]))

        self.id = connection.domainEventRegisterAny(None, event, seen, None)

    def next(self):
        try:
            return self.queue.get(timeout=PATIENCE)
        except queue.Empty:
            return "no event"

    def stopped(self):
        """The event of its end; whether the shutdown itself is told before depends on how QEMU was ended."""
        event = self.next()
        return self.next() if event.startswith("event 6") else event

    def close(self):
        self.connection.domainEventDeregisterAny(self.id)


def quit():
    """Ends without waiting for the thread of the event loop."""
    sys.stdout.flush()
    import os

    os._exit(0)
