"""define_many.py URI PREFIX XML: defines one domain after another and prints each name once it is defined.

Ends when the daemon does. XML is the definition with NAME for the name.
"""

import itertools
import sys

import libvirt
import peer

uri, prefix, text = sys.argv[1:]
libvirt.registerErrorHandler(lambda *_: None, None)
connection = libvirt.open(uri)
for i in itertools.count():
    name = f"{prefix}{i}"
    try:
        connection.defineXML(text.replace("NAME", name))
    except libvirt.libvirtError:
        break
    peer.say(name)
