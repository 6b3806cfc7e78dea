package dev.jvirt.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StoragePoolInfo;
import dev.jvirt.api.storage.StoragePoolState;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeInfo;
import dev.jvirt.api.storage.StorageVolumeInfoFlag;
import dev.jvirt.api.storage.StorageVolumeType;
import dev.jvirt.api.storage.StorageVolumeWipeAlgorithm;
import dev.jvirt.protocol.storage.StoragePoolCalls.StoragePoolGetInfo;
import dev.jvirt.protocol.storage.StoragePoolGetInfoReplyCodec;
import dev.jvirt.protocol.storage.StorageVolDownloadCodec;
import dev.jvirt.protocol.storage.StorageVolGetInfoFlagsReplyCodec;
import dev.jvirt.protocol.storage.StorageVolGetInfoReplyCodec;
import dev.jvirt.protocol.storage.StorageVolUploadCodec;
import dev.jvirt.protocol.storage.StorageVolWipePatternCodec;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolDownload;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetInfo;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolGetInfoFlags;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolUpload;
import dev.jvirt.protocol.storage.StorageVolumeCalls.StorageVolWipePattern;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Storage calls with a choice of wire forms, and those that open streams.
@Timeout(20)
class RemoteStorageTest {
    private static final StoragePoolId POOL = new StoragePoolId("images", new UUID(1, 2));
    private static final StorageVolumeId VOLUME = new StorageVolumeId("images", "a", "/images/a");
    private static final int GET_INFO = 98;
    private static final int WIPE = 165;
    private static final int UPLOAD = 208;
    private static final int DOWNLOAD = 209;
    private static final int WIPE_PATTERN = 259;
    private static final int GET_INFO_FLAGS = 378;

    private FakeDaemon daemon;
    private Connection connection;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
        connection = daemon.connect();
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        daemon.close();
    }

    private StorageVolume volume() {
        return connection.storageVolumes().volume(VOLUME);
    }

    @Test
    void zerosAreWipedWithTheCallThatEveryDaemonHas() {
        daemon.answer(WIPE);

        volume().wipe(0);
        volume().wipe(StorageVolumeWipeAlgorithm.ZERO, 0);

        assertThat(daemon.calls()).filteredOn(call -> call == WIPE).hasSize(2);
        assertThat(daemon.calls()).doesNotContain(WIPE_PATTERN);
    }

    @Test
    void anAlgorithmTravelsByItsNumberEvenIfItIsUnknownHere() {
        var asked = new CopyOnWriteArrayList<StorageVolWipePattern>();
        daemon.answer(
                WIPE_PATTERN,
                (args, reply) -> asked.add(StorageVolWipePatternCodec.INSTANCE.read(args)));

        volume().wipePattern(99, 0);

        assertThat(asked.getFirst().algorithm()).isEqualTo(99);
    }

    @Test
    void anOlderDaemonThatCannotWipeWithAPatternSaysSo() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> volume().wipe(StorageVolumeWipeAlgorithm.DOD, 0));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void informationIsAskedForWithTheOlderCallWhereThatWillDo() {
        daemon.answer(
                GET_INFO,
                StorageVolGetInfoReplyCodec.INSTANCE,
                new StorageVolGetInfo.Reply((byte) 5, 10, 3));
        daemon.answer(
                GET_INFO_FLAGS,
                StorageVolGetInfoFlagsReplyCodec.INSTANCE,
                new StorageVolGetInfoFlags.Reply((byte) 0, 10, 7));

        var plain = volume().info(Flags.none());
        var physical = volume().info(Flags.of(StorageVolumeInfoFlag.PHYSICAL));

        assertThat(plain).isEqualTo(new StorageVolumeInfo(StorageVolumeType.PLOOP, 10, 3));
        assertThat(physical).isEqualTo(new StorageVolumeInfo(StorageVolumeType.FILE, 10, 7));
    }

    @Test
    void sizesAreWholeUnsignedNumbers() {
        daemon.answer(
                87,
                StoragePoolGetInfoReplyCodec.INSTANCE,
                new StoragePoolGetInfo.Reply((byte) 4, -1, 1L << 40, 0));

        var info = connection.storagePools().pool(POOL).info();

        assertThat(info)
                .isEqualTo(new StoragePoolInfo(StoragePoolState.INACCESSIBLE, -1, 1L << 40, 0));
    }

    @Test
    void anUploadSendsBytesAndLearnsWhetherTheyArrived() throws InterruptedException {
        var asked = new CopyOnWriteArrayList<StorageVolUpload>();
        daemon.answer(
                UPLOAD, (args, reply) -> asked.add(StorageVolUploadCodec.INSTANCE.read(args)));

        try (var upload = volume().upload(512, 5, Flags.none())) {
            upload.write(ByteBuffer.wrap("bytes".getBytes(UTF_8)));

            assertThat(daemon.packets().take().data().text()).isEqualTo("bytes");
            assertThat(asked.getFirst().offset()).isEqualTo(512);
            assertThat(asked.getFirst().length()).isEqualTo(5);
            daemon.sendPacket(FakeDaemon.OK, new byte[0]);
            upload.finish();
        }
        assertThat(daemon.packets().take().status()).isEqualTo(FakeDaemon.OK);
    }

    @Test
    void aDownloadReadsToTheEnd() {
        var asked = new CopyOnWriteArrayList<StorageVolDownload>();
        daemon.answer(
                DOWNLOAD, (args, reply) -> asked.add(StorageVolDownloadCodec.INSTANCE.read(args)));
        var flags = Flags.of(StorageVolumeDownloadFlag.SPARSE_STREAM);

        try (var download = volume().download(1, 0, flags)) {
            daemon.sendPacket(FakeDaemon.CONTINUE, "bytes".getBytes(UTF_8));
            daemon.sendPacket(FakeDaemon.CONTINUE, new byte[0]);
            var buffer = ByteBuffer.allocate(100);

            assertThat(download.read(buffer)).isEqualTo(5);
            assertThat(download.read(buffer)).isEqualTo(-1);
            assertThat(asked.getFirst().flags()).isEqualTo(1);
            daemon.sendPacket(FakeDaemon.OK, new byte[0]);
            download.finish();
        }
    }
}
