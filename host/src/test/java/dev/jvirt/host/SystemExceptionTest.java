package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.host.io.Descriptor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SystemExceptionTest {
    @Test
    void speaksTheSystemsWords() {
        var refused =
                catchThrowableOfType(
                        SystemException.class,
                        () -> Descriptor.openForReading(Path.of("/no/such/file")));

        assertThat(refused).hasMessage("No such file or directory");
        assertThat(refused.errorNumber()).isEqualTo(2);
        assertThat(refused.function()).isEqualTo("openat");
    }
}
