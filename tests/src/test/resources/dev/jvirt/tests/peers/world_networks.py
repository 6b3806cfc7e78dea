"""Networks: what is there, definitions, life, changes of parts, ports, events."""

NET = """<network>
  <name>%s</name>
  <uuid>11111111-2222-3333-4444-5555555555%s</uuid>
  <forward mode='nat'/>
  %s
  <ip address='10.%s.0.1' netmask='255.255.255.0'>
    <dhcp><range start='10.%s.0.2' end='10.%s.0.99'/></dhcp>
  </ip>
</network>"""


def net(name, n, bridge=""):
    return NET % (name, n, bridge, int(n), int(n), int(n))


for kind in (0,):
    watch(conn.networkEventRegisterAny, kind, "network")
default = conn.networkLookupByName("default")


def all_of(n):
    ask("xml", lambda: n.XMLDesc(0))
    ask("xml inactive", lambda: n.XMLDesc(1))
    ask("xml bad", lambda: n.XMLDesc(8))
    each(n, name=(), UUIDString=(), bridgeName=(), autostart=(), isActive=(), isPersistent=(), DHCPLeases=[(), ("aa:bb:cc:dd:ee:ff",)])


def lists():
    each(conn, numOfNetworks=(), numOfDefinedNetworks=())
    ask("names", lambda: sorted(conn.listNetworks()))
    ask("defined", lambda: sorted(conn.listDefinedNetworks()))
    for flags in [0] + [1 << i for i in range(8)] + [5, 10, 63]:
        ask(f"list {flags}", lambda: sorted(n.name() for n in conn.listAllNetworks(flags)))


all_of(default)
lists()
a = ask("define", lambda: conn.networkDefineXML(net("a", "10")))
all_of(a)
happened()
lists()
ask("define again", lambda: conn.networkDefineXML(net("a", "10", "<bridge name='br7'/>")))
ask("define conflict name", lambda: conn.networkDefineXML(net("a", "11")))
ask("define conflict uuid", lambda: conn.networkDefineXML(net("b", "10")))
ask("define bad", lambda: conn.networkDefineXML("<network/>"))
ask("define bad xml", lambda: conn.networkDefineXML("<network"))
ask("define flags 1", lambda: conn.networkDefineXMLFlags(net("a", "10"), 1))
ask("define flags 8", lambda: conn.networkDefineXMLFlags(net("a", "10"), 8))
all_of(a)
each(a, setAutostart=[(1,), (0,)])
ask("create flags", lambda: a.create())
ask("create again", lambda: a.create())
all_of(a)
each(a, setAutostart=(1,), autostart=())
lists()
happened()
ask("define while up", lambda: conn.networkDefineXML(net("a", "10", "<domain name='x.org'/>")))
all_of(a)
ask("undefine while up", lambda: a.undefine())
ask("undefine while up again", lambda: a.undefine())
each(a, setAutostart=(1,), isPersistent=(), isActive=())
ask("destroy", lambda: a.destroy())
ask("destroy again", lambda: a.destroy())
ask("gone", lambda: a.XMLDesc(0))
happened()
t = ask("create transient", lambda: conn.networkCreateXML(net("t", "12")))
ask("create transient again", lambda: conn.networkCreateXML(net("t", "12")))
ask("create transient flags", lambda: conn.networkCreateXMLFlags(net("t", "12"), 1))
ask("create transient flags 4", lambda: conn.networkCreateXMLFlags(net("t", "12"), 4))
all_of(t)
each(t, setAutostart=(1,), undefine=())
ask("make it persistent", lambda: conn.networkDefineXML(net("t", "12")))
all_of(t)
lists()
happened()
b = ask("same bridge", lambda: conn.networkDefineXML(net("u", "13", "<bridge name='virbr0'/>")))
ask("same bridge start", lambda: b.create())
b = ask("no bridge", lambda: conn.networkDefineXML("<network><name>iso</name><uuid>11111111-2222-3333-4444-555555555599</uuid></network>"))
all_of(b)
ask("start", lambda: b.create())
all_of(b)
p = ask("passthrough", lambda: conn.networkDefineXML("<network><name>pt</name><uuid>11111111-2222-3333-4444-555555555598</uuid><forward mode='passthrough' dev='eth0'/></network>"))
all_of(p)
ADD, DELETE, MODIFY = libvirt.VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, libvirt.VIR_NETWORK_UPDATE_COMMAND_DELETE, libvirt.VIR_NETWORK_UPDATE_COMMAND_MODIFY
FIRST = libvirt.VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST
HOST, RANGE, DNSHOST, TXT, SRV, PG, FWD = 4, 5, 10, 11, 12, 9, 7
for n in (default, t):
    for what, args in {
        "host": (ADD, HOST, -1, "<host mac='52:54:00:00:00:01' name='h1' ip='192.168.122.9'/>"),
        "host again": (ADD, HOST, -1, "<host mac='52:54:00:00:00:01' name='h1' ip='192.168.122.9'/>"),
        "host first": (FIRST, HOST, 0, "<host mac='52:54:00:00:00:02' name='h2' ip='192.168.122.10'/>"),
        "host modify": (MODIFY, HOST, -1, "<host mac='52:54:00:00:00:01' name='h1b' ip='192.168.122.19'/>"),
        "host modify none": (MODIFY, HOST, -1, "<host mac='52:54:00:00:00:09' name='h1b' ip='192.168.122.29'/>"),
        "host delete": (DELETE, HOST, -1, "<host mac='52:54:00:00:00:02'/>"),
        "host delete none": (DELETE, HOST, -1, "<host mac='52:54:00:00:00:22'/>"),
        "host parent": (ADD, HOST, 7, "<host mac='52:54:00:00:00:03' name='h3' ip='192.168.122.30'/>"),
        "range": (ADD, RANGE, -1, "<range start='192.168.122.2' end='192.168.122.254'/>"),
        "range delete": (DELETE, RANGE, -1, "<range start='192.168.122.2' end='192.168.122.254'/>"),
        "range delete none": (DELETE, RANGE, -1, "<range start='192.168.122.3' end='192.168.122.254'/>"),
        "range modify": (MODIFY, RANGE, -1, "<range start='192.168.122.3' end='192.168.122.254'/>"),
        "dnshost": (ADD, DNSHOST, -1, "<host ip='192.168.122.5'><hostname>x</hostname></host>"),
        "dnshost again": (ADD, DNSHOST, -1, "<host ip='192.168.122.5'><hostname>x</hostname></host>"),
        "dnshost delete": (DELETE, DNSHOST, -1, "<host ip='192.168.122.5'/>"),
        "dnshost delete none": (DELETE, DNSHOST, -1, "<host ip='192.168.122.5'/>"),
        "txt": (ADD, TXT, -1, "<txt name='n' value='v'/>"),
        "txt again": (ADD, TXT, -1, "<txt name='n' value='v'/>"),
        "txt delete": (DELETE, TXT, -1, "<txt name='n'/>"),
        "srv": (ADD, SRV, -1, "<srv service='s' protocol='tcp' domain='d' target='t' port='1' priority='2' weight='3'/>"),
        "srv again": (ADD, SRV, -1, "<srv service='s' protocol='tcp' domain='d' target='t' port='1' priority='2' weight='3'/>"),
        "srv delete": (DELETE, SRV, -1, "<srv service='s' protocol='tcp'/>"),
        "pg": (ADD, PG, -1, "<portgroup name='p1'/>"),
        "pg again": (ADD, PG, -1, "<portgroup name='p1' default='yes'/>"),
        "pg default": (ADD, PG, -1, "<portgroup name='p2' default='yes'/>"),
        "pg default too": (ADD, PG, -1, "<portgroup name='p3' default='yes'/>"),
        "pg modify": (MODIFY, PG, -1, "<portgroup name='p2'/>"),
        "pg delete": (DELETE, PG, -1, "<portgroup name='p1'/>"),
        "fwd": (ADD, FWD, -1, "<interface dev='eth7'/>"),
        "fwd delete": (DELETE, FWD, -1, "<interface dev='eth7'/>"),
        "bridge": (MODIFY, 1, -1, "<bridge/>"),
        "domain": (MODIFY, 2, -1, "<domain/>"),
        "ip": (MODIFY, 3, -1, "<ip/>"),
        "forward": (MODIFY, 6, -1, "<forward/>"),
        "pf": (MODIFY, 8, -1, "<pf/>"),
        "nothing": (ADD, 13, -1, "<x/>"),
        "section 0": (ADD, 0, -1, "<x/>"),
        "wrong element": (ADD, HOST, -1, "<range/>"),
        "bad xml": (ADD, HOST, -1, "<range"),
        "command 9": (9, HOST, -1, "<host mac='52:54:00:00:00:13' ip='192.168.122.33'/>"),
    }.items():
        for flags in (0, 1, 2, 3, 4) if what in ("host", "txt") else (0,):
            ask(f"update {what} {flags}", lambda: n.update(*args, flags=flags))
    ask("xml", lambda: n.XMLDesc(0))
    ask("xml inactive", lambda: n.XMLDesc(1))
happened()
lists()
UUID = "11111111-2222-3333-4444-0000000000%s"
PORT = """<networkport><uuid>%s</uuid><owner><name>web</name><uuid>%s</uuid></owner><mac address='52:54:00:01:02:03'/></networkport>"""
ask("ports", lambda: default.listAllPorts(0))
ask("port create", lambda: default.portCreateXML(PORT % (UUID % "01", UUID % "02"), 0))
ask("port lookup", lambda: default.portLookupByUUIDString(UUID % "01"))
ask("lookup no name", lambda: conn.networkLookupByName("none"))
ask("lookup no uuid", lambda: conn.networkLookupByUUIDString(UUID % "77"))
ask("lookup uuid", lambda: conn.networkLookupByUUIDString(default.UUIDString()))
ask("destroy default", lambda: default.destroy())
all_of(default)
ask("undefine default", lambda: default.undefine())
ask("undefine default again", lambda: default.undefine())
happened()
lists()
