"""call.py URI NAME METHOD: one call about one domain, and its whole error if it fails."""

import sys

import libvirt
import peer

uri, name, method = sys.argv[1:]
libvirt.registerErrorHandler(lambda *_: None, None)
domain = libvirt.open(uri).lookupByName(name)
try:
    getattr(domain, method)()
    peer.say("works")
except libvirt.libvirtError as error:
    peer.say(peer.trouble(error))
