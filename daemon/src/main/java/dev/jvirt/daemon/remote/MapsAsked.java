package dev.jvirt.daemon.remote;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.bridge.CpuMaps;
import dev.jvirt.protocol.wire.Opaque;
import java.util.List;

/// How much room a client has for CPU maps: it gets all of it back, filled as far as there are
/// maps, and cut off where CPUs do not fit.
///
/// @param function the C function that it called
/// @param entries how many maps
/// @param length of each, in bytes
record MapsAsked(String function, int entries, int length) {
    /// `REMOTE_VCPUINFO_MAX`
    private static final int ENTRIES_MAX = 16_384;

    /// `REMOTE_CPUMAPS_MAX`
    private static final int BYTES_MAX = 8_388_608;

    /// Checks the room for many maps.
    ///
    /// @param name of the argument with the number of entries
    static MapsAsked of(String function, String name, int entries, int length) {
        if (entries > ENTRIES_MAX) {
            throw WireErrors.internal(name + " > REMOTE_VCPUINFO_MAX");
        }
        if ((long) entries * length > BYTES_MAX) {
            throw WireErrors.internal(name + " * maplen > REMOTE_CPUMAPS_MAX");
        }
        var asked = new MapsAsked(function, entries, length);
        asked.positive(name, entries);
        return asked;
    }

    /// Checks the room for one map.
    static MapsAsked of(String function, int length) {
        if (length > BYTES_MAX) {
            throw WireErrors.internal("maplen > REMOTE_CPUMAPS_MAX");
        }
        return new MapsAsked(function, 1, length).needLength();
    }

    /// Refuses a client without room for a single CPU.
    MapsAsked needLength() {
        positive("maplen", length);
        return this;
    }

    private void positive(String name, int value) {
        if (value <= 0) {
            throw refused(name, "%s in %s must be greater than zero".formatted(name, function));
        }
    }

    /// Refuses an argument.
    LibvirtException refused(String name, String message) {
        return LibvirtException.invalidArgument(ErrorDomain.DOMAIN, function, name, message);
    }

    /// The maps that are sent.
    Opaque sent(List<CpuMap> maps) {
        return CpuMaps.row(maps, entries, length);
    }

    /// The first things of a list that there is room for.
    <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(entries, list.size()));
    }
}
