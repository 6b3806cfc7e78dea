package dev.jvirt.host.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.host.SystemException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnixDatagramTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aSocketThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> UnixDatagram.send(folder.resolve("none").toString(), "READY=1"))
                .isInstanceOf(SystemException.class)
                .hasMessageContaining("No such file or directory");
    }

    @Test
    void nobodyBehindANameIsAnError() {
        assertThatThrownBy(() -> UnixDatagram.send("@" + folder, "READY=1"))
                .isInstanceOf(SystemException.class)
                .hasMessageContaining("Connection refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vsock:2:1234", "relative", "@", "/"})
    void otherAddressesAreRefused(String address) {
        assertThatThrownBy(() -> UnixDatagram.send(address, "READY=1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(address);
    }

    @Test
    void longNamesAreRefused() {
        assertThatThrownBy(() -> UnixDatagram.send("/" + "x".repeat(107), "READY=1"))
                .hasMessageContaining("is no name of a socket");
    }
}
