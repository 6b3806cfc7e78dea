package dev.jvirt.virsh.host;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;

/// What the capabilities of a host say about its memory.
record Topology(XmlElement host) {
    /// Asks the host.
    static Topology of(Hypervisor hypervisor) {
        String xml =
                Attempt.get(
                        "unable to get node capabilities",
                        () -> hypervisor.connection().capabilities());
        try {
            return new Topology(XmlQuery.of(xml).root().child("host"));
        } catch (LibvirtException e) {
            throw new CommandFailure("unable to parse node capabilities", e);
        }
    }

    /// The numbers of its NUMA cells.
    List<Integer> cells() {
        var cells = new ArrayList<Integer>();
        for (XmlElement cell : host.child("topology").child("cells").children("cell")) {
            String id = cell.attribute("id");
            cells.add(
                    Numbers.toInt(id, 10)
                            .orElseThrow(
                                    () -> new CommandFailure("conversion from string failed")));
        }
        return cells;
    }

    /// The sizes of its pages, in KiB.
    List<Integer> pageSizes() {
        var sizes = new ArrayList<Integer>();
        for (XmlElement pages : host.child("cpu").children("pages")) {
            String size = pages.attribute("size");
            sizes.add(
                    Numbers.toInt(size, 10)
                            .orElseThrow(
                                    () ->
                                            new CommandFailure(
                                                    "unable to parse page size: " + size)));
        }
        return sizes;
    }
}
