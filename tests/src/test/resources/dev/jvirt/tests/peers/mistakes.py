"""mistakes.py URI FILE: everything that can be asked wrongly. A line for each: its name and the whole error."""

import sys
import xml.etree.ElementTree as tree

import libvirt

uri, file = sys.argv[1:]
text = open(file, encoding="utf-8").read()
name = tree.fromstring(text).findtext("name")
uuid = tree.fromstring(text).findtext("uuid")
kind = tree.fromstring(text).get("type")
libvirt.registerErrorHandler(lambda *_: None, None)
NO_UUID = "00000000-1111-2222-3333-444444444444"


def attempt(what, call):
    try:
        call()
        print(what, "no error", sep="\t")
    except libvirt.libvirtError as error:
        print(what, *(repr(field) for field in error.err), sep="\t")


def changed(old, new):
    assert old in text
    return text.replace(old, new)


connection = libvirt.open(uri)
define = connection.defineXML

attempt("lookup by name", lambda: connection.lookupByName("nobody"))
attempt("lookup by UUID", lambda: connection.lookupByUUIDString(NO_UUID))
attempt("lookup by id", lambda: connection.lookupByID(4711))
attempt("lookup by negative id", lambda: connection.lookupByID(-1))
attempt("bad flags of list", lambda: connection.listAllDomains(1 << 30))

attempt("no XML", lambda: define("this is no XML"))
attempt("unclosed XML", lambda: define("<domain><name>x"))
attempt("empty XML", lambda: define(""))
attempt("other root", lambda: define("<network/>"))
attempt("no type", lambda: define("<domain/>"))
attempt("unknown type", lambda: define(changed(f"<domain type='{kind}'", "<domain type='toaster'")))
attempt("no name", lambda: define(changed(f"<name>{name}</name>", "")))
attempt("empty name", lambda: define(changed(f"<name>{name}</name>", "<name></name>")))
attempt("slash in name", lambda: define(changed(f"<name>{name}</name>", "<name>a/b</name>")))
attempt("no memory", lambda: define(changed("<memory unit='MiB'>32</memory>", "")))
attempt("bad memory unit", lambda: define(changed("unit='MiB'", "unit='parsec'")))
attempt("bad memory", lambda: define(changed(">32<", ">many<")))
attempt("bad UUID", lambda: define(changed(uuid, "abc")))
attempt("no OS", lambda: define(changed("<os>", "<so>").replace("</os>", "</so>")))
attempt("bad OS type", lambda: define(changed(">hvm<", ">abc<")))
attempt("bad architecture", lambda: define(changed("arch='x86_64'", "arch='abacus'")))
attempt("no vcpus", lambda: define(changed("<vcpu>1</vcpu>", "<vcpu>0</vcpu>")))
attempt("bad vcpus", lambda: define(changed("<vcpu>1</vcpu>", "<vcpu>a</vcpu>")))
attempt("bad boot device", lambda: define(changed("</os>", "<boot dev='moon'/></os>")))
attempt("bad lifecycle action", lambda: define(changed("<devices", "<on_crash>panic</on_crash><devices")))
attempt("bad clock", lambda: define(changed("<devices", "<clock offset='lunar'/><devices")))
attempt("bad disk type", lambda: define(changed("<devices/>", "<devices><disk type='floppy'><target dev='vda'/></disk></devices>")))
attempt("disk without target", lambda: define(changed("<devices/>", "<devices><disk type='file'><source file='/x'/></disk></devices>")))
attempt("bad disk bus", lambda: define(changed("<devices/>", "<devices><disk type='file'><source file='/x'/><target dev='vda' bus='bike'/></disk></devices>")))
attempt("two disks of one name", lambda: define(changed("<devices/>", "<devices>" + 2 * "<disk type='file'><source file='/x'/><target dev='vda'/></disk>" + "</devices>")))
attempt("bad interface type", lambda: define(changed("<devices/>", "<devices><interface type='string'/></devices>")))
attempt("bad serial type", lambda: define(changed("<devices/>", "<devices><serial type='cornflakes'/></devices>")))
attempt("bad video model", lambda: define(changed("<devices/>", "<devices><video><model type='hercules'/></video></devices>")))
attempt("bad flags of define", lambda: connection.defineXMLFlags(text, 1 << 20))

domain = define(text)
attempt("same name, other UUID", lambda: define(changed(uuid, NO_UUID)))
attempt("same UUID, other name", lambda: define(changed(f"<name>{name}</name>", "<name>other</name>")))

for what in ("destroy", "suspend", "resume", "shutdown", "reboot", "reset"):
    attempt(f"{what} of an inactive domain", getattr(domain, what))
attempt("console of an inactive domain", lambda: domain.openConsole(None, connection.newStream()))
attempt("bad flags of start", lambda: domain.createWithFlags(1 << 20))
attempt("bad flags of XML", lambda: domain.XMLDesc(1 << 20))
attempt("bad flags of undefine", lambda: domain.undefineFlags(1 << 20))
attempt("bad flags of state", lambda: domain.state(1))

domain.create()
attempt("start of an active domain", domain.create)
attempt("create of an active domain", lambda: connection.createXML(domain.XMLDesc()))
attempt("suspend", domain.suspend)
attempt("suspend of a paused domain", domain.suspend)
attempt("resume", domain.resume)
attempt("resume of a running domain", domain.resume)
attempt("console without a device", lambda: domain.openConsole(None, connection.newStream()))
attempt("console of an unknown device", lambda: domain.openConsole("serial9", connection.newStream()))
attempt("bad flags of shutdown", lambda: domain.shutdownFlags(1 << 20))
attempt("bad flags of reboot", lambda: domain.reboot(1 << 20))
attempt("bad flags of reset", lambda: domain.reset(1 << 20))
attempt("bad flags of destroy", lambda: domain.destroyFlags(1 << 20))
attempt("two ways of shutdown", lambda: domain.shutdownFlags(libvirt.VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN | libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT))
attempt("shutdown by an agent that is not there", lambda: domain.shutdownFlags(libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT))
domain.destroy()
domain.undefine()
for what in ("undefine", "create", "destroy", "info", "XMLDesc", "autostart"):
    attempt(f"{what} of a domain that is gone", getattr(domain, what))
attempt("deregistration of nothing", lambda: connection.domainEventDeregisterAny(4711))
attempt("unknown driver", lambda: libvirt.open(uri.replace("qemu+", "gemu+").replace("test+", "gemu+")))
attempt("unknown path", lambda: libvirt.open(uri.replace("/system", "/sister").replace("/default", "/sister")))
