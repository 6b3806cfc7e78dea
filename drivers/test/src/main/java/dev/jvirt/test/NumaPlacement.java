package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.documents.domain.NumaTune;
import java.util.Optional;
import java.util.OptionalInt;

/// `<memory>` of `<numatune>` as typed parameters.
///
/// @param mode how strict a domain is about the nodes, if that changes
/// @param nodes which ones, if they change
record NumaPlacement(Optional<NumaTune.Mode> mode, Optional<IdSet> nodes) {
    private static final String MODE = "numa_mode";
    private static final String NODES = "numa_nodeset";

    static TypedParameters of(NumaTune tune) {
        Optional<NumaTune.MemoryPolicy> memory = tune.memory();
        return TypedParameters.builder()
                .put(MODE, TypedValue.ofInt(mode(tune).ordinal()))
                .put(
                        NODES,
                        TypedValue.ofString(
                                memory.flatMap(NumaTune.MemoryPolicy::hostNodes)
                                        .map(IdSet::toString)
                                        .orElse("")))
                .build();
    }

    private static NumaTune.Mode mode(NumaTune tune) {
        return tune.memory().map(NumaTune.MemoryPolicy::mode).orElse(NumaTune.Mode.STRICT);
    }

    static NumaPlacement parse(TypedParameters parameters) {
        for (TypedParameter parameter : parameters.parameters()) {
            switch (parameter.name()) {
                case MODE, NODES -> {}
                default -> throw TestErrors.parameter(parameter.name());
            }
        }
        OptionalInt number = parameters.getInt(MODE);
        if (number.isPresent()
                && (number.getAsInt() < 0 || number.getAsInt() >= NumaTune.Mode.values().length)) {
            throw TestErrors.invalidArgument(
                    "unsupported numatune mode: '%d'".formatted(number.getAsInt()));
        }
        return new NumaPlacement(
                number.isPresent()
                        ? Optional.of(NumaTune.Mode.values()[number.getAsInt()])
                        : Optional.empty(),
                parameters.getString(NODES).map(NumaPlacement::nodes));
    }

    private static IdSet nodes(String text) {
        try {
            IdSet nodes = IdSet.parse(text);
            if (!nodes.isEmpty()) {
                return nodes;
            }
        } catch (LibvirtException _) {
            // said below in libvirt's words
        }
        throw new LibvirtException(
                ErrorCode.INVALID_ARG, "Failed to parse bitmap '%s'".formatted(text));
    }

    /// The tuning with what changes.
    NumaTune changed(NumaTune tune, boolean live) {
        if (live && mode.filter(wanted -> wanted != mode(tune)).isPresent()) {
            throw TestErrors.invalidOperation("can't change numatune mode for running domain");
        }
        Optional<IdSet> before = tune.memory().flatMap(NumaTune.MemoryPolicy::hostNodes);
        var policy =
                new NumaTune.MemoryPolicy(mode.orElseGet(() -> mode(tune)), nodes.or(() -> before));
        return new NumaTune(Optional.of(policy), tune.nodes());
    }
}
