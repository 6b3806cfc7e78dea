"""access_events.py URI USER: the events that a client of this user hears until it hears of web; says when it listens."""

import os
import sys

import libvirt
import peer
from peer import say

uri, user = sys.argv[1:]
os.setgroups([])
os.setresuid(int(user), int(user), int(user))
peer.start()
connection = libvirt.open(uri)


def heard(_connection, domain, event, detail, _opaque):
    say("heard of", domain.name())
    if domain.name() == "web":
        peer.quit()


connection.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, heard, None)
say("listening")
import time

time.sleep(peer.PATIENCE)
say("heard nothing of web")
