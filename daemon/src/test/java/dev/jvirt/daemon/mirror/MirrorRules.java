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
import java.util.ArrayList;
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
                    "DomainBlockDriver.setThrottleGroup",
                    "DomainDeviceDriver.setLaunchSecurity",
                    "DomainGuestDriver.setAuthorizedSshKeys",
                    "DomainTuningDriver.setInterfaceParameters",
                    "DomainTuningDriver.setMemoryParameters",
                    "DomainTuningDriver.setNumaParameters",
                    "DomainTuningDriver.setPerfEvents",
                    "DomainVcpuDriver.setIoThreadParameters",
                    "HostResourceDriver.allocPages",
                    "HostResourceDriver.freePages");

    /// The values for one round of a call.
    Values values(Method method, int round) {
        Values values =
                new Values(name(method).hashCode() * 31L + round)
                        .rule(DomainStatus.class, MirrorRules::status)
                        .rule(OpenFile.class, v -> files.open(v.below(3)))
                        .rule(CpuMap.class, v -> CpuMap.ofBytes((byte[]) v.of(byte[].class)))
                        .rule(CpuRange.class, v -> new CpuRange(v.below(300), 1 + v.below(128)))
                        .rule(PageSelection.class, MirrorRules::pages)
                        .rule(MetadataPart.class, MirrorRules::metadata)
                        .rule(MetadataChange.class, MirrorRules::metadataChange)
                        .rule(TypedParameter.class, MirrorRules::parameter);
        if (method.getDeclaringClass() == DomainSaveDriver.class) {
            // Relative paths become absolute on their way.
            values.rule(String.class, v -> "/" + v.word());
        }
        switch (name(method)) {
            // Some flags mean nothing without another one.
            case "DomainSnapshotDriver.create", "DomainCheckpointDriver.create" ->
                    values.rule(Flags.class, v -> new Flags<>(v.below(2)));
            case "DomainVcpuDriver.setCount", "DomainStatsDriver.jobStats" ->
                    values.rule(Flags.class, v -> new Flags<>(v.below(2)));
            default -> {}
        }
        return FULL.contains(name(method)) ? values.fullLists() : values;
    }

    private static TypedParameter parameter(Values values) {
        return new TypedParameter("p" + values.below(9), (TypedValue) values.of(TypedValue.class));
    }

    @SuppressWarnings("unchecked") // asked for as such
    private static PageSelection pages(Values values) {
        var sizes =
                (List<Integer>)
                        values.of(PageSelection.class.getRecordComponents()[0].getGenericType());
        return new PageSelection(sizes, values.below(9) - 1, 1 + values.below(9));
    }

    private static MetadataPart metadata(Values values) {
        return values.choose(
                List.of(
                        MetadataPart.title(),
                        MetadataPart.description(),
                        MetadataPart.element(values.word())));
    }

    private static MetadataChange metadataChange(Values values) {
        return values.choose(
                List.of(
                        MetadataChange.title(Optional.of(values.word())),
                        MetadataChange.title(Optional.empty()),
                        MetadataChange.description(Optional.of(values.word() + "\n")),
                        MetadataChange.element(values.word(), "key", "<a/>"),
                        MetadataChange.withoutElement(values.word())));
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
            // More than are told of.
            case "HostResourceDriver.cellsFreeMemory" -> arguments[1] = 10 + (int) arguments[1];
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
            case "DomainBlockDriver.peek", "DomainStatsDriver.memoryPeek" ->
                    new byte[(int) arguments[2]];
            case "DomainStatsDriver.cpuStats" -> cpuStats(values);
            case "DomainTuningDriver.schedulerParameters" -> numbers(values);
            default -> values.of(method.getGenericReturnType());
        };
    }

    /// Without flags the old procedure is called, whose answers have no texts.
    private static TypedParameters numbers(Values values) {
        var all = (TypedParameters) values.of(TypedParameters.class);
        return new TypedParameters(
                all.parameters().stream()
                        .filter(one -> !(one.value() instanceof TypedValue.OfString))
                        .toList());
    }

    /// All CPUs have the same parameters.
    private static List<TypedParameters> cpuStats(Values values) {
        int parameters = 1 + values.below(3);
        var cpus = new ArrayList<TypedParameters>();
        for (int cpu = values.below(4); cpu > 0; cpu--) {
            var each = TypedParameters.builder();
            for (int i = 0; i < parameters; i++) {
                each.put("p" + i, (TypedValue) values.of(TypedValue.class));
            }
            cpus.add(each.build());
        }
        return cpus;
    }
}
