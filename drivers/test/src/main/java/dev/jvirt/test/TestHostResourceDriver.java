package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.HostResourceDriver;
import dev.jvirt.api.host.HostCpus;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.api.host.PageSelection;
import java.util.ArrayList;
import java.util.List;

/// The processors and the memory of a world's host: figures that are always the same.
final class TestHostResourceDriver implements HostResourceDriver {
    private static final HostCpus CPUS = new HostCpus(8, CpuMap.of(0, 2, 4));

    /// A client can be told of no more.
    private static final int MOST_CELLS = 1024;

    private final TestHost host;

    TestHostResourceDriver(TestHost host) {
        this.host = host;
    }

    @Override
    public HostCpus cpus(int flags) {
        Flags.refuse(TEST, "testNodeGetCPUMap", flags);
        return CPUS;
    }

    @Override
    public List<HostStatistic> cpuStats(int cpu, int flags) {
        Flags.refuse(TEST, "testNodeGetCPUStats", flags);
        return List.of(
                new HostStatistic("user", 9797400000L),
                new HostStatistic("kernel", 34678723400000L),
                new HostStatistic("idle", 87264900000L),
                new HostStatistic("iowait", 763600000L));
    }

    @Override
    public List<Long> cellsFreeMemory(int first, int count) {
        if (first >= host.cells().size()) {
            throw TestErrors.invalidArgument("Range exceeds available cells");
        }
        int end = (int) Math.min(host.cells().size(), (long) first + count);
        return host.cells().subList(first, end).stream().map(TestHost.Cell::memory).toList();
    }

    @Override
    public List<Long> freePages(PageSelection pages, int flags) {
        Flags.refuse(TEST, "testNodeGetFreePages", flags);
        var free = new ArrayList<Long>();
        for (int cell = 0; cell < Math.min(pages.cellCount(), MOST_CELLS); cell++) {
            long number = 6;
            for (int i = 0; i < pages.sizes().size(); i++) {
                number = number * 2 + 7;
                free.add(number);
            }
        }
        return free;
    }
}
