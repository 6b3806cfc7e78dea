package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Numa;
import dev.jvirt.documents.domain.Numa.Interconnect;
import java.util.HashSet;

/// Rules of the nodes that the guest sees.
final class NumaRules {
    private static final int MAX_LEVEL = 3;

    private NumaRules() {}

    static void check(Numa numa) {
        for (Numa.Cell cell : numa.cells()) {
            var levels = new HashSet<Integer>();
            for (Numa.Cache cache : cell.caches()) {
                when(
                        cache.level() > MAX_LEVEL,
                        XML_ERROR,
                        "Ain't nobody heard of that much cache level");
                when(
                        !levels.add(cache.level()),
                        XML_ERROR,
                        "Cache level '%d' already defined",
                        cache.level());
            }
        }
        for (int i = 0; i < numa.interconnects().size(); i++) {
            check(numa.interconnects().get(i), numa);
            for (int j = 0; j < i; j++) {
                checkPair(numa.interconnects().get(i), numa.interconnects().get(j));
            }
        }
    }

    private static void check(Interconnect link, Numa numa) {
        int cells = numa.cells().size();
        when(
                link.initiator() >= cells,
                XML_ERROR,
                "'initiator' refers to a non-existent NUMA node");
        when(link.target() >= cells, XML_ERROR, "'target' refers to a non-existent NUMA node");
        when(
                numa.cells().get(link.initiator()).cpus().isEmpty(),
                XML_ERROR,
                "NUMA nodes without CPUs can't be initiator");
        boolean found = link.cache() == 0;
        for (Numa.Cache cache : numa.cells().get(link.target()).caches()) {
            found |= cache.level() == link.cache();
        }
        when(!found, XML_ERROR, "'cache' refers to a non-existent NUMA node cache");
    }

    private static void checkPair(Interconnect link, Interconnect other) {
        boolean same =
                link.bandwidth() == other.bandwidth()
                        && link.initiator() == other.initiator()
                        && link.target() == other.target()
                        && link.cache() == other.cache()
                        && link.type() == other.type();
        when(same, XML_ERROR, "Duplicate info for NUMA latencies");
        boolean back =
                link.initiator() != link.target()
                        && link.initiator() == other.target()
                        && link.target() == other.initiator();
        when(back, XML_ERROR, "Link already defined");
    }
}
