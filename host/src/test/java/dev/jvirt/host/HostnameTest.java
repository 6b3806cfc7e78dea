package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class HostnameTest {
    @Test
    void theNameBeginsWithTheKernels() throws IOException {
        String kernel = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();

        String name = Hostname.name();

        assertThat(name).isNotEmpty().doesNotContain("\n");
        assertThat(name.split("\\.")[0]).isEqualTo(kernel.split("\\.")[0]);
    }

    @Test
    void aVirtualThreadCanAskToo() throws Exception {
        String[] name = {""};
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                name[0] = Hostname.name();
                            } catch (IOException e) {
                                name[0] = e.toString();
                            }
                        })
                .join();

        assertThat(name[0]).isEqualTo(Hostname.name());
    }
}
