package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.driver.MigrationTunnel;
import dev.jvirt.api.driver.Screenshot;
import dev.jvirt.api.driver.StreamChannel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
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

    /// Answered by the client or the daemon alone: no driver is asked.
    private static final Set<String> LOCAL =
            Set.of(
                    "HostDriver.uri",
                    "HostDriver.isAlive",
                    "HostDriver.isSecure",
                    "HostDriver.isEncrypted",
                    "HostDriver.setKeepAlive",
                    "HostDriver.supportsFeature",
                    "HypervisorDriver.setIdentity");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Mirror mirror;

    @SuppressWarnings("NullAway.Init")
    private TestFiles files;

    @SuppressWarnings("NullAway.Init")
    private MirrorRules rules;

    @BeforeAll
    void open() throws IOException {
        mirror = new Mirror(folder);
        files = new TestFiles(folder);
        rules = new MirrorRules(files);
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

    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void callsComeOutAsTheyWentIn(Method method) throws Throwable {
        for (int round = 0; round < ROUNDS; round++) {
            Values values = rules.values(method, round);
            Object[] arguments =
                    Arrays.stream(method.getGenericParameterTypes()).map(values::of).toArray();
            MirrorRules.makeSensible(method, arguments);
            Object answer = MirrorRules.answer(method, arguments, values);
            Object expected = TestFiles.seen(answer);
            mirror.far().answer(method, answer);

            Object returned = invoke(method, arguments);

            assertThat(mirror.far().calls(method)).as("calls of %s", name(method)).isNotEmpty();
            assertThat(mirror.far().calls(method).getLast().arguments())
                    .usingRecursiveComparison()
                    .withEqualsForType(CpuMap::equals, CpuMap.class)
                    .isEqualTo(TestFiles.seen(Arrays.asList(arguments)));
            TestFiles.close(Arrays.asList(arguments));
            if (!(returned instanceof StreamChannel)) {
                assertThat(TestFiles.seen(returned))
                        .as(name(method))
                        .usingRecursiveComparison()
                        .withEqualsForType(CpuMap::equals, CpuMap.class)
                        .withEqualsForType((one, other) -> true, StreamChannel.class)
                        .withEqualsForType(CpuMap::equals, CpuMap.class)
                        .isEqualTo(expected);
                TestFiles.close(returned);
            }
            closeStream(returned);
        }
    }

    private static void closeStream(@Nullable Object returned) {
        switch (returned) {
            case StreamChannel stream -> stream.close();
            case MigrationTunnel tunnel -> tunnel.stream().close();
            case Screenshot screenshot -> screenshot.image().close();
            case null, default -> {}
        }
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(mirror.near(method), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
