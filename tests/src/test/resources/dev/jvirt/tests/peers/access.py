"""access.py URI USER GROUP: what a client that runs as this user may see and do, one line for each question."""

import os
import sys

import libvirt
import peer
from peer import say, trouble

uri, user, group = sys.argv[1:]
os.setgroups([])
os.setresgid(int(group), int(group), int(group))
os.setresuid(int(user), int(user), int(user))
libvirt.registerErrorHandler(lambda *_: None, None)


def ask(what, question):
    try:
        say(what + ":", question())
    except libvirt.libvirtError as error:
        say(what + ":", trouble(error))


try:
    connection = libvirt.open(uri)
except libvirt.libvirtError as error:
    say("open:", trouble(error))
    sys.exit()
say("open: done")
ask("hostname", lambda: connection.getHostname() != "")
ask("list", lambda: " ".join(sorted(domain.name() for domain in connection.listAllDomains())))
ask("names", lambda: " ".join(sorted(connection.listDefinedDomains())))
ask("count", lambda: connection.numOfDefinedDomains())
ask("look up web", lambda: connection.lookupByName("web").name())
ask("look up db", lambda: connection.lookupByName("db").name())
ask("set autostart of web", lambda: connection.lookupByName("web").setAutostart(0))
ask("xml of web", lambda: connection.lookupByName("web").XMLDesc() != "")
ask("undefine web", lambda: connection.lookupByName("web").undefine())
ask("define", lambda: connection.defineXML("<domain type='qemu'><name>new</name><memory>1</memory><os><type>hvm</type></os></domain>").name())
try:
    connection.setIdentity({libvirt.VIR_CONNECT_IDENTITY_USER_NAME: "somebody", libvirt.VIR_CONNECT_IDENTITY_UNIX_USER_ID: 4711})
    say("identity: somebody")
except libvirt.libvirtError as error:
    say("identity:", trouble(error))
ask("list again", lambda: " ".join(sorted(domain.name() for domain in connection.listAllDomains())))
