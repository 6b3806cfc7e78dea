"""Storage: pools and volumes, their life, and events."""

POOL = """<pool type='%s'><name>%s</name><uuid>33a5c045-645a-2c00-e56b-927cdf34e1%s</uuid>%s<target><path>/var/lib/%s</path></target></pool>"""
VOL = """<volume><name>%s</name><capacity unit='%s'>%s</capacity>%s<target>%s</target></volume>"""
for kind in (0, 1):
    watch(conn.storagePoolEventRegisterAny, kind, f"pool {kind}")


def pool(name, n, kind="dir", source=""):
    return POOL % (kind, name, n, source, name)


def vol(name, capacity=1, unit="M", allocation="", target=""):
    return VOL % (name, unit, capacity, allocation, target)


def all_of(p):
    each(p, XMLDesc=[(0,), (1,), (2,)], name=(), UUIDString=(), info=(), autostart=(), isActive=(), isPersistent=())
    ask("all volumes", lambda: sorted(v.name() for v in p.listAllVolumes(0)))


def lists():
    each(conn, numOfStoragePools=(), numOfDefinedStoragePools=())
    ask("active", lambda: sorted(conn.listStoragePools()))
    ask("defined", lambda: sorted(conn.listDefinedStoragePools()))
    for flags in [0] + [1 << i for i in range(22)]:
        ask(f"list {flags}", lambda: sorted(p.name() for p in conn.listAllStoragePools(flags)))


def look(v):
    each(v, XMLDesc=[(0,), (1,)], name=(), key=(), path=(), info=(), storagePoolLookupByVolume=())


default = conn.storagePoolLookupByName("default-pool")
all_of(default)
lists()
print("-- volumes")
v = ask("create", lambda: default.createXML(vol("one"), 0))
look(v)
all_of(default)
ask("again", lambda: default.createXML(vol("one"), 0))
ask("flags", lambda: default.createXML(vol("two"), 8))
ask("preallocated", lambda: default.createXML(vol("two"), 1))
ask("reflink", lambda: default.createXML(vol("twob"), 2))
ask("too big", lambda: default.createXML(vol("big", 500, "G"), 0))
ask("too big allocation", lambda: default.createXML(vol("big", 500, "G", "<allocation>5</allocation>"), 0))
ask("no name", lambda: default.createXML("<volume><capacity>5</capacity></volume>", 0))
ask("no capacity", lambda: default.createXML("<volume><name>n</name></volume>", 0))
ask("bad", lambda: default.createXML("<volume", 0))
ask("bad root", lambda: default.createXML("<vol/>", 0))
ask("bad unit", lambda: default.createXML(vol("u", 1, "Q"), 0))
q = ask("qcow2", lambda: default.createXML(vol("q.qcow2", 2, "GiB", "<allocation unit='K'>0</allocation>", "<format type='qcow2'/><permissions><mode>0644</mode><owner>1</owner><group>2</group><label>l</label></permissions><compat>1.1</compat><features><lazy_refcounts/></features>"), 0))
look(q)
b = ask("backed", lambda: default.createXML("<volume type='file'><name>b</name><key>mykey</key><capacity>1000000</capacity><allocation>500000</allocation><backingStore><path>/base</path><format type='raw'/></backingStore><target><path>/elsewhere</path><format type='qcow2'/></target></volume>", 0))
look(b)
ask("bad format", lambda: default.createXML(vol("bf", 1, "M", "", "<format type='none-such'/>"), 0))
each(default, storageVolLookupByName=[("one",), ("none",)])
each(conn, storageVolLookupByKey=[("/default-pool/one",), ("none",)], storageVolLookupByPath=[("/default-pool/one",), ("none",)])
c = ask("clone", lambda: default.createXMLFrom(vol("clone"), v, 0))
look(c)
ask("clone again", lambda: default.createXMLFrom(vol("clone"), v, 0))
ask("clone smaller", lambda: default.createXMLFrom(vol("smaller", 1, "B"), v, 0))
ask("clone big", lambda: default.createXMLFrom(vol("bigger", 600, "G"), v, 0))
each(c, delete=[(0,), (0,)])
look(c)
all_of(default)
happened()
print("-- pools")
p = ask("define", lambda: conn.storagePoolDefineXML(pool("p", "01"), 0))
all_of(p)
ask("define again", lambda: conn.storagePoolDefineXML(pool("p", "01"), 0))
ask("name taken", lambda: conn.storagePoolDefineXML(pool("p", "02"), 0))
ask("uuid taken", lambda: conn.storagePoolDefineXML(pool("p2", "01"), 0))
ask("no name", lambda: conn.storagePoolDefineXML("<pool type='dir'/>", 0))
ask("no type", lambda: conn.storagePoolDefineXML("<pool><name>x</name></pool>", 0))
ask("bad type", lambda: conn.storagePoolDefineXML(pool("x", "03", "nope"), 0))
ask("no target", lambda: conn.storagePoolDefineXML("<pool type='dir'><name>x</name></pool>", 0))
ask("no source", lambda: conn.storagePoolDefineXML(pool("x", "03", "netfs"), 0))
ask("slash", lambda: conn.storagePoolDefineXML(pool("x/y", "03"), 0))
ask("flags", lambda: conn.storagePoolDefineXML(pool("p", "01"), 2))
ask("validate", lambda: conn.storagePoolDefineXML(pool("p", "01"), 1))
ask("create vol off", lambda: p.createXML(vol("x"), 0))
each(p, build=[(0,), (1,), (8,)], setAutostart=[(1,), (0,)], refresh=[(0,), (1,)], create=[(0,), (0,), (1,)])
all_of(p)
ask("refresh", lambda: p.refresh(0))
ask("build up", lambda: p.build(0))
ask("vol", lambda: p.createXML(vol("x"), 0))
ask("vol cloned over", lambda: p.createXMLFrom(vol("y"), v, 0))
each(p, setAutostart=(1,), undefine=())
ask("define while up", lambda: conn.storagePoolDefineXML(pool("p", "01"), 0))
all_of(p)
each(p, delete=[(0,)], destroy=[(), ()], isActive=())
all_of(p)
each(p, create=[(0,)], destroy=(), delete=[(0,)], undefine=[(), ()], name=(), info=())
happened()
t = ask("transient", lambda: conn.storagePoolCreateXML(pool("t", "05"), 0))
all_of(t)
ask("again", lambda: conn.storagePoolCreateXML(pool("t", "05"), 0))
ask("create flags", lambda: conn.storagePoolCreateXML(pool("t6", "06"), 1))
ask("create flags 8", lambda: conn.storagePoolCreateXML(pool("t7", "07"), 8))
each(t, setAutostart=(1,), undefine=(), create=(0,))
lists()
each(t, destroy=[(), ()])
happened()
KINDS = "fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage".split()
for kind, source in {
    "fs": "<source><device path='/dev/sdz1'/><format type='ext3'/></source>",
    "netfs": "<source><host name='h'/><dir path='/d'/></source>",
    "logical": "<source><name>vg</name><device path='/dev/sdz'/></source>",
    "disk": "<source><device path='/dev/sdy'/><format type='gpt'/></source>",
    "iscsi": "<source><host name='h'/><device path='iqn.x'/><auth type='chap' username='u'><secret usage='s'/></auth></source>",
    "iscsi-direct": "<source><host name='h'/><device path='iqn.y'/><initiator><iqn name='iqn.z'/></initiator></source>",
    "scsi": "<source><adapter name='host5'/></source>",
    "mpath": "",
    "rbd": "<source><name>rbdp</name><host name='h' port='6789'/><auth type='ceph' username='u'><secret uuid='2ec115d7-3a88-3ceb-bc12-0ac909a6fd87'/></auth></source>",
    "sheepdog": "<source><name>sd</name><host name='h'/></source>",
    "gluster": "<source><host name='h'/><dir path='/'/><name>vol</name></source>",
    "zfs": "<source><name>tank/x</name></source>",
    "vstorage": "<source><name>vs</name></source>",
}.items():
    number = str(20 + KINDS.index(kind))
    k = ask(f"kind {kind}", lambda: conn.storagePoolDefineXML(pool("k" + kind, number, kind, source), 0))
    if k:
        ask("xml", lambda: k.XMLDesc(0))
        each(k, create=(0,))
        w = ask("vol", lambda: k.createXML(vol("w"), 0))
        if w:
            look(w)
        ask("info", lambda: k.info())
lists()
each(conn, findStoragePoolSources=[("logical", None, 0), ("netfs", "<source><host name='h'/></source>", 0), ("netfs", None, 0), ("dir", None, 0), ("iscsi", None, 0), ("disk", None, 0), ("nope", None, 0), ("logical", None, 1)], storagePoolLookupByName=[("none",)], storagePoolLookupByUUIDString=[("33a5c045-645a-2c00-e56b-927cdf34e199",)])
happened()
each(default, setAutostart=(1,), autostart=(), destroy=(), info=(), undefine=())
ask("gone", lambda: default.XMLDesc(0))
ask("vol gone", lambda: v.XMLDesc(0))
happened()
