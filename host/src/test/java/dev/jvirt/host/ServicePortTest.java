package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServicePortTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path services = Path.of("/nowhere");

    @BeforeEach
    void write() throws IOException {
        services = folder.resolve("services");
        Files.writeString(
                services,
                """
                # services
                domain  53/udp
                domain  53/tcp nameserver
                libvirt 16509/tcp virt # not real
                """);
    }

    private OptionalInt port(String word) {
        return ServicePort.of(word, services);
    }

    @Test
    void numbersAreThemselves() {
        assertThat(port("0")).hasValue(0);
        assertThat(port("65535")).hasValue(65535);
        assertThat(port("65536")).isEmpty();
        assertThat(port("-1")).isEmpty();
    }

    @Test
    void namesAndAliasesOfTcpAreFound() {
        assertThat(port("domain")).hasValue(53);
        assertThat(port("nameserver")).hasValue(53);
        assertThat(port("virt")).hasValue(16509);
        assertThat(port("real")).isEmpty();
        assertThat(port("nothing")).isEmpty();
        assertThat(ServicePort.of("domain", folder.resolve("missing"))).isEmpty();
    }
}
