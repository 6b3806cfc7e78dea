package dev.jvirt.qemu.hostcaps;

import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.host.node.CacheBank;
import dev.jvirt.host.node.CacheKind;
import dev.jvirt.host.node.ResourceControl;
import dev.jvirt.host.node.ResourceControl.BandwidthControl;
import dev.jvirt.host.node.ResourceControl.CacheControl;
import dev.jvirt.host.node.ResourceControl.Monitor;
import java.util.List;

/// Writes `<cache>` and `<memory_bandwidth>` of a host.
final class CacheFormat {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private final List<CacheBank> banks;
    private final ResourceControl control;

    CacheFormat(List<CacheBank> banks, ResourceControl control) {
        this.banks = banks;
        this.control = control;
    }

    void format(XmlWriter out) {
        out.startOptional("cache");
        for (CacheBank bank : banks) {
            bank(out, bank);
        }
        control.cacheMonitor().ifPresent(monitor -> monitor(out, monitor));
        out.end();
        out.startOptional("memory_bandwidth");
        control.bandwidth().ifPresent(limits -> bandwidth(out, limits));
        control.bandwidthMonitor().ifPresent(monitor -> monitor(out, monitor));
        out.end();
    }

    private void bank(XmlWriter out, CacheBank bank) {
        int unit = unit(bank.size());
        out.start("bank").attribute("id", bank.id()).attribute("level", bank.level());
        out.attribute("type", HostHardware.word(bank.kind()));
        out.attribute("size", bank.size() >> 10 * unit).attribute("unit", UNITS[unit]);
        out.attribute("cpus", bank.cpus().toString());
        for (CacheControl part : control.caches()) {
            if (part.level() == bank.level()
                    && (bank.kind() == CacheKind.BOTH || bank.kind() == part.kind())) {
                part(out, part, part.granularity(bank));
            }
        }
        out.end();
    }

    private static void part(XmlWriter out, CacheControl part, long granularity) {
        int unit = unit(granularity);
        long size = granularity >> 10 * unit;
        out.start("control").attribute("granularity", size);
        if (part.smallest() > 1) {
            out.attribute("min", size * part.smallest());
        }
        out.attribute("unit", UNITS[unit]).attribute("type", HostHardware.word(part.kind()));
        out.attribute("maxAllocs", part.groups()).end();
    }

    /// The largest unit of which a size is a whole number.
    private static int unit(long size) {
        int unit = 0;
        long rest = size;
        while (rest > 0 && rest % 1024 == 0 && unit < UNITS.length - 1) {
            rest /= 1024;
            unit++;
        }
        return unit;
    }

    /// The way to the memory leads through the caches of the last level.
    private void bandwidth(XmlWriter out, BandwidthControl limits) {
        int last = banks.stream().mapToInt(CacheBank::level).max().orElse(0);
        for (CacheBank bank : banks) {
            if (bank.level() == last) {
                out.start("node").attribute("id", bank.id());
                out.attribute("cpus", bank.cpus().toString());
                out.start("control").attribute("granularity", limits.step());
                out.attribute("min", limits.smallest());
                out.attribute("maxAllocs", limits.groups()).end();
                out.end();
            }
        }
    }

    private static void monitor(XmlWriter out, Monitor monitor) {
        out.start("monitor");
        if (monitor.reuseThreshold().isPresent()) {
            out.attribute("level", monitor.level());
            out.attribute("reuseThreshold", monitor.reuseThreshold().getAsLong());
        }
        out.attribute("maxMonitors", monitor.counters());
        for (String feature : monitor.features()) {
            out.start("feature").attribute("name", feature).end();
        }
        out.end();
    }
}
