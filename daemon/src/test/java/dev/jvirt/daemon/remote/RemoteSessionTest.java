package dev.jvirt.daemon.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.FakeCall;
import dev.jvirt.daemon.FakeConnection;
import dev.jvirt.daemon.FakeDriver;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListAllDomains;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListDefinedDomains;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListDomains;
import dev.jvirt.protocol.remote.DomainCalls.DomainDestroy;
import dev.jvirt.protocol.remote.DomainCalls.DomainDestroyFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetSecurityLabelList;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetXmlDesc;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventRegisterAny;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.protocol.remote.RemoteDomain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteSessionTest {
    private static final RemoteDomain WEB = Identities.remote(FakeDriver.WEB);

    private final FakeDriver driver = new FakeDriver();
    private final FakeConnection client = new FakeConnection(false);
    private final RemoteSession session = session(client);
    private final FakeCall call = new FakeCall(client);

    private RemoteSession session(FakeConnection connection) {
        return new RemoteSession(connection, new DriverTable(List.of(driver)));
    }

    private ConnectProgram connect() {
        return new ConnectProgram(session, call);
    }

    private DomainProgram domains() {
        return new DomainProgram(session, call);
    }

    private DomainEventProgram events() {
        return new DomainEventProgram(session);
    }

    private void open() {
        connect().connectOpen(new ConnectOpen(Optional.of("fake:///"), 0));
    }

    @Test
    void callsNeedAnOpenConnection() {
        assertThatThrownBy(() -> connect().connectGetType())
                .hasMessage("internal error: hypervisor connection not open");
    }

    @Test
    void opensWhatTheClientNames() {
        open();

        assertThat(connect().connectGetType().type()).isEqualTo("FAKE");
        assertThat(driver.openSessions).isEqualTo(1);
    }

    @Test
    void withoutANameNothingIsOpened() {
        assertThatThrownBy(() -> connect().connectOpen(new ConnectOpen(Optional.empty(), 0)))
                .hasMessage("internal error: connection not open");
    }

    @Test
    void aSecondOpenThrowsTheFirstAway() {
        open();

        assertThatThrownBy(this::open).hasMessage("internal error: connection already open");
        assertThatThrownBy(() -> connect().connectGetType())
                .hasMessage("internal error: hypervisor connection not open");
        assertThat(driver.openSessions).isZero();
    }

    @Test
    void closingIsAnsweredFirst() {
        connect().connectClose();

        assertThat(call.closing).isTrue();
    }

    @Test
    void theEndOfTheSessionClosesTheConnection() {
        open();
        events().connectDomainEventRegister();

        session.disconnected();
        assertThat(driver.handlers).isEmpty();
        session.close();
        assertThat(driver.openSessions).isZero();
    }

    @Test
    void askingForPingsStartsThemBeforeAnythingIsOpen() {
        assertThat(supports(Feature.PROGRAM_KEEPALIVE)).isTrue();
        assertThat(client.pinged).isTrue();
        assertThatThrownBy(() -> supports(Feature.FD_PASSING))
                .hasMessage("internal error: hypervisor connection not open");
    }

    @Test
    void knowsTheFeaturesOfLibvirtsDaemon() {
        open();

        assertThat(supports(Feature.FD_PASSING)).isTrue();
        assertThat(supports(Feature.REMOTE_EVENT_CALLBACK)).isTrue();
        assertThat(supports(Feature.REMOTE_CLOSE_CALLBACK)).isTrue();
        assertThat(supports(Feature.TYPED_PARAM_STRING)).isTrue();
        assertThat(supports(Feature.NETWORK_UPDATE_HAS_CORRECT_ORDER)).isTrue();
        assertThat(supports(Feature.REMOTE)).isFalse();
        assertThat(supports(Feature.MIGRATION_V3)).isFalse();
        assertThat(supports(1000)).isFalse();
    }

    private boolean supports(int feature) {
        return connect().connectSupportsFeature(new ConnectSupportsFeature(feature)).supported()
                == 1;
    }

    @Test
    void nobodyIsAskedToLogIn() {
        var auth = new AuthProgram(session, call);

        assertThat(auth.authList().types()).containsExactly(0);
        assertThatThrownBy(auth::authSaslInit)
                .hasMessage("authentication failed: authentication failed");
        assertThatThrownBy(auth::authPolkit)
                .hasMessage("Library function returned error but did not set virError");
    }

    @Test
    void theSocketOrTheFlagMakesReadOnly() {
        var looking = session(new FakeConnection(true));
        looking.open(Optional.of("fake:///"), 0);
        session.open(Optional.of("fake:///"), 1);

        assertThat(looking.connection().isReadOnly()).isTrue();
        assertThat(session.connection().isReadOnly()).isTrue();
    }

    @Test
    void readOnlyRefusalsNameTheFunctionThatWasCalled() {
        session.open(Optional.of("fake:///"), 1);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> domains().domainDestroy(new DomainDestroy(WEB)));
        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
        assertThat(error)
                .hasMessage("operation forbidden: read only access prevents virDomainDestroy");
        assertThatThrownBy(() -> domains().domainDestroyFlags(new DomainDestroyFlags(WEB, 1)))
                .hasMessageEndingWith("prevents virDomainDestroyFlags");
        assertThatThrownBy(() -> domains().domainGetXmlDesc(new DomainGetXmlDesc(WEB, 1)))
                .hasMessageEndingWith("virDomainGetXMLDesc with secure flag");
    }

    @Test
    void listsOfCallersArraysAreLimited() {
        open();

        assertThat(domains().connectListDomains(new ConnectListDomains(5)).ids())
                .containsExactly(7);
        assertThat(domains().connectListDomains(new ConnectListDomains(0)).ids()).isEmpty();
        assertThatThrownBy(() -> domains().connectListDomains(new ConnectListDomains(-1)))
                .hasMessage("maxids must be non-negative");
        assertThatThrownBy(
                        () ->
                                domains()
                                        .connectListDefinedDomains(
                                                new ConnectListDefinedDomains(16385)))
                .hasMessage("maxnames > REMOTE_DOMAIN_LIST_MAX");
    }

    @Test
    void withoutNeedForResultsOnlyTheirNumberIsTold() {
        open();

        var counted = domains().connectListAllDomains(new ConnectListAllDomains(0, 0));
        var listed = domains().connectListAllDomains(new ConnectListAllDomains(1, 0));

        assertThat(counted.domains()).isEmpty();
        assertThat(counted.count()).isEqualTo(1);
        assertThat(listed.domains()).containsExactly(WEB);
    }

    @Test
    void labelsThatCannotBeReadAreNoError() {
        open();

        var reply = domains().domainGetSecurityLabelList(new DomainGetSecurityLabelList(WEB));

        assertThat(reply.ret()).isEqualTo(-1);
    }

    @Test
    void eventsCarryACallbackIdOnlyIfTheClientAskedForOne() {
        open();
        events().connectDomainEventRegister();
        int callback = register(0);

        driver.start();

        var message = new DomainEventLifecycle(WEB, 2, 0);
        assertThat(client.events)
                .containsExactly(message, new DomainEventCallbackLifecycle(callback, message));
    }

    @Test
    void everyRegistrationEndsByItself() {
        open();
        int first = register(0);
        int second = register(0);
        assertThat(first).isNotEqualTo(second);

        deregister(first);
        driver.start();

        assertThat(client.events)
                .singleElement()
                .extracting(event -> ((DomainEventCallbackLifecycle) event).callbackId())
                .isEqualTo(second);
        assertThatThrownBy(() -> deregister(first))
                .hasMessage(
                        "internal error: domain event callback %d not registered".formatted(first));
    }

    @Test
    void oldRegistrationsEndByTheirKind() {
        open();
        var reboot = new ConnectDomainEventRegisterAny(1);
        events().connectDomainEventRegisterAny(reboot);

        events().connectDomainEventDeregisterAny(new ConnectDomainEventDeregisterAny(1));

        assertThat(driver.handlers).isEmpty();
        assertThatThrownBy(
                        () ->
                                events().connectDomainEventDeregisterAny(
                                                new ConnectDomainEventDeregisterAny(1)))
                .hasMessage("internal error: domain event 1 not registered");
        assertThatThrownBy(() -> events().connectDomainEventDeregister())
                .hasMessage("internal error: domain event 0 not registered");
    }

    @Test
    void unknownKindsOfEventsAreRefused() {
        open();

        assertThatThrownBy(() -> register(28))
                .hasMessage("internal error: unsupported event ID 28");
        assertThatThrownBy(() -> register(-1))
                .hasMessage("internal error: unsupported event ID -1");
        assertThatThrownBy(
                        () ->
                                events().connectDomainEventRegisterAny(
                                                new ConnectDomainEventRegisterAny(16)))
                .hasMessage("internal error: unsupported event ID 16");
    }

    private int register(int event) {
        return events().connectDomainEventCallbackRegisterAny(
                        new ConnectDomainEventCallbackRegisterAny(event, Optional.empty()))
                .callbackId();
    }

    private void deregister(int callback) {
        events().connectDomainEventCallbackDeregisterAny(
                        new ConnectDomainEventCallbackDeregisterAny(callback));
    }
}
