package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.api.driver.SecondaryDriver;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretListFlag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestSecretsTest {
    /// The secrets of the host, offered to whoever has none of its own.
    private static final class HostSecrets implements SecondaryDriver {
        @Override
        public String name() {
            return "secret";
        }

        @Override
        public Optional<SecretDriver> secrets(DriverSession hypervisor, OpenRequest request) {
            return Optional.of(
                    new SecretDriver() {
                        @Override
                        public List<SecretId> list(Flags<SecretListFlag> flags) {
                            return List.of(new SecretId(new UUID(1, 2), 0, ""));
                        }
                    });
        }
    }

    @Test
    void aWorldHasNoSecretsEvenIfTheHostDoes() {
        var table = new DriverTable(List.of(new TestDriver()), List.of(new HostSecrets()));
        try (var connection =
                Connection.openAuth(
                        table, Optional.of(Worlds.DEFAULT), Authenticator.none(), Flags.none())) {
            var error = refusal(() -> connection.secrets().list(Flags.none()));

            assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
            assertThat(error.domain()).isEqualTo(ErrorDomain.SECRET);
            assertThat(error).hasMessageEndingWith("driver: virConnectListAllSecrets");
        }
    }
}
