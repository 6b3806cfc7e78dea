package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.OpenRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
    private final FakeDriver qemu = new FakeDriver("qemu", Set.of("qemu"), Answer.ACCEPT);
    private final FakeDriver remote = new FakeDriver("remote", Set.of(), Answer.ACCEPT);

    @Test
    void firstDriverThatAcceptsServesTheConnection() {
        try (var connection = open("qemu:///system", qemu, remote)) {
            assertThat(connection.type()).isEqualTo("qemu");
        }
        assertThat(remote.asked).isEmpty();
    }

    @Test
    void onlyADriverThatNeverWaitsOpensAtOnce() {
        var table = new DriverTable(List.of(new QuickDriver(), qemu, remote));

        assertThat(table.opensAtOnce("quick:///system")).isTrue();
        assertThat(table.opensAtOnce("quick+ssh://host/system")).isFalse();
        assertThat(table.opensAtOnce("quick://host/system")).isFalse();
        assertThat(table.opensAtOnce("qemu:///system")).isFalse();
        assertThat(table.opensAtOnce("nonsense")).isFalse();
        assertThat(table.opensAtOnce("")).isFalse();
    }

    private static final class QuickDriver implements ConnectDriver {
        @Override
        public String name() {
            return "quick";
        }

        @Override
        public Set<String> schemes() {
            return Set.of("quick");
        }

        @Override
        public boolean opensAtOnce() {
            return true;
        }

        @Override
        public Optional<DriverSession> open(OpenRequest request) {
            return Optional.empty();
        }
    }

    @Test
    void declinedUriGoesToTheNextDriver() {
        var declines = new FakeDriver("qemu", Set.of("qemu"), Answer.DECLINE);

        try (var connection = open("qemu:///system", declines, remote)) {
            assertThat(connection.type()).isEqualTo("remote");
        }
        assertThat(declines.asked).hasSize(1);
    }

    @Test
    void errorOfADriverEndsTheSearch() {
        var fails = new FakeDriver("qemu", Set.of("qemu"), Answer.FAIL);

        var error = refused(() -> open("qemu:///system", fails, remote));

        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(remote.asked).isEmpty();
    }

    @Test
    void uriWithAHostIsNoBusinessOfALocalDriver() {
        try (var connection = open("qemu://example.org/system", qemu, remote)) {
            assertThat(connection.type()).isEqualTo("remote");
        }
        assertThat(qemu.asked).isEmpty();
    }

    @Test
    void uriThatNobodyTakesIsNamedInTheError() {
        var error = refused(() -> open("xen:///", qemu));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_CONNECT);
        assertThat(error).hasMessage("no connection driver available for xen:///");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu://system", "qemu://session"})
    void missingSlashIsSaid(String uri) {
        var error = refused(() -> open(uri, qemu, remote));

        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(error)
                .hasMessage(
                        "internal error: invalid URI %s (maybe you want qemu:///%s)"
                                .formatted(uri, uri.substring("qemu://".length())));
    }

    @Test
    void closedConnectionAnswersNothing() {
        var connection = open("qemu:///system", qemu);
        connection.close();
        connection.close();

        var error = refused(connection::type);

        assertThat(qemu.closed).containsExactly("qemu");
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONN);
        assertThat(error).hasMessage("invalid connection pointer in virConnectGetType");
    }

    @Test
    void startedDomainKnowsItsIdAndADestroyedOneForgetsIt() {
        try (var connection = open("qemu:///system", qemu)) {
            Domain web = connection.domains(Flags.none()).getFirst();
            assertThat(web.id()).isEmpty();

            web.create(Flags.none());
            assertThat(web.id()).contains(7);

            web.destroy(Flags.none());
            assertThat(web.id()).isEmpty();
        }
    }

    @Test
    void functionThatTheDriverLacksIsNotSupported() {
        try (var connection = open("qemu:///system", qemu)) {
            var error = refused(connection::hostname);

            assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
            assertThat(error)
                    .hasMessage(
                            "this function is not supported by the connection driver:"
                                    + " virConnectGetHostname");
        }
    }

    @Test
    void readOnlyConnectionChangesNothing() {
        try (var connection = readOnly()) {
            Domain web = connection.domains(Flags.none()).getFirst();
            List<Consumer<Domain>> changes =
                    List.of(
                            domain -> domain.create(Flags.none()),
                            domain -> domain.destroy(Flags.none()),
                            Domain::suspend,
                            Domain::resume,
                            domain -> domain.shutdown(Flags.none()),
                            domain -> domain.reboot(Flags.none()),
                            domain -> domain.reset(0),
                            domain -> domain.undefine(Flags.none()),
                            domain -> domain.rename("x", 0),
                            domain -> domain.setAutostart(true),
                            domain -> domain.openConsole(Optional.empty(), Flags.none()));

            for (var change : changes) {
                var error = refused(() -> change.accept(web));
                assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
                assertThat(error)
                        .hasMessageStartingWith(
                                "operation forbidden: read only access prevents virDomain");
            }
        }
    }

    @Test
    void readOnlyConnectionShowsNoSecrets() {
        try (var connection = readOnly()) {
            Domain web = connection.domains(Flags.none()).getFirst();

            var error = refused(() -> web.xml(Flags.of(DomainXmlFlag.SECURE)));

            assertThat(web.xml(Flags.none())).isEqualTo("<domain/>");
            assertThat(error)
                    .hasMessage("operation forbidden: virDomainGetXMLDesc with secure flag");
        }
    }

    @Test
    void domainCannotBeRenamedToNothing() {
        try (var connection = open("qemu:///system", qemu)) {
            Domain web = connection.domains(Flags.none()).getFirst();

            var error = refused(() -> web.rename("", 0));

            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
            assertThat(error.str2()).contains("new_name");
        }
    }

    private Connection readOnly() {
        return Connection.openAuth(
                new DriverTable(List.of(qemu)),
                Optional.of("qemu:///system"),
                Authenticator.none(),
                Flags.of(ConnectFlag.RO));
    }

    private static Connection open(String uri, FakeDriver... drivers) {
        return Connection.openAuth(
                new DriverTable(List.of(drivers)),
                Optional.of(uri),
                Authenticator.none(),
                Flags.none());
    }

    private static LibvirtException refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }
}
