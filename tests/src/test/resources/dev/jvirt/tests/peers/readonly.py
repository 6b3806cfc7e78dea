"""readonly.py URI NAME: what a reader may see and may not do. The URI is that of the read-only socket."""

import sys

import libvirt
import peer
from peer import say

uri, name = sys.argv[1:]
libvirt.registerErrorHandler(lambda *_: None, None)


def attempt(what, call):
    try:
        result = call()
        say(what, "works", result if isinstance(result, (int, str)) else "")
    except libvirt.libvirtError as error:
        say(what, peer.trouble(error))


# The client library itself refuses writes on a connection that was opened as read-only. Opened for writing on the read-only
# socket, it lets them through, and the daemon has to refuse.
connection = libvirt.open(uri)
domain = connection.lookupByName(name)
attempt("list", lambda: ",".join(d.name() for d in connection.listAllDomains()))
attempt("info", lambda: domain.info()[0])
attempt("xml", lambda: len(domain.XMLDesc()) > 100)
attempt("secure xml", lambda: domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE))
attempt("create", domain.create)
attempt("destroy", domain.destroy)
attempt("suspend", domain.suspend)
attempt("resume", domain.resume)
attempt("shutdown", domain.shutdown)
attempt("reboot", domain.reboot)
attempt("reset", domain.reset)
attempt("undefine", domain.undefine)
attempt("autostart", lambda: domain.setAutostart(1))
attempt("define", lambda: connection.defineXML("<domain/>"))
attempt("createXML", lambda: connection.createXML("<domain/>"))
attempt("console", lambda: domain.openConsole(None, connection.newStream()))
