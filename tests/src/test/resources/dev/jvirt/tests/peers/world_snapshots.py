"""Snapshots: a tree of them, filters, going back, deleting; checkpoints; events."""

for number in (0,):
    watch(conn.domainEventRegisterAny, number, f"{number}")
d = conn.lookupByName("test")
SNAP = "<domainsnapshot><name>%s</name><description>about %s</description></domainsnapshot>"


def tree():
    each(d, snapshotNum=[(0,), (1,), (2,), (4,), (8,), (16,), (32,), (64,), (128,), (256,), (512,), (1024,)], hasCurrentSnapshot=[(0,), (1,)], snapshotCurrent=[(0,), (1,)])
    ask("names", lambda: sorted(d.snapshotListNames(0)))
    for flags in [0] + [1 << i for i in range(12)]:
        ask(f"list {flags}", lambda: sorted(s.getName() for s in d.listAllSnapshots(flags)))
    import re

    for s in sorted(d.listAllSnapshots(0), key=lambda s: s.getName()):
        each(s, numChildren=[(0,), (1,)], getParent=[(0,), (1,)], isCurrent=[(0,), (1,)], hasMetadata=[(0,), (1,)])
        ask("children", lambda: sorted(s.listChildrenNames(0)))
        ask("all children", lambda: sorted(c.getName() for c in s.listAllChildren(1)))
        for flags in (0, 1, 2):
            ask(f"xml {flags}", lambda: re.sub("<creationTime>[0-9]*", "<creationTime>N", s.getXMLDesc(flags)))


tree()
each(d, snapshotCurrent=[(0,)], snapshotLookupByName=[("none", 0), ("none", 1)])
for n in ("a", "b", "c"):
    ask(f"create {n}", lambda: d.snapshotCreateXML(SNAP % (n, n), 0))
tree()
happened()
ask("create again", lambda: d.snapshotCreateXML(SNAP % ("a", "again"), 0))
for flag in [1 << i for i in range(13)]:
    ask(f"flag {flag}", lambda: d.snapshotCreateXML(SNAP % (f"f{flag}", "x"), flag))
tree()
happened()
ask("state", lambda: d.state())
ask("undefine", lambda: d.undefine())
for what, xml in {
    "disks": "<domainsnapshot><name>dk</name><disks><disk name='vda' snapshot='no'/></disks></domainsnapshot>",
    "external": "<domainsnapshot><name>ex</name><disks><disk name='vda' snapshot='external'><source file='/x'/></disk></disks></domainsnapshot>",
    "memory": "<domainsnapshot><name>me</name><memory snapshot='external' file='/mem'/></domainsnapshot>",
    "memory no": "<domainsnapshot><name>mn</name><memory snapshot='no'/></domainsnapshot>",
    "bad disk": "<domainsnapshot><name>bd</name><disks><disk name='zzz'/></disks></domainsnapshot>",
    "bad": "<domainsnapshot",
    "root": "<snapshot/>",
    "slash": SNAP % ("a/b", "x"),
    "dot": SNAP % (".a", "x"),
}.items():
    ask(what, lambda: d.snapshotCreateXML(xml, 0))
s = ask("disk only", lambda: d.snapshotCreateXML(SNAP % ("do", "x"), 16))
tree()
ask("no name", lambda: len(d.snapshotCreateXML("<domainsnapshot/>", 0).getName()) > 5)
ask("no name gone", lambda: d.snapshotCurrent(0).delete(0))
a = ask("lookup", lambda: d.snapshotLookupByName("a", 0))
b = ask("lookup", lambda: d.snapshotLookupByName("b", 0))
c = ask("lookup", lambda: d.snapshotLookupByName("c", 0))
for flag in (0, 1, 2, 3, 4, 8):
    ask(f"revert {flag}", lambda: d.revertToSnapshot(a, flag))
    ask("state", lambda: d.state())
ask("destroy", lambda: d.destroy())
off = ask("create off", lambda: d.snapshotCreateXML(SNAP % ("off", "off"), 0))
for flag in (0, 1, 2):
    ask(f"revert b {flag}", lambda: d.revertToSnapshot(b, flag))
    ask("state", lambda: d.state())
ask("revert off", lambda: d.revertToSnapshot(off, 0))
ask("state", lambda: d.state())
ask("revert off running", lambda: d.revertToSnapshot(off, 1))
ask("revert off paused", lambda: d.revertToSnapshot(off, 2))
ask("state", lambda: d.state())
happened()
tree()
import re

ask("redefine", lambda: d.snapshotCreateXML(re.sub("about b", "redefined", b.getXMLDesc(0)), 1))
ask("redefine current", lambda: d.snapshotCreateXML(b.getXMLDesc(0), 3))
ask("redefine new", lambda: d.snapshotCreateXML(re.sub("<name>b", "<name>newb", b.getXMLDesc(0), count=1), 1))
ask("redefine loop", lambda: d.snapshotCreateXML(re.sub("<name>b", "<name>a", b.getXMLDesc(0), count=1).replace("<parent>\n    <name>a", "<parent>\n    <name>c"), 1))
ask("redefine bare", lambda: d.snapshotCreateXML(SNAP % ("bare", "x"), 1))
tree()
each(b, delete=[(8,), (2,)])
tree()
each(b, delete=[(0,), (0,)], getName=(), numChildren=())
tree()
each(a, delete=[(4,), (1,)])
tree()
happened()
each(d, checkpointCreateXML=[("<domaincheckpoint><name>k</name></domaincheckpoint>", 0)], listAllCheckpoints=[(0,)], checkpointLookupByName=[("x", 0)])
ask("undefine", lambda: d.undefineFlags(2))
happened()
