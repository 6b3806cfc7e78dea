package dev.jvirt.daemon.mirror;

import static dev.jvirt.daemon.mirror.MirrorTest.name;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Flags;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.host.PageSelection;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What makes sense for single calls, where not any values do.
///
/// @param files that may be passed along
record MirrorRules(TestFiles files) {
    /// The client half itself says with that bit that it takes texts.
    private static final int TEXTS = 1 << 2;

    /// Calls that make no sense with an empty list.
    private static final Set<String> FULL =
            Set.of(
                    "DomainBlockDriver.setIoTune",
                    "DomainDeviceDriver.associateFiles",
                    "DomainDeviceDriver.sendKey",
                    "DomainDeviceDriver.setLaunchSecurity",
                    "DomainTuningDriver.setBlkioParameters",
                    "DomainTuningDriver.setInterfaceParameters",
                    "DomainTuningDriver.setMemoryParameters",
                    "DomainTuningDriver.setNumaParameters",
                    "DomainTuningDriver.setPerfEvents",
                    "DomainTuningDriver.setSchedulerParameters",
                    "DomainVcpuDriver.setIoThreadParameters",
                    "HostResourceDriver.setMemoryParameters",
                    "HostResourceDriver.allocPages",
                    "HostResourceDriver.freePages",
                    "HypervisorDriver.baselineCpu",
                    "HypervisorDriver.baselineHypervisorCpu",
                    "HypervisorDriver.setIdentity",
                    "DomainGuestDriver.setAuthorizedSshKeys");

    /// The values for one round of a call.
    Values values(Method method, int round) {
        Values values =
                new Values(name(method).hashCode() * 31L + round)
                        .rule(DomainStatus.class, MirrorRules::status)
                        .rule(OpenFile.class, v -> files.open(v.below(3)))
                        .rule(CpuMap.class, v -> CpuMap.of(v.below(30), v.below(30)))
                        .rule(CpuRange.class, v -> new CpuRange(v.below(9), 1 + v.below(9)))
                        .rule(PageSelection.class, MirrorRules::pages)
                        .rule(MetadataChange.class, MirrorRules::metadata)
                        .rule(MetadataPart.class, v -> metadata(v).part())
                        .rule(TypedParameter.class, MirrorRules::parameter);
        if (method.getDeclaringClass() == DomainSaveDriver.class) {
            // Relative paths become absolute on their way.
            values.rule(String.class, v -> "/" + v.word());
        }
        switch (name(method)) {
            // Some flags mean nothing without another one.
            case "DomainSnapshotDriver.create", "DomainCheckpointDriver.create" ->
                    values.rule(Flags.class, v -> new Flags<>(v.below(2)));
            case "DomainVcpuDriver.setCount" ->
                    values.rule(Flags.class, v -> new Flags<>(1 + v.below(2)));
            case "DomainStatsDriver.jobStats" ->
                    values.rule(Flags.class, v -> new Flags<>(v.below(2)));
            // Texts have a call of their own.
            case "DomainTuningDriver.schedulerParameters" ->
                    values.rule(TypedValue.class, v -> new TypedValue.OfInt(v.below(99)));
            default -> {}
        }
        return FULL.contains(name(method)) ? values.fullLists() : values;
    }

    private static TypedParameter parameter(Values values) {
        return new TypedParameter("p" + values.below(9), (TypedValue) values.of(TypedValue.class));
    }

    private static PageSelection pages(Values values) {
        return new PageSelection(List.of(4, 2048), values.below(3), 1 + values.below(4));
    }

    private static MetadataChange metadata(Values values) {
        return values.below(2) == 0
                ? MetadataChange.title(Optional.of(values.word()))
                : MetadataChange.element("http://x/" + values.word(), "k", "<k/>");
    }

    private static DomainStatus status(Values values) {
        DomainState state = values.choose(List.of(DomainState.values()));
        return new DomainStatus(state, DomainStateReason.of(state, 1));
    }

    /// Mends arguments that do not go together.
    static void makeSensible(Method method, Object[] arguments) {
        if (arguments.length > 0 && arguments[arguments.length - 1] instanceof Integer flags) {
            arguments[arguments.length - 1] = flags & ~TEXTS;
        }
        switch (name(method)) {
            case "DomainBlockDriver.rebase" -> {
                var flags = (Flags<?>) arguments[3];
                arguments[1] = Optional.of("/copy");
                arguments[3] = new Flags<>(flags.bits() | DomainBlockRebaseFlag.COPY.bit());
            }
            default -> {}
        }
    }

    /// What the far driver answers.
    static @Nullable Object answer(Method method, Object[] arguments, Values values) {
        if (method.getReturnType() == void.class) {
            return null;
        }
        return switch (name(method)) {
            case "DomainDriver.rename" -> {
                // Nothing comes back on the wire: the new name is known.
                var before = (DomainId) arguments[0];
                yield new DomainId((String) arguments[1], before.uuid(), before.id());
            }
            // Every processor has the same figures.
            case "DomainStatsDriver.cpuStats" ->
                    List.of(
                            TypedParameters.of("cpu_time", TypedValue.ofUnsignedLong(1)),
                            TypedParameters.of("cpu_time", TypedValue.ofUnsignedLong(2)));
            case "DomainBlockDriver.peek" -> new byte[(int) arguments[2]];
            default -> values.of(method.getGenericReturnType());
        };
    }
}
