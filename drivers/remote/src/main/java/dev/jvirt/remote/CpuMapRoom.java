package dev.jvirt.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.bridge.CpuMaps;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuMap;
import dev.jvirt.protocol.host.HostResourceCallsClient;
import dev.jvirt.protocol.remote.NodeCallsClient;

/// How much room to ask for when a daemon is to tell of CPUs: it fills the room that it is given,
/// and leaves out what does not fit.
///
/// @param length of the map of one virtual CPU, in bytes
/// @param entries how many virtual CPUs there is room for
record CpuMapRoom(int length, int entries) {
    /// `REMOTE_CPUMAPS_MAX`
    private static final int LARGEST = 8_388_608;

    /// `REMOTE_VCPUINFO_MAX`
    private static final int MOST_ENTRIES = 16_384;

    private static final int FIRST_ENTRIES = 256;
    private static final int UNKNOWN_LENGTH = 512;

    /// Room for all CPUs of the host, and for as many virtual ones as a domain mostly has.
    static CpuMapRoom of(RemoteCaller caller) {
        return new CpuMapRoom(hostLength(caller), FIRST_ENTRIES);
    }

    /// The length of a map with all CPUs of the host.
    static int hostLength(RemoteCaller caller) {
        try {
            var map = new HostResourceCallsClient(caller).nodeGetCpuMap(new NodeGetCpuMap(0, 0, 0));
            return CpuMaps.length(map.ret());
        } catch (LibvirtException older) {
            return lengthByTopology(caller);
        }
    }

    private static int lengthByTopology(RemoteCaller caller) {
        try {
            var info = new NodeCallsClient(caller).nodeGetInfo();
            return CpuMaps.length(info.nodes() * info.sockets() * info.cores() * info.threads());
        } catch (LibvirtException secretive) {
            return UNKNOWN_LENGTH;
        }
    }

    /// Whether a daemon that told of so many virtual CPUs may have left some out.
    boolean isFilledBy(int told) {
        return told >= entries && entries < most();
    }

    /// Room for more virtual CPUs.
    CpuMapRoom more() {
        return new CpuMapRoom(length, Math.min(most(), entries * 8));
    }

    private int most() {
        return Math.min(MOST_ENTRIES, LARGEST / length);
    }
}
