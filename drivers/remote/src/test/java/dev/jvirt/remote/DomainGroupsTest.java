package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockPeek;
import dev.jvirt.protocol.domain.DomainBlockPeekReplyCodec;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainScreenshot;
import dev.jvirt.protocol.domain.DomainScreenshotReplyCodec;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectSupportsFeatureReplyCodec;
import dev.jvirt.protocol.wire.Opaque;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Disks, devices and saving: what the client half does beyond one call for one call.
@Timeout(20)
class DomainGroupsTest {
    private static final DomainId WEB = new DomainId("web", new UUID(1, 2), 3);
    private static final int BLOCK_PEEK = 103;
    private static final int SCREENSHOT = 211;
    private static final int FEATURE = 60;

    private FakeDaemon daemon;
    private Connection connection;
    private Domain domain;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
        connection = daemon.connect();
        domain = connection.domain(WEB);
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        daemon.close();
    }

    /// The procedure that a call is sent as.
    private int sent(Consumer<Domain> call) {
        var error = catchThrowableOfType(LibvirtException.class, () -> call.accept(domain));
        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        return daemon.calls().getLast();
    }

    @Test
    void theOlderCallIsSentWhereItSaysTheSame() {
        Flags<DomainSaveRestoreFlag> paused = Flags.of(DomainSaveRestoreFlag.PAUSED);
        Optional<String> same = Optional.empty();

        assertThat(sent(it -> it.saving().save("/f"))).isEqualTo(55);
        assertThat(sent(it -> it.saving().save("/f", same, paused))).isEqualTo(232);
        assertThat(sent(it -> it.saving().save("/f", Optional.of("<d/>"), Flags.none())))
                .isEqualTo(232);
        assertThat(sent(it -> connection.savedDomains().restore("/f"))).isEqualTo(54);
        assertThat(sent(it -> connection.savedDomains().restore("/f", same, paused)))
                .isEqualTo(233);
        assertThat(sent(it -> it.saving().coreDump("/f", Flags.of(DomainCoreDumpFlag.LIVE))))
                .isEqualTo(53);
        assertThat(sent(it -> it.saving().coreDump("/f", CoreDumpFormat.WIN_DMP, Flags.none())))
                .isEqualTo(334);
        assertThat(sent(it -> it.devices().attach("<d/>", Flags.of(DomainDeviceModifyFlag.LIVE))))
                .isEqualTo(160);
    }

    @Test
    void savingEndsTheDomain() {
        daemon.answer(55);

        domain.saving().save("/f");

        assertThat(domain.id()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"x, x", "./x, x", "a/../x, x", "x/, x"})
    void relativePathsBeginInOurFolder(String given, String rest) throws IOException {
        var sent = new java.util.concurrent.atomic.AtomicReference<String>();
        daemon.answer(54, (args, reply) -> sent.set(args.readString(4096)));

        connection.savedDomains().restore(given);

        assertThat(sent.get()).isEqualTo(Path.of("").toAbsolutePath().resolve(rest).toString());
    }

    @Test
    void aDaemonThatCannotPassFilesIsNotSentAny() {
        daemon.answer(
                FEATURE,
                ConnectSupportsFeatureReplyCodec.INSTANCE,
                new ConnectSupportsFeature.Reply(0));
        var file = OpenFile.borrowed(0);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> domain.createWithFiles(List.of(file), Flags.none()));

        assertThat(error.code()).isEqualTo(ErrorCode.ARGUMENT_UNSUPPORTED);
        assertThat(error).hasMessageContaining("fd passing is not supported by this connection");
        assertThat(daemon.calls().getLast()).isEqualTo(FEATURE);
    }

    @Test
    void whereNothingPassesFilesTheyAreRefused() {
        var file = OpenFile.borrowed(0);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> domain.createWithFiles(List.of(file), Flags.none()));

        // No host is among the modules of this test.
        assertThat(error)
                .hasMessage(
                        "internal error: Sending file descriptors is not supported on this socket");
        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @Test
    void aReplyOfAnotherSizeIsAnError() {
        daemon.answer(
                BLOCK_PEEK,
                DomainBlockPeekReplyCodec.INSTANCE,
                new DomainBlockPeek.Reply(new Opaque(new byte[7])));

        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> domain.disks().peek("vda", 0, 8, 0));

        assertThat(error).hasMessage("returned buffer is not same size as requested");
        assertThat(domain.disks().peek("vda", 0, 7, 0)).hasSize(7);
    }

    @Test
    void moreThanAMessageCarriesIsNotAskedFor() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> domain.disks().peek("vda", 0, 4194305, 0));

        assertThat(error)
                .hasMessage("block peek request too large for remote protocol, 4194305 > 4194304");
        assertThat(daemon.calls()).doesNotContain(BLOCK_PEEK);
    }

    @Test
    void aPictureOfNoTypeIsAnErrorAndItsStreamIsAborted() throws InterruptedException {
        daemon.answer(
                SCREENSHOT,
                DomainScreenshotReplyCodec.INSTANCE,
                new DomainScreenshot.Reply(Optional.empty()));

        var aborted = Thread.ofPlatform().start(this::confirmAbort);
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> domain.devices().screenshot(0, 0));
        aborted.join();

        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(error).hasMessageContaining("did not say of what type");
    }

    private void confirmAbort() {
        try {
            var packet = daemon.packets().poll(10, TimeUnit.SECONDS);
            if (packet != null && packet.status() == FakeDaemon.ERROR) {
                daemon.sendPacket(FakeDaemon.OK, new byte[0]);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
