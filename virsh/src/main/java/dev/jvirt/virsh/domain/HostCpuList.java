package dev.jvirt.virsh.domain;

import dev.jvirt.api.Connection;
import dev.jvirt.api.CpuMap;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.virsh.shell.CommandFailure;

/// The CPUs of the host as commands name and count them.
final class HostCpuList {
    private HostCpuList() {}

    /// How many CPUs the host can have.
    static int count(Connection connection) {
        try {
            return connection.host().cpus(0).present();
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            NodeInfo node = connection.nodeInfo();
            return node.nodes() * node.sockets() * node.cores() * node.threads();
        }
    }

    /// The CPUs of a set as far as a map for all of the host's has room for them.
    ///
    /// @param count of the host's CPUs
    static CpuMap clipped(CpuMap cpus, int count) {
        return CpuMap.ofBytes(cpus.toBytes((count + 7) / 8));
    }

    /// The CPUs of a list such as `0-3,^2`; `r` means all.
    ///
    /// @param count of the host's CPUs
    static CpuMap parse(String list, int count) {
        if (list.equals("r")) {
            return CpuMap.range(0, count - 1);
        }
        CpuMap cpus;
        try {
            cpus = CpuMap.parse(list);
        } catch (LibvirtException e) {
            throw new CommandFailure("Invalid cpulist '" + list + "'", e);
        }
        if (cpus.isEmpty()) {
            throw new CommandFailure("Invalid cpulist '" + list + "'");
        }
        int last = cpus.cpus().max().orElse(0);
        if (last >= count) {
            throw new CommandFailure(
                    "CPU " + last + " in cpulist '" + list + "' exceed the maxcpu " + count);
        }
        return cpus;
    }
}
