package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Flags;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.Screenshot;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.driver.MigrationTunnel;
import dev.jvirt.api.driver.StreamChannel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes into the client half of the remote driver comes out of the daemon unchanged, and the
/// answer comes back unchanged: for every call that any driver interface has.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MirrorTest {
    private static final int ROUNDS = 12;

    /// Answered by the client alone: the daemon's driver is not asked.
    private static final Set<String> LOCAL =
            Set.of(
                    "HostDriver.uri",
                    "HostDriver.isAlive",
                    "HostDriver.isSecure",
                    "HostDriver.isEncrypted",
                    "HostDriver.setKeepAlive",
                    "HostDriver.supportsFeature");

    private static final int TEXTS = 1 << 2;

    /// Calls that make no sense with an empty list.
    private static final Set<String> FULL =
            Set.of(
                    "DomainBlockDriver.setIoTune",
                    "DomainDeviceDriver.associateFiles",
                    "DomainDeviceDriver.sendKey",
                    "DomainDeviceDriver.setLaunchSecurity");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Mirror mirror;

    @SuppressWarnings("NullAway.Init")
    private TestFiles files;

    @BeforeAll
    void open() throws IOException {
        mirror = new Mirror(folder);
        files = new TestFiles(folder);
    }

    @AfterAll
    void close() {
        mirror.close();
        files.close();
    }

    static Stream<Named<Method>> calls() {
        return Mirror.calls().stream()
                .filter(method -> !LOCAL.contains(name(method)))
                .filter(method -> !takesHandler(method))
                .sorted(Comparator.comparing(MirrorTest::name))
                .map(method -> Named.of(name(method), method));
    }

    /// Subscriptions are tried with the events themselves.
    private static boolean takesHandler(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Consumer.class);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Values values(Method method, int round) {
        Values values = plainValues(method, round);
        return switch (name(method)) {
            // To add or remove no keys at all is refused.
            case "DomainGuestDriver.setAuthorizedSshKeys" ->
                    values.rule(List.class, v -> List.of(v.word()));
            // Some flags mean nothing without another one.
            case "DomainSnapshotDriver.create", "DomainCheckpointDriver.create" ->
                    values.rule(Flags.class, v -> new Flags<>(v.below(2)));
            default -> values;
        };
    }

    private static Values plainValues(Method method, int round) {
        return new Values(name(method).hashCode() * 31L + round)
                .rule(DomainStatus.class, MirrorTest::status)
                .rule(TypedParameter.class, v -> new TypedParameter("p" + v.below(9), value(v)));
    private Values values(Method method, int round) {
        Values values =
                new Values(name(method).hashCode() * 31L + round)
                        .rule(DomainStatus.class, MirrorTest::status)
                        .rule(OpenFile.class, v -> files.open(v.below(3)))
                        .rule(
                                TypedParameter.class,
                                v -> new TypedParameter("p" + v.below(9), value(v)));
        if (method.getDeclaringClass() == DomainSaveDriver.class) {
            // Relative paths become absolute on their way.
            values.rule(String.class, v -> "/" + v.word());
        }
        return FULL.contains(name(method)) ? values.fullLists() : values;
    }

    private static dev.jvirt.api.TypedValue value(Values values) {
        return (dev.jvirt.api.TypedValue) values.of(dev.jvirt.api.TypedValue.class);
    }

    private static DomainStatus status(Values values) {
        DomainState state = values.choose(List.of(DomainState.values()));
        return new DomainStatus(state, DomainStateReason.of(state, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void callsComeOutAsTheyWentIn(Method method) throws Throwable {
        for (int round = 0; round < ROUNDS; round++) {
            Values values = values(method, round);
            Object[] arguments =
                    Arrays.stream(method.getGenericParameterTypes()).map(values::of).toArray();
            makeSensible(method, arguments);
            Object answer = answer(method, arguments, values);
            Object expected = TestFiles.seen(answer);
            mirror.far().answer(method, answer);

            Object returned = invoke(method, arguments);

            assertThat(mirror.far().calls(method)).as("calls of %s", name(method)).isNotEmpty();
            assertThat(mirror.far().calls(method).getLast().arguments())
                    .usingRecursiveComparison()
                    .isEqualTo(TestFiles.seen(Arrays.asList(arguments)));
            TestFiles.close(Arrays.asList(arguments));
            if (returned instanceof StreamChannel stream) {
                stream.close();
            } else {
                assertThat(returned)
                        .as(name(method))
                        .usingRecursiveComparison()
                        .ignoringFields("stream")
                        .isEqualTo(answer);
                if (returned instanceof MigrationTunnel tunnel) {
                    tunnel.stream().close();
                }
                assertThat(TestFiles.seen(returned))
                        .as(name(method))
                        .usingRecursiveComparison()
                        .withEqualsForType((one, other) -> true, StreamChannel.class)
                        .isEqualTo(expected);
                TestFiles.close(returned);
            }
            if (returned instanceof Screenshot screenshot) {
                screenshot.close();
            }
        }
    }

    /// Mends arguments that do not go together.
    private static void makeSensible(Method method, Object[] arguments) {
        switch (name(method)) {
            case "DomainBlockDriver.rebase" -> {
                var flags = (Flags<?>) arguments[3];
                arguments[1] = Optional.of("/copy");
                arguments[3] = new Flags<>(flags.bits() | DomainBlockRebaseFlag.COPY.bit());
            }
            // The client half itself says with that bit that it takes texts.
            case "DomainBlockDriver.statistics", "DomainDeviceDriver.launchSecurity" ->
                    arguments[1] = (int) arguments[1] & ~TEXTS;
            default -> {}
        }
    }

    private static @Nullable Object answer(Method method, Object[] arguments, Values values) {
        if (method.getReturnType() == void.class) {
            return null;
        }
        if (name(method).equals("DomainDriver.rename")) {
            // Nothing comes back on the wire: the new name is known.
            var before = (DomainId) arguments[0];
            return new DomainId((String) arguments[1], before.uuid(), before.id());
        }
        if (name(method).equals("DomainBlockDriver.peek")) {
            return new byte[(int) arguments[2]];
        }
        return values.of(method.getGenericReturnType());
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(mirror.near(method), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
