package dev.jvirt.qemu.hostcaps;

import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.host.node.CacheBank;
import dev.jvirt.host.node.Interconnect;
import dev.jvirt.host.node.MemoryCache;
import dev.jvirt.host.node.NodeCpu;
import dev.jvirt.host.node.NodeFolders;
import dev.jvirt.host.node.NumaCell;
import dev.jvirt.host.node.PagePool;
import dev.jvirt.host.node.ResourceControl;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The processors, the memory and the caches of a host in detail.
///
/// @param interconnects how fast memory is from where
/// @param control what of it can be set aside for guests
public record HostHardware(
        List<NumaCell> cells,
        List<Interconnect> interconnects,
        List<CacheBank> caches,
        ResourceControl control) {
    /// Hardware of a host.
    public HostHardware {
        cells = List.copyOf(cells);
        interconnects = List.copyOf(interconnects);
        caches = List.copyOf(caches);
    }

    /// What the kernel tells.
    ///
    /// @throws IOException if it says something that makes no sense
    public static HostHardware read(NodeFolders folders) throws IOException {
        return new HostHardware(
                NumaCell.readAll(folders),
                Interconnect.readAll(folders),
                CacheBank.readAll(folders),
                ResourceControl.read(folders));
    }

    void format(XmlWriter out) {
        if (!cells.isEmpty()) {
            out.start("topology").start("cells").attribute("num", cells.size());
            for (NumaCell cell : cells) {
                cell(out, cell);
            }
            out.end();
            interconnects(out);
            out.end();
        }
        new CacheFormat(caches, control).format(out);
    }

    private static void cell(XmlWriter out, NumaCell cell) {
        out.start("cell").attribute("id", cell.id());
        out.size("memory", "KiB", cell.memory());
        for (PagePool pool : cell.pages()) {
            out.start("pages").attribute("unit", "KiB").attribute("size", pool.size());
            out.text(pool.count()).end();
        }
        out.startOptional("distances");
        for (NumaCell.Distance distance : cell.distances()) {
            out.start("sibling").attribute("id", distance.cell());
            out.attribute("value", distance.value()).end();
        }
        out.end();
        for (MemoryCache cache : cell.caches()) {
            memoryCache(out, cache);
        }
        out.start("cpus").attribute("num", cell.cpus().size());
        for (NodeCpu cpu : cell.cpus()) {
            cpu(out, cpu);
        }
        out.end().end();
    }

    private static void memoryCache(XmlWriter out, MemoryCache cache) {
        out.start("cache").attribute("level", cache.level());
        out.attribute("associativity", word(cache.associativity()));
        out.attribute("policy", word(cache.policy()));
        out.start("size").attribute("value", cache.size() / 1024).attribute("unit", "KiB").end();
        out.start("line").attribute("value", cache.line()).attribute("unit", "B").end();
        out.end();
    }

    private static void cpu(XmlWriter out, NodeCpu cpu) {
        out.start("cpu").attribute("id", cpu.id()).attribute("socket_id", cpu.socket());
        out.attribute("die_id", cpu.die()).attribute("core_id", cpu.core());
        out.attribute("siblings", cpu.siblings().toString()).end();
    }

    private void interconnects(XmlWriter out) {
        out.startOptional("interconnects");
        for (Interconnect way : interconnects) {
            out.start(word(way.kind())).attribute("initiator", way.initiator());
            out.attribute("target", way.target()).attribute("type", word(way.access()));
            out.attribute("value", way.value());
            if (way.kind() == Interconnect.Kind.BANDWIDTH) {
                out.attribute("unit", "KiB");
            }
            out.end();
        }
        out.end();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
