"""Node devices: looking, and virtual ports."""

for kind in (0, 1):
    watch(conn.nodeDeviceEventRegisterAny, kind, f"device {kind}")


def lists():
    for cap in (None, "system", "scsi_host", "vports", "fc_host", "scsi", "nope"):
        each(conn, numOfDevices=[(cap, 0)])
        ask(f"names {cap}", lambda: sorted(conn.listDevices(cap, 0)))
    for flags in [0] + [1 << i for i in range(22)] + [1 << 30, 1 << 31]:
        ask(f"list {flags}", lambda: sorted(d.name() for d in conn.listAllDevices(flags)))


def all_of(d):
    each(d, XMLDesc=[(0,), (1,), (2,)], name=(), parent=(), numOfCaps=(), listCaps=())


lists()
for name in sorted(conn.listDevices(None, 0)):
    all_of(conn.nodeDeviceLookupByName(name))
each(conn, nodeDeviceLookupByName=[("none",)])
VPORT = "<device>%s<capability type='scsi_host'><capability type='fc_host'>%s</capability></capability></device>"
WWN = "<wwnn>2000000012341299</wwnn><wwpn>1000000012341299</wwpn>"
n = ask("create", lambda: conn.nodeDeviceCreateXML(VPORT % ("<parent>scsi_host1</parent>", WWN), 0))
if n:
    all_of(n)
for what, xml in {
    "again": VPORT % ("<parent>scsi_host1</parent>", WWN),
    "no parent": VPORT % ("", WWN.replace("99", "98")),
    "parent wwn": VPORT % ("<parent wwnn='2000000012341234' wwpn='1000000012341234'/>", WWN.replace("99", "97")),
    "parent wwn none": VPORT % ("<parent wwnn='2000000012341231' wwpn='1000000012341234'/>", WWN.replace("99", "97")),
    "fabric none": VPORT % ("<parent fabric_wwn='2000000012341231'/>", WWN.replace("99", "95")),
    "bad parent": VPORT % ("<parent>none</parent>", WWN.replace("99", "96")),
    "no wwnn": VPORT % ("<parent>scsi_host1</parent>", "<wwpn>1000000012341299</wwpn>"),
    "bad wwn": VPORT % ("<parent>scsi_host1</parent>", "<wwnn>x</wwnn><wwpn>1000000012341299</wwpn>"),
    "bad": "<device",
    "root": "<dev/>",
    "other": "<device><parent>computer</parent><capability type='system'/></device>",
    "none": "<device><parent>computer</parent></device>",
}.items():
    ask(what, lambda: conn.nodeDeviceCreateXML(xml, 0))
ask("flags", lambda: conn.nodeDeviceCreateXML(VPORT % ("<parent>scsi_host1</parent>", WWN), 2))
lists()
happened()
if n:
    each(n, destroy=[(), ()])
ask("destroy other", lambda: conn.nodeDeviceLookupByName("computer").destroy())
ask("destroy vport", lambda: conn.nodeDeviceLookupByName("scsi_host1").destroy())
happened()
lists()
