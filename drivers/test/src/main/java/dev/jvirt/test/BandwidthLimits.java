package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.documents.domain.Bandwidth;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.MacAddress;
import dev.jvirt.documents.domain.NetworkInterface;
import java.util.Optional;
import java.util.OptionalLong;

/// The bandwidth of an interface as typed parameters.
final class BandwidthLimits {
    private static final Bandwidth.Rate UNLIMITED =
            new Bandwidth.Rate(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());

    private BandwidthLimits() {}

    /// The interface with that name on the host, or that hardware address.
    static NetworkInterface require(DomainDefinition definition, String device) {
        Optional<MacAddress> mac = MacAddress.parse(device);
        for (NetworkInterface nic : definition.devices().interfaces()) {
            if (mac.isPresent()
                    ? nic.mac().address().equals(mac)
                    : nic.target().dev().filter(device::equals).isPresent()) {
                return nic;
            }
        }
        throw new LibvirtException(
                ErrorDomain.DOMAIN,
                ErrorCode.INVALID_ARG,
                "'%s' is not a known interface".formatted(device));
    }

    static TypedParameters of(NetworkInterface nic) {
        Optional<Bandwidth> bandwidth = nic.policy().bandwidth();
        Bandwidth.Rate in = bandwidth.flatMap(Bandwidth::inbound).orElse(UNLIMITED);
        Bandwidth.Rate out = bandwidth.flatMap(Bandwidth::outbound).orElse(UNLIMITED);
        return TypedParameters.builder()
                .put("inbound.average", number(in.average()))
                .put("inbound.peak", number(in.peak()))
                .put("inbound.burst", number(in.burst()))
                .put("inbound.floor", number(in.floor()))
                .put("outbound.average", number(out.average()))
                .put("outbound.peak", number(out.peak()))
                .put("outbound.burst", number(out.burst()))
                .build();
    }

    private static TypedValue number(OptionalLong value) {
        return TypedValue.ofUnsignedInt((int) value.orElse(0));
    }

    static void check(TypedParameters parameters) {
        for (TypedParameter parameter : parameters.parameters()) {
            switch (parameter.name()) {
                case "inbound.average",
                        "inbound.peak",
                        "inbound.burst",
                        "inbound.floor",
                        "outbound.average",
                        "outbound.peak",
                        "outbound.burst" -> {}
                default -> throw TestErrors.parameter(parameter.name());
            }
        }
    }

    /// The interface with other limits in the directions of which something is said.
    static NetworkInterface changed(NetworkInterface nic, TypedParameters parameters) {
        Optional<Bandwidth> before = nic.policy().bandwidth();
        var in = rate(parameters, "inbound.", before.flatMap(Bandwidth::inbound));
        var out = rate(parameters, "outbound.", before.flatMap(Bandwidth::outbound));
        Optional<Bandwidth> bandwidth =
                in.isEmpty() && out.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Bandwidth(in, out));
        return nic.withPolicy(nic.policy().withBandwidth(bandwidth));
    }

    private static Optional<Bandwidth.Rate> rate(
            TypedParameters parameters, String direction, Optional<Bandwidth.Rate> before) {
        boolean told =
                parameters.parameters().stream().anyMatch(p -> p.name().startsWith(direction));
        if (!told) {
            return before;
        }
        var rate =
                new Bandwidth.Rate(
                        limit(parameters, direction + "average"),
                        limit(parameters, direction + "peak"),
                        limit(parameters, direction + "floor"),
                        limit(parameters, direction + "burst"));
        return rate.average().isEmpty() && rate.floor().isEmpty()
                ? Optional.empty()
                : Optional.of(rate);
    }

    private static OptionalLong limit(TypedParameters parameters, String name) {
        OptionalLong told = parameters.getUnsignedInt(name);
        return told.orElse(0) == 0 ? OptionalLong.empty() : told;
    }
}
