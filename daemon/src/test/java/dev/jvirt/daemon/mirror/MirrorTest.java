package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.driver.MigrationTunnel;
import dev.jvirt.api.driver.StreamChannel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Mirror mirror;

    @BeforeAll
    void open() throws IOException {
        mirror = new Mirror(folder);
    }

    @AfterAll
    void close() {
        mirror.close();
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
            Object answer = answer(method, arguments, values);
            mirror.far().answer(method, answer);

            Object returned = invoke(method, arguments);

            assertThat(mirror.far().calls(method)).as("calls of %s", name(method)).isNotEmpty();
            assertThat(mirror.far().calls(method).getLast().arguments())
                    .usingRecursiveComparison()
                    .isEqualTo(Arrays.asList(arguments));
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
            }
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
