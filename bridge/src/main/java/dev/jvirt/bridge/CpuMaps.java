package dev.jvirt.bridge;

import dev.jvirt.api.CpuMap;
import dev.jvirt.protocol.wire.Opaque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sets of host processors: bytes, the first processor in the lowest bit of the first.
public final class CpuMaps {
    /// The most virtual CPUs that a call tells of (`REMOTE_VCPUINFO_MAX`).
    public static final int VCPUS_MAX = 16384;

    /// The bytes of one map, where nobody says how many processors a host has.
    public static final int USUAL_WIDTH = 32;

    /// `REMOTE_CPUMAPS_MAX`
    private static final int BYTES_MAX = 8_388_608;

    private CpuMaps() {}

    /// A map as it travels.
    public static Opaque remote(CpuMap cpus) {
        return new Opaque(cpus.toBytes());
    }

    /// Maps one after the other, each of `width` bytes, in room for `count` of them.
    public static Opaque joined(List<CpuMap> maps, int width, int count) {
        byte[] bytes = new byte[width * count];
        for (int i = 0; i < maps.size(); i++) {
            System.arraycopy(maps.get(i).toBytes(width), 0, bytes, i * width, width);
        }
        return new Opaque(bytes);
    }

    /// The first `count` maps, each of `width` bytes.
    public static List<CpuMap> split(Opaque joined, int width, int count) {
        byte[] bytes = joined.bytes();
        var maps = new ArrayList<CpuMap>(count);
        for (int i = 0; i < count; i++) {
            int from = Math.min(i * width, bytes.length);
            maps.add(
                    CpuMap.ofBytes(
                            Arrays.copyOfRange(bytes, from, Math.min(from + width, bytes.length))));
        }
        return maps;
    }

    /// How many maps of `width` bytes fit into one message.
    public static int most(int width) {
        return Math.min(VCPUS_MAX, BYTES_MAX / Math.max(1, width));
    }
}
