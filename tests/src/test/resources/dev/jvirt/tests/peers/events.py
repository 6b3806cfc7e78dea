"""events.py URI: every kind of event of the domain `test` of test:///default, and what it goes through."""

import queue
import sys

import libvirt
import peer
from peer import say

uri = sys.argv[1]

peer.start()
connection = libvirt.open(uri)
domain = connection.lookupByName("test")
heard = queue.Queue()


def handler(kind):
    return lambda _connection, who, *values: heard.put((kind, who.name(), *values[:-1]))


def next():
    try:
        return heard.get(timeout=peer.PATIENCE)
    except queue.Empty:
        return "no event"


ids = {kind: connection.domainEventRegisterAny(None, kind, handler(kind), None) for kind in range(libvirt.VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE + 1)}
own = connection.domainEventRegisterAny(domain, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, handler("own"), None)
say("registered", len(set(ids.values())), own not in ids.values())

for change in (domain.suspend, domain.resume, domain.destroy, domain.create):
    change()
    # Both registrations are for this; their order is the library's own.
    say(change.__name__, *sorted([str(next()), str(next())]))

other = connection.createXML("<domain type='test'><name>other</name><memory>1</memory><os><type>hvm</type></os></domain>")
say("other", next())
other.destroy()
say("destroyed", next())

connection.domainEventDeregisterAny(own)
try:
    connection.domainEventDeregisterAny(own)
except libvirt.libvirtError as error:
    say("again", peer.trouble(error))
domain.suspend()
say("suspend", next())
for kind in ids:
    connection.domainEventDeregisterAny(ids[kind])
domain.resume()
say("resumed unheard", domain.state(), heard.empty())
say("closed", connection.close())
peer.quit()
