package dev.jvirt.host.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecialRegistersTest {
    @TempDir private Path devices;

    @BeforeEach
    void makeDevice() throws IOException {
        var content = ByteBuffer.allocate(0x20).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(0x10, 0x1122_3344_5566_7788L);
        Files.createDirectories(devices.resolve("cpu/0"));
        Files.write(devices.resolve("cpu/0/msr"), content.array());
    }

    @Test
    void theNumberOfARegisterIsItsPlaceInTheDevice() {
        assertThat(new SpecialRegisters(devices).read(0x10)).hasValue(0x1122_3344_5566_7788L);
    }

    @Test
    void whatNobodyTellsIsAbsent() {
        assertThat(new SpecialRegisters(devices).read(0x1000)).isEmpty();
        assertThat(new SpecialRegisters(devices.resolve("none")).read(0x10)).isEmpty();
    }
}
