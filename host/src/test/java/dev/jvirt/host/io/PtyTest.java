package dev.jvirt.host.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PtyTest {
    private static String read(DescriptorChannel channel, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            assertThat(channel.read(buffer)).isPositive();
        }
        return new String(buffer.array(), StandardCharsets.ISO_8859_1);
    }

    private static void write(DescriptorChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void bytesPassBothWaysAsTheyAre() throws IOException {
        Pty.Pair pair = Pty.create();
        try (var master = new DescriptorChannel(pair.master());
                var named = Pty.open(pair.path())) {
            assertThat(pair.path()).exists().startsWith(Path.of("/dev/pts"));
            String bytes = "a\r\n\3\4\21\23\32\177\377";

            write(master, bytes);
            assertThat(read(named, bytes.length())).isEqualTo(bytes);
            write(named, bytes);
            assertThat(read(master, bytes.length())).isEqualTo(bytes);
        }
    }

    @Test
    void theEndIsSeenWhenTheOtherSideCloses() throws IOException {
        Pty.Pair pair = Pty.create();
        try (var master = new DescriptorChannel(pair.master())) {
            var named = Pty.open(pair.path());
            write(named, "last");
            named.close();

            assertThat(read(master, 4)).isEqualTo("last");
            assertThat(master.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void doesNotBecomeOurTerminal() throws IOException {
        assumeFalse(haveTerminal(), "we have a terminal already");
        Pty.Pair pair = Pty.create();
        try (var master = pair.master();
                var named = Pty.open(pair.path())) {
            assertThat(master.isClosed()).isFalse();
            assertThat(named.isOpen()).isTrue();
            assertThat(haveTerminal()).isFalse();
        }
    }

    private static boolean haveTerminal() {
        try (var terminal = Descriptor.openForReading(Path.of("/dev/tty"))) {
            return !terminal.isClosed();
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void whatIsNoTerminalIsRefused() {
        assertThatThrownBy(() -> Pty.open(Path.of("/dev/null")))
                .isInstanceOf(IOException.class)
                .hasMessage("Inappropriate ioctl for device");
        assertThatThrownBy(() -> Pty.open(Path.of("/dev/pts/no-such")))
                .isInstanceOf(IOException.class)
                .hasMessage("No such file or directory");
    }
}
