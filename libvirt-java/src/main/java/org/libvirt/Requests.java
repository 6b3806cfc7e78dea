package org.libvirt;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.MetadataType;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Arguments with C's numbers as what the client wants to have.
final class Requests {
    private Requests() {}

    /// Which part of the metadata is meant.
    static MetadataPart metadata(int type, @Nullable String uri) {
        MetadataType known = MetadataType.of(type);
        if (known == MetadataType.UNKNOWN) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.INVALID_ARG,
                    "unknown metadata type '%d'".formatted(type));
        }
        return new MetadataPart(known, Optional.ofNullable(uri));
    }

    /// The CPUs there can be in a host (`VIR_NODEINFO_MAXCPUS`).
    static int hostCpus(NodeInfo host) {
        return host.nodes() * host.sockets() * host.cores() * host.threads();
    }

    /// The CPUs of a map whose bytes came as numbers.
    static CpuMap cpus(int[] map) {
        if (map.length == 0) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virDomainPinVcpu",
                    "maplen",
                    "maplen in virDomainPinVcpu must be greater than zero");
        }
        var bytes = new byte[map.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) map[i];
        }
        return CpuMap.ofBytes(bytes);
    }

    /// Keys that are pressed together.
    static KeyPress keys(KeycodeSet codeset, int holdTime, int... keycodes) {
        return new KeyPress(
                dev.jvirt.api.domain.KeycodeSet.of(codeset.ordinal()).orElseThrow(),
                holdTime,
                IntStream.of(keycodes).boxed().toList());
    }
}
