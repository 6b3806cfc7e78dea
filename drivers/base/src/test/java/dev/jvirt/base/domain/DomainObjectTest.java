package dev.jvirt.base.domain;

import static dev.jvirt.base.domain.Definitions.definition;
import static dev.jvirt.base.domain.Definitions.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import org.junit.jupiter.api.Test;

class DomainObjectTest {
    private static final DomainStatus BOOTED =
            new DomainStatus(DomainState.RUNNING, RunningReason.BOOTED);

    private static DomainObject domain(boolean persistent) {
        return DomainObject.shutOff(definition("web", 1), persistent, Definitions.queue());
    }

    @Test
    void aNewDomainDoesNotRun() {
        var domain = domain(true);

        assertThat(domain.isActive()).isFalse();
        assertThat(domain.identity()).isEqualTo(new DomainId("web", Definitions.uuid(1), -1));
        assertThat(domain.status().state()).isEqualTo(DomainState.SHUTOFF);
    }

    @Test
    void aRunningDomainKeepsTheDefinitionOfItsNextStart() {
        var domain = domain(true);
        var changed = running("web", 1, 7).withMemory(definition("web", 1).memory().withTotal(9));

        domain.start(changed, BOOTED);

        assertThat(domain.identity().id()).isEqualTo(7);
        assertThat(domain.published().current()).isEqualTo(changed);
        assertThat(domain.published().inactive()).isEqualTo(definition("web", 1));
    }

    @Test
    void aTransientDomainHasNoNextStart() {
        var domain = domain(false);

        domain.start(running("web", 1, 7), BOOTED);

        assertThat(domain.published().next()).isEmpty();
    }

    @Test
    void definingARunningDomainChangesItsNextStartOnly() {
        var domain = domain(true);
        domain.start(running("web", 1, 7), BOOTED);
        var changed = definition("web", 1).withMemory(definition("web", 1).memory().withTotal(9));

        domain.define(changed);

        assertThat(domain.published().current()).isEqualTo(running("web", 1, 7));
        assertThat(domain.published().inactive()).isEqualTo(changed);
        assertThat(domain.published().updated()).isTrue();
        domain.stop(DomainState.SHUTOFF, ShutoffReason.DESTROYED);
        assertThat(domain.published().current()).isEqualTo(changed);
        assertThat(domain.status().reason()).isEqualTo(ShutoffReason.DESTROYED);
    }

    @Test
    void definingATransientDomainMakesItStay() {
        var domain = domain(false);
        domain.start(running("web", 1, 7), BOOTED);

        domain.define(definition("web", 1));

        assertThat(domain.published().persistent()).isTrue();
    }

    @Test
    void undefiningARunningDomainLetsItRun() {
        var domain = domain(true);
        domain.start(running("web", 1, 7), BOOTED);
        domain.autostart(true);

        domain.undefine();

        assertThat(domain.isActive()).isTrue();
        assertThat(domain.published().persistent()).isFalse();
        assertThat(domain.published().autostart()).isFalse();
    }

    @Test
    void aRunningDomainHasAnId() {
        var domain = domain(true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> domain.start(definition("web", 1), BOOTED));
        assertThat(domain.isActive()).isFalse();
    }
}
