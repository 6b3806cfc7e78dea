package dev.jvirt.bridge;

import dev.jvirt.api.CpuMap;
import dev.jvirt.protocol.wire.Opaque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sets of CPUs: alone, or many of one length in a row.
public final class CpuMaps {
    private CpuMaps() {}

    /// How many bytes tell of so many CPUs (`VIR_CPU_MAPLEN`).
    public static int length(int cpus) {
        return Math.max(1, (cpus + 7) / 8);
    }

    /// The set as it travels, as short as it can be.
    public static Opaque remote(CpuMap cpus) {
        return new Opaque(cpus.toBytes());
    }

    /// The set as it travels, for a reader who expects to be told of so many CPUs.
    public static Opaque remote(CpuMap cpus, int expected) {
        byte[] shortest = cpus.toBytes();
        return new Opaque(cpus.toBytes(Math.max(shortest.length, length(expected))));
    }

    /// The set that came.
    public static CpuMap local(Opaque map) {
        return CpuMap.ofBytes(map.bytes());
    }

    /// Sets in a row, of `length` bytes each, and nothing behind them where there are fewer than
    /// `room`.
    public static Opaque row(List<CpuMap> maps, int room, int length) {
        var row = new byte[Math.multiplyExact(room, length)];
        for (int i = 0; i < Math.min(room, maps.size()); i++) {
            System.arraycopy(maps.get(i).toBytes(length), 0, row, i * length, length);
        }
        return new Opaque(row);
    }

    /// The first sets of a row that came: `count`, or as many as there are.
    public static List<CpuMap> local(Opaque row, int count, int length) {
        int there = Math.clamp(count, 0, row.bytes().length / length);
        var maps = new ArrayList<CpuMap>(there);
        for (int start = 0; maps.size() < there; start += length) {
            maps.add(CpuMap.ofBytes(Arrays.copyOfRange(row.bytes(), start, start + length)));
        }
        return List.copyOf(maps);
    }
}
