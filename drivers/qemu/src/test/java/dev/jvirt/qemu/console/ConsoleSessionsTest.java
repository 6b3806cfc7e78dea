package dev.jvirt.qemu.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.host.io.DescriptorChannel;
import dev.jvirt.host.io.Pipe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class ConsoleSessionsTest {
    private final ConsoleSessions sessions = new ConsoleSessions();

    private static ByteChannel socket() throws IOException {
        return new DescriptorChannel(Pipe.socketPair().readEnd());
    }

    @Test
    void aConsoleHasOneReader() {
        ConsoleSession first = sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket);

        assertThatThrownBy(() -> sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket))
                .hasMessage("operation failed: Active console session exists for this domain");
        sessions.open("/dev/pts/2", false, ConsoleSessionsTest::socket).close();
        first.close();
        sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket).close();
    }

    @Test
    void whoForcesHisWayInSendsTheOtherAway() {
        ConsoleSession first = sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket);
        var end = CompletableFuture.supplyAsync(() -> first.read(ByteBuffer.allocate(1)));

        ConsoleSession second = sessions.open("/dev/pts/1", true, ConsoleSessionsTest::socket);

        assertThat(end.join()).isEqualTo(-1);
        first.close();
        assertThatThrownBy(() -> sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket))
                .hasMessageContaining("Active console session");
        second.close();
    }

    @Test
    void theEndOfTheGuestEndsItsConsoles() {
        ConsoleSession session = sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket);
        var end = CompletableFuture.supplyAsync(() -> session.read(ByteBuffer.allocate(1)));

        sessions.close();

        assertThat(end.join()).isEqualTo(-1);
        assertThatThrownBy(() -> sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket))
                .hasMessage("Requested operation is not valid: domain is not running");
    }

    @Test
    void whatCannotBeOpenedIsNamed() {
        assertThatThrownBy(
                        () ->
                                sessions.open(
                                        "/dev/pts/1",
                                        false,
                                        () -> {
                                            throw new IOException("gone");
                                        }))
                .hasMessageContaining("/dev/pts/1")
                .hasMessageContaining("gone");
        sessions.open("/dev/pts/1", false, ConsoleSessionsTest::socket).close();
    }
}
