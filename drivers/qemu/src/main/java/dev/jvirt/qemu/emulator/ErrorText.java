package dev.jvirt.qemu.emulator;

import dev.jvirt.host.io.DescriptorChannel;
import dev.jvirt.host.io.Readiness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The beginning of what a process says on its standard error. It waits in a pipe until somebody
/// asks; a process that says more than a pipe holds has to wait itself.
final class ErrorText {
    private static final int LIMIT = 4096;

    /// What is in the pipe is there at once; its end does not come while a child has it open.
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final DescriptorChannel source;
    private final ByteBuffer text = ByteBuffer.allocate(LIMIT);

    ErrorText(DescriptorChannel source) {
        this.source = source;
    }

    /// What was said so far.
    String text() {
        try {
            while (text.hasRemaining()
                    && Readiness.READABLE.await(source.descriptor(), AT_ONCE)
                    && source.read(text) >= 0) {}
        } catch (IOException e) {
            // then this is all
        }
        return StandardCharsets.UTF_8.decode(text.duplicate().flip()).toString().strip();
    }
}
