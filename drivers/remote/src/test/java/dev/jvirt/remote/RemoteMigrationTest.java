package dev.jvirt.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationPrepared;
import dev.jvirt.api.domain.MigrationSettings;
import dev.jvirt.api.domain.MigrationTerms;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.MigrationTunnel;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.protocol.domain.DomainMigratePrepare2Codec;
import dev.jvirt.protocol.domain.DomainMigratePrepare2ReplyCodec;
import dev.jvirt.protocol.domain.DomainMigratePrepareTunnel3ReplyCodec;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare2;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepareTunnel3;
import dev.jvirt.protocol.wire.Opaque;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Steps of migrations whose wire forms are of their own.
@Timeout(20)
class RemoteMigrationTest {
    private static final MigrationTerms TERMS = new MigrationTerms(1L << 40, Optional.empty(), 7);

    private FakeDaemon daemon;
    private DriverSession session;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
        var uri = Optional.of(ConnectUri.parse(daemon.uri()));
        session =
                new RemoteDriver()
                        .open(new OpenRequest(uri, false, Authenticator.none()))
                        .orElseThrow();
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        daemon.close();
    }

    private static MigrationCookie cookie(String text) {
        return new MigrationCookie(text.getBytes(UTF_8));
    }

    @Test
    void flagsOfOldStepsHave64Bits() {
        var asked = new CopyOnWriteArrayList<DomainMigratePrepare2>();
        var reply =
                new DomainMigratePrepare2.Reply(
                        new Opaque("there".getBytes(UTF_8)), Optional.of("tcp:there"));
        daemon.answer(
                108,
                (args, out) -> {
                    asked.add(DomainMigratePrepare2Codec.INSTANCE.read(args));
                    DomainMigratePrepare2ReplyCodec.INSTANCE.write(out, reply);
                });

        var prepared = session.migration().prepare2(Optional.empty(), TERMS, "<domain/>");

        assertThat(asked.getFirst().flags()).isEqualTo(1L << 40);
        assertThat(asked.getFirst().resource()).isEqualTo(7);
        assertThat(prepared)
                .isEqualTo(new MigrationPrepared(cookie("there"), Optional.of("tcp:there")));
    }

    @Test
    void aTunnelHasACookieAndTakesTheGuest() throws InterruptedException {
        daemon.answer(
                215,
                DomainMigratePrepareTunnel3ReplyCodec.INSTANCE,
                new DomainMigratePrepareTunnel3.Reply(new Opaque("there".getBytes(UTF_8))));

        MigrationTunnel tunnel =
                session.migration().prepareTunnel3(cookie("here"), TERMS, "<domain/>");
        tunnel.stream().write(ByteBuffer.wrap("guest".getBytes(UTF_8)));

        assertThat(tunnel.cookie()).isEqualTo(cookie("there"));
        FakeDaemon.Packet packet = daemon.packets().poll(10, TimeUnit.SECONDS);
        assertThat(packet).isNotNull();
        assertThat(packet.data()).isEqualTo(new Opaque("guest".getBytes(UTF_8)));
        daemon.sendPacket(FakeDaemon.ERROR, new byte[0]);
    }

    @Test
    void aTunnelThatIsRefusedIsNoTunnel() {
        daemon.refuse(304, 3, 20, "this function is not supported");

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () ->
                                session.migration()
                                        .prepareTunnel3Params(
                                                new MigrationSettings(
                                                        TypedParameters.none(), Flags.none()),
                                                MigrationCookie.NONE));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void moreParametersThanTravelAreRefusedHere() {
        var names = Collections.nCopies(65, "vda");
        var parameters = TypedParameters.builder().putStrings("migrate_disks", names).build();
        int before = daemon.calls().size();

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () ->
                                session.migration()
                                        .prepare3Params(
                                                new MigrationSettings(parameters, Flags.none()),
                                                MigrationCookie.NONE));

        assertThat(error.code()).isEqualTo(ErrorCode.RPC);
        assertThat(error).hasMessage("Too many migration parameters '65' for limit '64'");
        assertThat(daemon.calls()).hasSize(before);
    }
}
