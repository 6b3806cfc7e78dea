"""lifecycle.py URI FILE: one domain from its definition to its end, with its events."""

import sys
import xml.etree.ElementTree as tree

import libvirt
import peer
from peer import say

uri, file = sys.argv[1:]
text = open(file, encoding="utf-8").read()
name = tree.fromstring(text).findtext("name")

peer.start()
connection = libvirt.open(uri)
events = peer.Events(connection, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, name, lambda event, detail: f"event {event} {detail}")
say("open", connection.getType(), connection.isAlive(), connection.isSecure(), connection.isEncrypted())
say("uri", connection.getURI().split("?")[0])
say("before", [domain.name() for domain in connection.listAllDomains()])

domain = connection.defineXML(text)
say("defined", domain.name(), domain.UUIDString(), domain.ID(), events.next())
say("flags", domain.isActive(), domain.isPersistent(), domain.isUpdated(), domain.autostart(), domain.hasManagedSaveImage())
say("info", domain.info()[:4], domain.state(), domain.maxMemory(), domain.OSType())
say("inactive", domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE))
domain = connection.defineXML(text)
say("defined again", events.next())

domain.setAutostart(True)
say("autostart", domain.autostart(), [d.name() for d in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_AUTOSTART)])
domain.setAutostart(False)

domain.createWithFlags(libvirt.VIR_DOMAIN_START_PAUSED)
say("started paused", domain.state(), events.next(), events.next())
domain.resume()
say("resumed", domain.state(), events.next())
say("lookup", connection.lookupByID(domain.ID()).name(), connection.lookupByName(name).ID() == domain.ID(), domain.ID() > 0)
say("active", [d.name() for d in connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)], connection.numOfDomains())
say("info", domain.info()[:4], domain.isActive())
domain.suspend()
say("suspended", domain.state(), events.next())
domain.resume()
say("resumed", domain.state(), events.next())
domain.reset()
say("reset", domain.state())
domain.destroy()
say("destroyed", domain.state(), domain.ID(), events.stopped())
say("inactive", connection.listDefinedDomains(), connection.numOfDefinedDomains(), connection.numOfDomains())
domain.undefine()
say("undefined", events.next(), connection.listDefinedDomains())

transient = connection.createXML(text)
say("created", transient.isPersistent(), events.next(), events.next())
transient.destroy()
say("destroyed", events.stopped(), connection.numOfDomains())
events.close()
say("closed", connection.close())
peer.quit()
