package dev.jvirt.test;

import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.documents.domain.MemoryTune;
import java.util.OptionalLong;

/// `<memtune>` as typed parameters.
final class MemoryLimits {
    /// In KiB; as much as a cgroup can be told.
    private static final long UNLIMITED = 9007199254740991L;

    private static final String HARD = "hard_limit";
    private static final String SOFT = "soft_limit";
    private static final String SWAP = "swap_hard_limit";

    private MemoryLimits() {}

    static TypedParameters of(MemoryTune tune) {
        return TypedParameters.builder()
                .put(HARD, TypedValue.ofUnsignedLong(tune.hardLimit().orElse(UNLIMITED)))
                .put(SOFT, TypedValue.ofUnsignedLong(tune.softLimit().orElse(UNLIMITED)))
                .put(SWAP, TypedValue.ofUnsignedLong(tune.swapHardLimit().orElse(UNLIMITED)))
                .build();
    }

    static void check(TypedParameters parameters) {
        for (TypedParameter parameter : parameters.parameters()) {
            switch (parameter.name()) {
                case HARD, SOFT, SWAP -> {}
                default -> throw TestErrors.parameter(parameter.name());
            }
        }
    }

    /// The tuning with some limits changed.
    static MemoryTune changed(MemoryTune tune, TypedParameters parameters) {
        OptionalLong hard = limit(parameters, HARD, tune.hardLimit());
        OptionalLong swap = limit(parameters, SWAP, tune.swapHardLimit());
        if (hard.orElse(UNLIMITED) > swap.orElse(UNLIMITED)) {
            throw TestErrors.invalidArgument(
                    "memory hard_limit tunable value must be lower than or equal to"
                            + " swap_hard_limit");
        }
        return new MemoryTune(
                hard, limit(parameters, SOFT, tune.softLimit()), tune.minGuarantee(), swap);
    }

    private static OptionalLong limit(
            TypedParameters parameters, String name, OptionalLong before) {
        OptionalLong told = parameters.getUnsignedLong(name);
        if (told.isEmpty()) {
            return before;
        }
        return told.getAsLong() >= UNLIMITED ? OptionalLong.empty() : told;
    }
}
