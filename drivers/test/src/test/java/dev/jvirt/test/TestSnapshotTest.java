package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainSnapshot;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainSnapshotDeleteFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainUndefineFlag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestSnapshotTest {
    private final Worlds worlds = new Worlds();
    private final Connection connection = worlds.open(Worlds.DEFAULT);
    private final Domain domain = connection.lookupDomainByName("test");

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    private DomainSnapshot snapshot(String name) {
        return domain.snapshots()
                .create(
                        "<domainsnapshot><name>%s</name></domainsnapshot>".formatted(name),
                        Flags.none());
    }

    @Test
    void aDomainGoesBackToWhatItWas() {
        DomainSnapshot running = snapshot("running");
        domain.destroy(Flags.none());
        snapshot("off");

        running.revert(Flags.none());

        assertThat(domain.state(0).state()).isEqualTo(DomainState.RUNNING);
        assertThat(domain.snapshots().current(0).name()).isEqualTo("running");
    }

    @Test
    void whatCameAfterADeletedSnapshotComesAfterTheOneBefore() {
        DomainSnapshot first = snapshot("first");
        DomainSnapshot second = snapshot("second");
        DomainSnapshot third = snapshot("third");

        second.delete(Flags.none());

        assertThat(third.parent(0).name()).isEqualTo("first");
        first.delete(Flags.of(DomainSnapshotDeleteFlag.CHILDREN));
        assertThat(domain.snapshots().list(Flags.none())).isEmpty();
    }

    @Test
    void aDomainWithSnapshotsIsNotUndefinedByAccident() {
        snapshot("first");
        domain.destroy(Flags.none());

        var error = refusal(() -> domain.undefine(Flags.none()));
        domain.undefine(Flags.of(DomainUndefineFlag.SNAPSHOTS_METADATA));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
        assertThat(error).hasMessageContaining("cannot delete inactive domain with 1 snapshots");
        assertThat(refusal(() -> connection.lookupDomainByName("test")).code())
                .isEqualTo(ErrorCode.NO_DOMAIN);
    }
}
