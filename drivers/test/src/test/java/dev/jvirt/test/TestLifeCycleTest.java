package dev.jvirt.test;

import static dev.jvirt.test.Worlds.document;
import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.DomainEventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TestLifeCycleTest {
    private final Worlds worlds = new Worlds();
    private final Connection connection = worlds.open(Worlds.DEFAULT);
    private final Domain test = connection.lookupDomainByName("test");
    private final Lifecycles told = new Lifecycles(worlds.open(Worlds.DEFAULT));

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    private static DomainStatus status(DomainState state, DomainStateReason reason) {
        return new DomainStatus(state, reason);
    }

    private static void assertRefused(Runnable call, String message) {
        LibvirtException error = refusal(call);
        assertThat(error).hasMessage(message);
        boolean internal = error.code() == ErrorCode.INTERNAL_ERROR;
        assertThat(error.domain()).isEqualTo(internal ? ErrorDomain.TEST : ErrorDomain.DOMAIN);
    }

    @Test
    void aDomainIsSuspendedAndResumed() {
        test.suspend();

        assertThat(test.state(0)).isEqualTo(status(DomainState.PAUSED, PausedReason.USER));
        assertThat(told.next()).isEqualTo("test 1 SUSPENDED_PAUSED");
        assertRefused(test::suspend, "internal error: domain 'test' not running");

        test.resume();

        assertThat(test.state(0)).isEqualTo(status(DomainState.RUNNING, RunningReason.UNPAUSED));
        assertThat(told.next()).isEqualTo("test 1 RESUMED_UNPAUSED");
        assertRefused(test::resume, "internal error: domain 'test' not paused");
        assertThat(told.rest()).isEmpty();
    }

    @Test
    void aDestroyedDomainIsOffUntilItStartsWithANewId() {
        test.destroy(Flags.none());

        assertThat(test.state(0)).isEqualTo(status(DomainState.SHUTOFF, ShutoffReason.DESTROYED));
        assertThat(told.next()).isEqualTo("test -1 STOPPED_DESTROYED");

        test.create(Flags.none());

        assertThat(test.id()).contains(2);
        assertThat(test.state(0)).isEqualTo(status(DomainState.RUNNING, RunningReason.BOOTED));
        assertThat(told.next()).isEqualTo("test 2 STARTED_BOOTED");
        assertRefused(
                () -> test.create(Flags.none()),
                "internal error: Domain 'test' is already running");
    }

    @Test
    void whatNeedsARunningDomainIsRefusedWhileItIsOff() {
        test.destroy(Flags.none());
        told.next();

        String off = "Requested operation is not valid: domain is not running";
        assertRefused(() -> test.destroy(Flags.none()), off);
        assertRefused(() -> test.reboot(Flags.none()), off);
        assertRefused(() -> test.reset(0), off);
        assertRefused(test::maxVcpus, off);
        assertRefused(test::suspend, "internal error: domain 'test' not running");
        assertRefused(
                () -> test.shutdown(Flags.none()), "internal error: domain 'test' not running");
        assertRefused(test::resume, "internal error: domain 'test' not paused");
        assertThat(test.securityLabels()).isEmpty();
        assertThat(told.rest()).isEmpty();
    }

    @Test
    void aPausedDomainMayBeShutDown() {
        test.suspend();
        told.next();

        test.shutdown(Flags.none());

        assertThat(test.state(0)).isEqualTo(status(DomainState.SHUTOFF, ShutoffReason.SHUTDOWN));
        assertThat(told.next()).isEqualTo("test -1 STOPPED_SHUTDOWN");
    }

    @Test
    void resettingChangesNoState() {
        test.suspend();
        told.next();

        test.reset(0);

        assertThat(test.state(0)).isEqualTo(status(DomainState.PAUSED, PausedReason.USER));
        assertThat(told.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "rename-restart"})
    void aGuestThatEndsGoesOnIfItsDefinitionSaysSo(String action) {
        Domain web = started(action);

        web.suspend();
        assertThat(told.next()).isEqualTo("web 2 SUSPENDED_PAUSED");
        web.reboot(Flags.none());
        assertThat(web.state(0)).isEqualTo(status(DomainState.RUNNING, RunningReason.BOOTED));
        web.shutdown(Flags.none());

        assertThat(web.state(0)).isEqualTo(status(DomainState.RUNNING, RunningReason.BOOTED));
        assertThat(web.id()).contains(2);
        assertThat(told.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"destroy", "preserve"})
    void aGuestThatEndsStopsIfItsDefinitionSaysSo(String action) {
        Domain web = started(action);

        web.reboot(Flags.none());
        assertThat(web.state(0)).isEqualTo(status(DomainState.SHUTOFF, ShutoffReason.SHUTDOWN));
        assertThat(told.next()).isEqualTo("web -1 STOPPED_SHUTDOWN");
        web.create(Flags.none());
        assertThat(told.next()).isEqualTo("web 3 STARTED_BOOTED");
        web.shutdown(Flags.none());

        assertThat(web.state(0)).isEqualTo(status(DomainState.SHUTOFF, ShutoffReason.SHUTDOWN));
        assertThat(told.next()).isEqualTo("web -1 STOPPED_SHUTDOWN");
    }

    private Domain started(String action) {
        String ends =
                "<on_reboot>%s</on_reboot><on_poweroff>%s</on_poweroff>".formatted(action, action);
        Domain web = connection.defineDomainXml(document("web", 1, ends), Flags.none());
        web.create(Flags.none());
        assertThat(told.next()).isEqualTo("web -1 DEFINED_ADDED");
        assertThat(told.next()).isEqualTo("web 2 STARTED_BOOTED");
        return web;
    }

    @Test
    void aTransientDomainIsGoneWhenItStops() {
        Domain web = connection.createDomainXml(document("web", 1), Flags.none());
        assertThat(web.isPersistent()).isFalse();
        assertThat(told.next()).isEqualTo("web 2 STARTED_BOOTED");

        web.shutdown(Flags.none());

        assertThat(told.next()).isEqualTo("web 2 STOPPED_SHUTDOWN");
        assertThat(connection.domains(Flags.none())).containsExactly(test);
    }

    @Test
    void aRunningDomainIsNotCreatedAgain() {
        connection.createDomainXml(document("web", 1), Flags.none());
        told.next();

        assertRefused(
                () -> connection.createDomainXml(document("web", 1), Flags.none()),
                "Requested operation is not valid: domain 'web' is already active");
        assertRefused(
                () -> connection.createDomainXml(document("web", 2), Flags.none()),
                "operation failed: domain 'web' already exists with uuid"
                        + " 00000000-0000-0000-0000-000000000001");
        assertRefused(
                () -> connection.createDomainXml(document("mail", 1), Flags.none()),
                "operation failed: domain 'web' is already defined with uuid"
                        + " 00000000-0000-0000-0000-000000000001");
        assertThat(told.rest()).isEmpty();
    }

    @Test
    void aDefinedDomainStartedFromAnotherDocumentKeepsItsDefinition() {
        Domain web = connection.defineDomainXml(document("web", 1), Flags.none());

        connection.createDomainXml(document("web", 1).replace("1024", "2048"), Flags.none());

        assertThat(web.isPersistent()).isTrue();
        assertThat(web.maxMemory()).isEqualTo(2048);
        web.destroy(Flags.none());
        assertThat(web.maxMemory()).isEqualTo(1024);
    }

    @Test
    void definingTellsNewFromChanged() {
        connection.defineDomainXml(document("web", 1), Flags.none());
        connection.defineDomainXml(document("web", 1), Flags.none());
        Domain mail = connection.createDomainXml(document("mail", 2), Flags.none());
        connection.defineDomainXml(document("mail", 2), Flags.none());
        connection.defineDomainXml(document("mail", 2), Flags.none());

        assertThat(told.next()).isEqualTo("web -1 DEFINED_ADDED");
        assertThat(told.next()).isEqualTo("web -1 DEFINED_UPDATED");
        assertThat(told.next()).isEqualTo("mail 2 STARTED_BOOTED");
        assertThat(told.next()).isEqualTo("mail 2 DEFINED_ADDED");
        assertThat(told.next()).isEqualTo("mail 2 DEFINED_UPDATED");
        assertThat(mail.isPersistent()).isTrue();
    }

    @Test
    void anUndefinedDomainRunsUntilItStops() {
        test.undefine(Flags.none());
        assertThat(told.next()).isEqualTo("test 1 UNDEFINED_REMOVED");
        assertThat(test.isActive()).isTrue();
        assertThat(test.isPersistent()).isFalse();

        test.destroy(Flags.none());

        assertThat(told.next()).isEqualTo("test 1 STOPPED_DESTROYED");
        assertThat(connection.domains(Flags.none())).isEmpty();
    }

    @Test
    void anUndefinedDomainThatIsOffIsGone() {
        test.destroy(Flags.none());
        told.next();

        test.undefine(Flags.none());

        assertThat(told.next()).isEqualTo("test -1 UNDEFINED_REMOVED");
        assertThat(connection.domains(Flags.none())).isEmpty();
    }

    @Test
    void aDomainIsRenamed() {
        test.destroy(Flags.none());
        told.next();

        test.rename("web", 0);

        assertThat(test.name()).isEqualTo("web");
        assertThat(told.next()).isEqualTo("test -1 UNDEFINED_RENAMED");
        assertThat(told.next()).isEqualTo("web -1 DEFINED_RENAMED");
        assertThat(connection.lookupDomainByName("web")).isEqualTo(test);
        assertThat(refusal(() -> connection.lookupDomainByName("test"))).isNotNull();
    }

    @Test
    void impossibleNamesAreRefused() {
        connection.defineDomainXml(document("web", 1), Flags.none());
        told.next();
        assertThat(refusal(() -> test.rename("mail", 0)))
                .hasMessage("Requested operation is not valid: cannot rename active domain")
                .extracting(LibvirtException::domain)
                .isEqualTo(ErrorDomain.TEST);
        test.destroy(Flags.none());
        told.next();

        assertThat(refusal(() -> test.rename("a/b", 0)))
                .hasMessage("XML error: name a/b cannot contain '/'");
        assertRefused(
                () -> test.rename("test", 0),
                "Requested operation is not valid: Can't rename domain to itself");
        assertRefused(
                () -> test.rename("web", 0),
                "Requested operation is not valid: domain with name 'web' already exists");
        assertThat(refusal(() -> test.rename("", 0)))
                .hasMessage("string new_name in virDomainRename must not be empty");
        assertThat(told.rest()).isEmpty();
    }

    @Test
    void autostartIsRemembered() {
        test.setAutostart(true);

        assertThat(test.autostart()).isTrue();
        assertThat(connection.domains(Flags.of(DomainListFlag.AUTOSTART))).containsExactly(test);
        test.setAutostart(false);
        assertThat(test.autostart()).isFalse();
    }

    @Test
    void whoeverAsksForOneDomainIsToldOfNoOther() {
        Domain web = connection.defineDomainXml(document("web", 1), Flags.none());
        try (var ofWeb = new Lifecycles(connection, Optional.of(web))) {
            test.suspend();
            web.create(Flags.none());

            assertThat(ofWeb.next()).isEqualTo("web 2 STARTED_BOOTED");
            assertThat(ofWeb.rest()).isEmpty();
        }
    }

    @Test
    void aClosedSubscriptionIsToldNothingMore() {
        var closed = new Lifecycles(connection);
        closed.close();

        test.suspend();

        assertThat(told.next()).isEqualTo("test 1 SUSPENDED_PAUSED");
        assertThat(closed.rest()).isEmpty();
    }

    @Test
    void aHandlerMayCallLibvirt() throws Exception {
        var resumed = new CompletableFuture<DomainState>();
        connection.onDomainEvent(
                DomainEventId.LIFECYCLE,
                Optional.of(test),
                _ -> {
                    if (test.state(0).state() == DomainState.PAUSED) {
                        test.resume();
                        resumed.complete(test.state(0).state());
                    }
                });

        test.suspend();

        assertThat(resumed.get(60, TimeUnit.SECONDS)).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void manyAtOnceMakeOneHistory() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int n = 0; n < 50; n++) {
                                            tryAll();
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        test.suspend();

        var history = new ArrayList<String>();
        for (String next = told.next(); !next.startsWith("test"); next = told.next()) {
            history.add(next);
        }
        assertThat(history).hasSizeGreaterThan(50);
        assertThat(impossible(history)).isEmpty();
    }

    private void tryAll() {
        List<Runnable> calls =
                List.of(
                        () -> connection.defineDomainXml(document("web", 1), Flags.none()),
                        () -> connection.lookupDomainByName("web").create(Flags.none()),
                        () -> connection.createDomainXml(document("web", 1), Flags.none()),
                        () -> connection.lookupDomainByName("web").undefine(Flags.none()),
                        () -> connection.lookupDomainByName("web").destroy(Flags.none()));
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (LibvirtException late) {
                assertThat(late.code())
                        .isIn(
                                ErrorCode.NO_DOMAIN,
                                ErrorCode.OPERATION_INVALID,
                                ErrorCode.INTERNAL_ERROR);
            }
        }
    }

    /// What cannot have happened after what was told before.
    private static List<String> impossible(List<String> history) {
        var wrong = new ArrayList<String>();
        boolean runs = false;
        boolean defined = false;
        for (String event : history) {
            String what = event.substring(event.lastIndexOf(' ') + 1);
            boolean possible =
                    switch (what) {
                        case "STARTED_BOOTED" -> !runs;
                        case "STOPPED_DESTROYED" -> runs;
                        case "DEFINED_ADDED" -> !defined;
                        case "DEFINED_UPDATED" -> defined;
                        case "UNDEFINED_REMOVED" -> runs || defined;
                        default -> false;
                    };
            if (!possible) {
                wrong.add(event + " (runs " + runs + ", defined " + defined + ")");
            }
            runs = what.equals("STARTED_BOOTED") || runs && !what.equals("STOPPED_DESTROYED");
            defined = what.startsWith("DEFINED") || defined && !what.equals("UNDEFINED_REMOVED");
        }
        return wrong;
    }
}
