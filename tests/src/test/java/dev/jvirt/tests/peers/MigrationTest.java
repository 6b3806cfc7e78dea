package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.MigrationOptions;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.GuestXml;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our client leads a real guest from one C libvirtd to another.
@Timeout(120)
class MigrationTest {
    private static final Flags<DomainMigrateFlag> LIVE = Flags.of(DomainMigrateFlag.LIVE);

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private CLibvirtd from;

    @SuppressWarnings("NullAway.Init")
    private CLibvirtd to;

    @SuppressWarnings("NullAway.Init")
    private Connection here;

    @SuppressWarnings("NullAway.Init")
    private Connection there;

    @BeforeEach
    void startDaemons() {
        Peers.needCLibvirtd();
        Peers.needProgram("qemu-system-x86_64");
        from = CLibvirtd.startOn("here", Peers.root(folder, "h"));
        to = CLibvirtd.startOn("there", Peers.root(folder, "t"));
        here = Connection.open(from.uri("qemu:///system"));
        there = Connection.open(to.uri("qemu:///system"));
    }

    @AfterEach
    void stopDaemons() {
        for (AutoCloseable one : new AutoCloseable[] {here, there, from, to}) {
            close(one);
        }
    }

    private static void close(AutoCloseable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Domain start() {
        return here.createDomainXml(GuestXml.idle("web"), Flags.none());
    }

    private static TypedParameters over(String uri) {
        return TypedParameters.of(MigrationParameter.URI, TypedValue.ofString(uri));
    }

    @Test
    void aGuestMovesAndComesBackUnderAnotherName() {
        Domain web = start();

        Domain moved = web.migration().migrate3(there, over("tcp:127.0.0.1"), LIVE);

        assertThat(moved.connection().hostname()).isEqualTo("there");
        assertThat(moved.info().state()).isEqualTo(DomainState.RUNNING);
        assertThat(here.domains(Flags.none())).isEmpty();
        var options = new MigrationOptions(Optional.of("back"), Optional.of("tcp:127.0.0.1"), 0);
        Domain back =
                moved.migration()
                        .migrate2(
                                here,
                                Optional.empty(),
                                options,
                                LIVE.with(DomainMigrateFlag.PAUSED));
        assertThat(back.name()).isEqualTo("back");
        assertThat(back.info().state()).isEqualTo(DomainState.PAUSED);
        assertThat(there.domains(Flags.none())).isEmpty();
    }

    @Test
    void aGuestThatCannotBeSentGoesOnWhereItWas() {
        Domain web = start();

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> web.migration().migrate3(there, over("tcp:nowhere.invalid"), LIVE));

        assertThat(error.code()).isNotEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(web.info().state()).isEqualTo(DomainState.RUNNING);
        assertThat(there.domains(Flags.none())).isEmpty();
        // No job is left behind: the next try may begin.
        assertThat(web.migration().migrate3(there, over("tcp:127.0.0.1"), LIVE).name())
                .isEqualTo("web");
    }

    @Test
    void whatIsNotOfferedIsRefusedBeforeAnythingHappens() {
        Domain web = start();

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () ->
                                web.migration()
                                        .migrate3(
                                                there,
                                                over("tcp:127.0.0.1"),
                                                LIVE.with(DomainMigrateFlag.OFFLINE)));

        assertThat(error)
                .hasMessageContaining(
                        "offline migration must be specified with the persistent flag");
        assertThat(web.info().state()).isEqualTo(DomainState.RUNNING);
    }
}
