"""Interfaces of the host, and changes that can be taken back."""

IF = """<interface type='%s' name='%s'>%s%s</interface>"""


def lists():
    each(conn, numOfInterfaces=(), numOfDefinedInterfaces=())
    ask("active", lambda: sorted(conn.listInterfaces()))
    ask("defined", lambda: sorted(conn.listDefinedInterfaces()))
    for flags in (0, 1, 2, 3, 4):
        ask(f"list {flags}", lambda: sorted(i.name() for i in conn.listAllInterfaces(flags)))


def all_of(i):
    each(i, XMLDesc=[(0,), (1,), (2,)], name=(), MACString=(), isActive=())


eth1 = conn.interfaceLookupByName("eth1")
all_of(eth1)
lists()
each(conn, interfaceLookupByName=[("none",)], interfaceLookupByMACString=[("aa:bb:cc:dd:ee:ff",), ("AA:BB:CC:DD:EE:FF",), ("00:00:00:00:00:01",)], changeCommit=[(0,)], changeRollback=[(0,)], changeBegin=[(1,), (0,), (0,)])
e2 = ask("define", lambda: conn.interfaceDefineXML(IF % ("ethernet", "eth2", "<start mode='onboot'/><mac address='52:54:00:00:00:01'/>", "<protocol family='ipv4'><ip address='10.0.0.2' prefix='8'/><route gateway='10.0.0.1'/></protocol>"), 0))
all_of(e2)
ask("lookup mac", lambda: conn.interfaceLookupByMACString("52:54:00:00:00:01"))
lists()
each(e2, create=[(0,), (0,), (1,)], isActive=(), destroy=[(0,), (0,), (1,)])
for n, xml in enumerate((
    IF % ("bridge", "br0", "<start mode='none'/>", "<protocol family='ipv4'><dhcp peerdns='no'/></protocol><bridge stp='on' delay='4'><interface type='ethernet' name='eth5'><mac address='52:54:00:00:00:05'/></interface><interface type='bond' name='bo'><bond/></interface></bridge>"),
    IF % ("bond", "bond0", "<start mode='hotplug'/>", "<protocol family='ipv6'><autoconf/><ip address='fe80::1' prefix='64'/></protocol><bond mode='active-backup'><miimon freq='100' updelay='10' carrier='ioctl'/><interface type='ethernet' name='eth6'/></bond>"),
    IF % ("bond", "bond1", "", "<bond mode='balance-tlb'><arpmon interval='100' target='1.2.3.4' validate='active'/></bond>"),
    IF % ("vlan", "eth1.7", "<mtu size='1492'/>", "<vlan tag='7'><interface name='eth1'/></vlan>"),
    IF % ("ethernet", "lo2", "", "<protocol family='ipv4'><dhcp/></protocol><link speed='10' state='up'/>"),
    IF % ("nope", "x", "", ""),
    "<interface type='ethernet'/>",
    "<interface name='x'/>",
    "<nope/>",
    "<interface",
    IF % ("ethernet", "x", "<start mode='bad'/>", ""),
    IF % ("vlan", "x", "", ""),
    IF % ("vlan", "x", "", "<vlan><interface name='y'/></vlan>"),
    IF % ("bridge", "x", "", ""),
    IF % ("bond", "x", "", ""),
    IF % ("bond", "x", "", "<bond><miimon/><arpmon/></bond>"),
    IF % ("bridge", "x", "", "<bridge stp='bad'/>"),
    IF % ("ethernet", "x", "", "<protocol/>"),
    IF % ("ethernet", "x", "", "<protocol family='ipx'/>"),
    IF % ("ethernet", "x", "", "<protocol family='ipv4'><ip/></protocol>"),
    IF % ("ethernet", "x", "", "<protocol family='ipv4'><route/></protocol>"),
    IF % ("ethernet", "eth1", "", ""),
)):
    i = ask(f"define {n}", lambda: conn.interfaceDefineXML(xml, 0))
    if i:
        all_of(i)
ask("define flags", lambda: conn.interfaceDefineXML(IF % ("ethernet", "x", "", ""), 2))
ask("define validate", lambda: conn.interfaceDefineXML(IF % ("ethernet", "eth77", "<start mode='none'/>", ""), 1))
lists()
each(e2, undefine=[(), ()], isActive=())
each(conn, changeRollback=[(1,), (0,), (0,)])
lists()
all_of(eth1)
each(conn, changeBegin=[(0,)])
each(eth1, destroy=[(0,)], undefine=())
each(conn, changeCommit=[(1,), (0,), (0,)])
lists()
