package dev.jvirt.daemon.mirror;

import static dev.jvirt.daemon.mirror.MirrorTest.name;

import dev.jvirt.api.Flags;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.driver.DomainSaveDriver;
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
                    "DomainGuestDriver.setAuthorizedSshKeys");

    /// The values for one round of a call.
    Values values(Method method, int round) {
        Values values =
                new Values(name(method).hashCode() * 31L + round)
                        .rule(DomainStatus.class, MirrorRules::status)
                        .rule(OpenFile.class, v -> files.open(v.below(3)))
                        .rule(TypedParameter.class, MirrorRules::parameter);
        if (method.getDeclaringClass() == DomainSaveDriver.class) {
            // Relative paths become absolute on their way.
            values.rule(String.class, v -> "/" + v.word());
        }
        switch (name(method)) {
            // Some flags mean nothing without another one.
            case "DomainSnapshotDriver.create", "DomainCheckpointDriver.create" ->
                    values.rule(Flags.class, v -> new Flags<>(v.below(2)));
            default -> {}
        }
        return FULL.contains(name(method)) ? values.fullLists() : values;
    }

    private static TypedParameter parameter(Values values) {
        return new TypedParameter("p" + values.below(9), (TypedValue) values.of(TypedValue.class));
    }

    private static DomainStatus status(Values values) {
        DomainState state = values.choose(List.of(DomainState.values()));
        return new DomainStatus(state, DomainStateReason.of(state, 1));
    }

    /// Mends arguments that do not go together.
    static void makeSensible(Method method, Object[] arguments) {
        switch (name(method)) {
            case "DomainBlockDriver.rebase" -> {
                var flags = (Flags<?>) arguments[3];
                arguments[1] = Optional.of("/copy");
                arguments[3] = new Flags<>(flags.bits() | DomainBlockRebaseFlag.COPY.bit());
            }
            case "DomainBlockDriver.statistics", "DomainDeviceDriver.launchSecurity" ->
                    arguments[1] = (int) arguments[1] & ~TEXTS;
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
            case "DomainBlockDriver.peek" -> new byte[(int) arguments[2]];
            default -> values.of(method.getGenericReturnType());
        };
    }
}
