package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.LifecycleType;
import org.junit.jupiter.api.Test;

class DomainEventCommandsTest {
    private final VirshFixture virsh = new VirshFixture();

    @Test
    void theFirstEventEndsTheWait() {
        addEvents();

        assertThat(virsh.line("event --event lifecycle"))
                .isEqualTo(
                        new VirshFixture.Result(
                                0,
                                """
                                event 'lifecycle' for domain 'web': Started Booted
                                events received: 1

                                """,
                                ""));
    }

    @Test
    void aLoopGoesOnUntilTheTimeIsOver() {
        addEvents();

        assertThat(virsh.line("event --all --loop --timeout 1").out())
                .isEqualTo(
                        """
                        event 'lifecycle' for domain 'web': Started Booted
                        event 'lifecycle' for domain 'Db': Stopped unknown
                        event 'reboot' for domain 'web'
                        event loop timed out
                        events received: 3

                        """);
    }

    @Test
    void eventsOfOneDomainCanBeWaitedFor() {
        addEvents();

        assertThat(virsh.line("event Db --event lifecycle").out())
                .startsWith("event 'lifecycle' for domain 'Db': Stopped unknown\n");
    }

    @Test
    void aWaitWithoutEventsFails() {
        assertThat(virsh.line("event --event reboot --timeout 1"))
                .isEqualTo(
                        new VirshFixture.Result(
                                1, "event loop timed out\nevents received: 0\n\n", ""));
    }

    @Test
    void eventsCanHaveATime() {
        addEvents();

        assertThat(virsh.line("event --event reboot --timestamp").out())
                .containsPattern(
                        "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000: event 'reboot'"
                                + " for domain 'web'\n");
    }

    @Test
    void kindsAreListed() {
        assertThat(virsh.line("event --list").out())
                .startsWith("lifecycle\nreboot\n")
                .endsWith("memory-failure\nmemory-device-size-change\n\n")
                .hasLineCount(28);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(virsh.line("event").err())
                .isEqualTo("error: one of --list, --all, or --event <type> is required\n");
        assertThat(virsh.line("event --event nope").err())
                .isEqualTo("error: unknown event type nope\n");
        assertThat(virsh.line("event --all --list").err())
                .isEqualTo("error: Options --list and --all are mutually exclusive\n");
        assertThat(virsh.line("event --all --timeout 0").err())
                .isEqualTo(
                        "error: Numeric value '0' for <timeout> option is malformed or out of"
                                + " range\n");
        assertThat(virsh.line("event --event rtc-change").err())
                .contains("virConnectDomainEventRegisterAny");
    }

    private void addEvents() {
        virsh.hypervisor.domains.events.add(
                new DomainEvent.Lifecycle(FakeDomains.WEB, LifecycleDetail.STARTED_BOOTED));
        virsh.hypervisor.domains.events.add(
                new DomainEvent.Lifecycle(FakeDomains.DB, LifecycleType.STOPPED, 99));
        virsh.hypervisor.domains.events.add(new DomainEvent.Reboot(FakeDomains.WEB));
    }
}
