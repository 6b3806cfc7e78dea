"""console.py URI FILE GREETING: talks with a guest through a console stream until the guest switches itself off."""

import faulthandler
import sys

import libvirt
import peer
from peer import say

uri, file, greeting = sys.argv[1:]
# A receive that never ends says where it waits, and fails.
faulthandler.dump_traceback_later(peer.PATIENCE + 10, exit=True)
text = open(file, encoding="utf-8").read()

peer.start()
connection = libvirt.open(uri)
domain = connection.createXML(text, libvirt.VIR_DOMAIN_START_PAUSED)
events = peer.Events(connection, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, domain.name(), lambda event, detail: f"event {event} {detail}")
stream = connection.newStream()
domain.openConsole(None, stream)
domain.resume()
say("resumed", events.next())


def read_until(wanted):
    seen = b""
    while wanted not in seen:
        seen += stream.recv(1024)
    return seen


say("the guest says", greeting.encode() in read_until(greeting.encode()))
stream.send(b"x")
say("it echoes", read_until(b"x").endswith(b"x"))

other = connection.newStream()
try:
    domain.openConsole(None, other)
    say("a second console opens")
except libvirt.libvirtError as error:
    say("a second console is refused", peer.trouble(error))

stream.send(b"q")
say("switched off", events.next(), events.next())
say("left", connection.numOfDomains())
try:
    stream.abort()
except libvirt.libvirtError:
    pass
peer.quit()
