"""streams.py URI FILE GREETING: streams that do not wait, their events, and every way in which they end."""

import queue
import sys

import libvirt
import peer
from peer import say

uri, file, greeting = sys.argv[1:]
text = open(file, encoding="utf-8").read()

peer.start()
connection = libvirt.open(uri)


def attempt(what, call):
    try:
        say(what, call())
    except libvirt.libvirtError as error:
        say(what, "refused", peer.trouble(error))


domain = connection.createXML(text, libvirt.VIR_DOMAIN_START_PAUSED)
stream = connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
domain.openConsole(None, stream)
heard = queue.Queue()


def readable(ready, events, _opaque):
    data = ready.recv(1024)
    if data != -2:
        heard.put(data)


def hear_until(wanted):
    seen = b""
    while wanted not in seen:
        seen += heard.get(timeout=peer.PATIENCE)
    return True


say("nothing yet", stream.recv(10))
attempt("update without a callback", lambda: stream.eventUpdateCallback(1))
stream.eventAddCallback(libvirt.VIR_STREAM_EVENT_READABLE, readable, None)
attempt("a second callback", lambda: stream.eventAddCallback(1, readable, None))
domain.resume()
say("the guest says", hear_until(greeting.encode()))
say("sent", stream.send(b"x"))
say("it echoes", hear_until(b"x"))
stream.eventUpdateCallback(0)
say("removed", stream.eventRemoveCallback())
attempt("removed again", stream.eventRemoveCallback)
say("finished", stream.finish())
for what in ("finish", "abort"):
    attempt(what + " again", getattr(stream, what))
attempt("receive after the end", lambda: stream.recv(1))
attempt("send after the end", lambda: stream.send(b"x"))

again = connection.newStream()
domain.openConsole(None, again)
again.send(b"y")
seen = b""
while b"y" not in seen:
    seen += again.recv(100)
say("it echoes again", True)
attempt("a hole", lambda: again.sendHole(10))
attempt("the length of a hole", again.recvHole)
say("aborted", again.abort())
attempt("receive after the abort", lambda: again.recv(1))

left = connection.newStream()
domain.openConsole(None, left)
domain.destroy()
data = left.recv(1024)
while data:
    data = left.recv(1024)
say("the end of the guest is the end of data", data)
say("finished", left.finish())
peer.quit()
