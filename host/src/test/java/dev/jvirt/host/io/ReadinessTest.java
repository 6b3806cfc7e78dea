package dev.jvirt.host.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReadinessTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Pipe pipe;

    ReadinessTest() throws IOException {
        pipe = Pipe.open();
    }

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    void tellsWhenSomethingCanBeRead() throws Exception {
        var ready = Readiness.READABLE.whenReady(pipe.readEnd());
        boolean before = ready.isDone();
        pipe.writeEnd().close();

        assertThat(before).isFalse();
        assertThat(ready.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsWhenSomethingCanBeWritten() throws IOException {
        assertThat(Readiness.WRITABLE.await(pipe.writeEnd(), LONG)).isTrue();
    }

    @Test
    void waitsNoLongerThanItShould() throws IOException {
        assertThat(Readiness.READABLE.await(pipe.readEnd(), SHORT)).isFalse();
        assertThat(Readiness.READABLE.hasWaiter(pipe.readEnd())).isFalse();
        // and can wait again
        pipe.writeEnd().close();
        assertThat(Readiness.READABLE.await(pipe.readEnd(), LONG)).isTrue();
        assertThat(Readiness.READABLE.await(pipe.readEnd(), LONG)).isTrue();
    }

    @Test
    void whoIsForgottenIsToldSo() throws Exception {
        var ready = Readiness.READABLE.whenReady(pipe.readEnd());

        Readiness.READABLE.forget(pipe.readEnd());

        assertThat(ready.get(30, TimeUnit.SECONDS)).isFalse();
        Readiness.READABLE.forget(pipe.readEnd());
    }

    @Test
    void aSecondWaiterIsRefused() throws IOException {
        var unused = Readiness.READABLE.whenReady(pipe.readEnd());

        assertThatThrownBy(() -> Readiness.READABLE.whenReady(pipe.readEnd()))
                .isInstanceOf(IllegalStateException.class);
        Readiness.READABLE.forget(pipe.readEnd());
    }

    @Test
    void whatCannotBeWaitedForIsRefused() throws IOException {
        try (var file = Descriptor.openForReading(Path.of("/proc/self/exe"))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> Readiness.READABLE.whenReady(file))
                        .isInstanceOf(IOException.class)
                        .hasMessage("Operation not permitted");
            }
        }
    }
}
