package dev.jvirt.tests.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.BlockInfo;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.DomainOpenGraphicsFlag;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.domain.KeycodeSet;
import dev.jvirt.api.domain.QemuMonitorCommandFlag;
import dev.jvirt.guests.BootSector;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.io.DescriptorChannel;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.GuestXml;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our client asks C's daemon about the disks and devices of a real guest, saves it, and passes
/// files to and from it.
@Timeout(120)
class DomainGroupsPeerTest {
    private static final String DISPLAY =
            "<graphics type='vnc' listen='127.0.0.1' autoport='yes'/><video><model type='vga'/>"
                    + "</video></devices>";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final long DISK = 1 << 20;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private CLibvirtd daemon;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private Domain domain;

    @BeforeEach
    void startGuest() throws IOException {
        Peers.needProgram("qemu-system-x86_64");
        Peers.needCLibvirtd();
        daemon = CLibvirtd.start(Peers.root(folder, "c"));
        connection = Connection.open(daemon.uri("qemu:///system"));
        Path disk = BootSector.write(folder.resolve("disk"));
        try (var channel = Files.newByteChannel(disk, StandardOpenOption.WRITE)) {
            channel.position(DISK - 1).write(ByteBuffer.allocate(1));
        }
        String xml = GuestXml.booting("web", disk).replace("</devices>", DISPLAY);
        domain = connection.defineDomainXml(xml, Flags.none());
        domain.create(Flags.none());
    }

    @AfterEach
    void stopGuest() {
        if (connection != null) {
            connection.close();
        }
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    void disksTellWhatTheyAreAndTakeLimits() {
        var limit =
                TypedParameters.builder()
                        .put("total_bytes_sec", new TypedValue.OfUnsignedLong(1_000_000))
                        .build();

        domain.disks().setIoTune("vda", limit, Flags.of(DomainAffectFlag.LIVE));

        var limits = domain.disks().ioTune("vda", Flags.of(DomainAffectFlag.LIVE));
        assertThat(limits.get("total_bytes_sec"))
                .contains(new TypedValue.OfUnsignedLong(1_000_000));
        assertThat(limits.getString("group_name")).isPresent();
        assertThat(limits.size()).isEqualTo(domain.disks().ioTuneSize(Flags.none()));
        assertThat(domain.disks().stats("vda").readBytes()).isNotNegative();
        assertThat(domain.disks().statistics("vda", 0).get("rd_bytes")).isPresent();
        assertThat(domain.disks().info("vda", 0)).extracting(BlockInfo::capacity).isEqualTo(DISK);
        assertThat(domain.disks().peek("vda", 510, 2, 0)).containsExactly(0x55, 0xaa);
        assertThat(domain.disks().job("vda", Flags.none())).isEmpty();
        assertThat(domain.disks().errors(0)).isEmpty();
    }

    @Test
    void aDiskComesAndGoesWhileTheGuestRuns() throws IOException {
        Path second = Files.write(folder.resolve("second"), new byte[4096]);
        String xml =
                """
                <disk type='file'><driver name='qemu' type='raw'/><source file='%s'/>
                <target dev='vdb' bus='virtio'/></disk>
                """
                        .formatted(second);

        domain.devices().attach(xml, Flags.of(DomainDeviceModifyFlag.LIVE));

        assertThat(domain.disks().info("vdb", 0).capacity()).isEqualTo(4096);
        domain.devices().detach(xml, Flags.of(DomainDeviceModifyFlag.LIVE));
    }

    @Test
    void theScreenIsAPicture() {
        var head = ByteBuffer.allocate(PNG.length);
        long size = 0;
        String mimeType;

        try (var screenshot = domain.devices().screenshot(0, 0)) {
            mimeType = screenshot.mimeType();
            var chunk = ByteBuffer.allocate(4096);
            while (screenshot.image().read(chunk.clear()) >= 0) {
                chunk.flip();
                size += chunk.remaining();
                while (head.hasRemaining() && chunk.hasRemaining()) {
                    head.put(chunk.get());
                }
            }
            screenshot.image().finish();
        }

        assertThat(mimeType).isEqualTo("image/png");
        assertThat(head.array()).isEqualTo(PNG);
        assertThat(size).isGreaterThan(PNG.length);
    }

    @Test
    void keysArePressed() {
        domain.devices().sendKey(new KeyPress(KeycodeSet.LINUX, 10, List.of(28, 30)), 0);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () ->
                                domain.devices()
                                        .sendKey(
                                                new KeyPress(KeycodeSet.LINUX, 10, List.of(28000)),
                                                0));

        assertThat(error).hasMessageContaining("cannot translate keycode 28000");
    }

    @Test
    void filesTravelInBothDirectionsAndNoneStaysOpen() throws IOException {
        openDisplay();
        long before = openFiles();

        assertThat(openDisplay()).startsWith("RFB 003");
        var missing =
                catchThrowableOfType(
                        LibvirtException.class,
                        () ->
                                domain.devices()
                                        .openGraphics(7, Flags.<DomainOpenGraphicsFlag>none()));
        giveFiles();

        assertThat(missing).hasMessageContaining("No graphics backend with index 7");
        assertThat(openFiles()).isEqualTo(before);
    }

    /// What a display says first.
    private String openDisplay() throws IOException {
        OpenFile socket = domain.devices().openGraphics(0, Flags.<DomainOpenGraphicsFlag>none());
        try (var display = new DescriptorChannel(Descriptor.of(socket.release()))) {
            var greeting = ByteBuffer.allocate(12);
            while (greeting.hasRemaining() && display.read(greeting) >= 0) {
                // the rest is yet to come
            }
            return new String(greeting.array(), US_ASCII);
        }
    }

    private void giveFiles() throws IOException {
        try (var file = Descriptor.openForReading(folder.resolve("disk"))) {
            List<OpenFile> files = List.of(OpenFile.borrowed(file.number()));
            domain.devices().associateFiles("group", files, Flags.none());
            try (var answer =
                    domain.qemu()
                            .monitorCommandWithFiles(
                                    "{\"execute\":\"getfd\",\"arguments\":{\"fdname\":\"f\"}}",
                                    files,
                                    Flags.none())) {
                assertThat(answer.result()).contains("\"return\"");
            }
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void theMonitorAnswers() {
        Flags<QemuMonitorCommandFlag> human = Flags.of(QemuMonitorCommandFlag.HMP);

        assertThat(domain.qemu().monitorCommand("{\"execute\":\"query-name\"}", Flags.none()))
                .contains("\"web\"");
        assertThat(domain.qemu().monitorCommand("info name", human)).startsWith("web");
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> domain.qemu().agentCommand("{}", 1, 0));
        assertThat(error.code()).isEqualTo(ErrorCode.ARGUMENT_UNSUPPORTED);
    }

    @Test
    void aGuestIsSavedAndComesBack() {
        String file = folder.resolve("saved").toString();

        domain.saving().save(file);
        assertThat(domain.id()).isEmpty();
        String xml = connection.savedDomains().xml(file, Flags.none());
        connection.savedDomains().restore(file, Optional.of(xml), Flags.none());

        assertThat(domain.isActive()).isTrue();
        domain.saving().managedSave(Flags.none());
        assertThat(domain.hasManagedSave(0)).isTrue();
        assertThat(domain.saving().managedSaveXml(Flags.none())).contains("<name>web</name>");
        domain.saving().removeManagedSave(0);
        assertThat(domain.hasManagedSave(0)).isFalse();
    }
}
