package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StorageVolumeResizeFlag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestStorageTest {
    private final Worlds worlds = new Worlds();
    private final Connection connection = worlds.open(Worlds.DEFAULT);
    private final StoragePool pool = connection.storagePools().lookupByName("default-pool");

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    private StorageVolume volume(String name, long bytes) {
        return pool.createVolumeXml(
                "<volume><name>%s</name><capacity>%d</capacity></volume>".formatted(name, bytes),
                Flags.none());
    }

    @Test
    void volumesTakeTheRoomOfTheirPool() {
        long available = pool.info().available();

        StorageVolume volume = volume("disk", 1000);

        assertThat(pool.info().available()).isEqualTo(available - 1000);
        volume.delete(Flags.none());
        assertThat(pool.info().available()).isEqualTo(available);
    }

    @Test
    void aVolumeThatIsTooLargeIsRefused() {
        var error = refusal(() -> volume("disk", 1L << 40));

        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(error).hasMessageContaining("Not enough free space in pool for volume 'disk'");
    }

    @Test
    void whatIsWrittenToAVolumeIsReadFromIt() {
        StorageVolume volume = volume("disk", 200_000);
        byte[] content = new byte[150_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 7);
        }

        try (var stream = volume.upload(10_000, 0, Flags.none())) {
            stream.write(ByteBuffer.wrap(content));
            stream.finish();
        }

        assertThat(read(volume, 10_000, content.length)).isEqualTo(content);
        assertThat(read(volume, 0, 10_000)).containsOnly(0);
        assertThat(read(volume, 199_999, 0)).hasSize(1);
    }

    private byte[] read(StorageVolume volume, long offset, long length) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = volume.download(offset, length, Flags.none())) {
            var buffer = ByteBuffer.allocate(4096);
            while (stream.read(buffer) > 0) {
                bytes.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            stream.finish();
        }
        return bytes.toByteArray();
    }

    @Test
    void aVolumeShrinksOnlyIfThatIsMeant() {
        StorageVolume volume =
                pool.createVolumeXml(
                        "<volume><name>disk</name><capacity>9000</capacity>"
                                + "<allocation>0</allocation></volume>",
                        Flags.none());

        var error = refusal(() -> volume.resize(5000, Flags.none()));
        volume.resize(5000, Flags.of(StorageVolumeResizeFlag.SHRINK));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(volume.info(Flags.none()).capacity()).isEqualTo(5000);
    }
}
