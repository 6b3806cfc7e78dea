package dev.jvirt.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretUsageType;
import dev.jvirt.api.host.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final SecretId CEPH = new SecretId(new UUID(1, 2), 2, "client.admin");

    private static Connection open(Flags<ConnectFlag> flags) {
        var driver = new FakeDriver("qemu", Set.of("qemu"), Answer.ACCEPT);
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("qemu:///system"),
                Authenticator.none(),
                flags);
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    @Test
    void aReadOnlyConnectionNeitherChangesASecretNorTellsItsValue() {
        try (var connection = open(Flags.of(ConnectFlag.RO))) {
            Secret secret = connection.secrets().secret(CEPH);
            Map<String, ThrowingCallable> calls =
                    Map.of(
                            "virSecretDefineXML",
                            () -> connection.secrets().defineXml("", Flags.none()),
                            "virSecretSetValue",
                            () -> secret.setValue(new SecretValue(new byte[] {1}), 0),
                            "virSecretGetValue",
                            () -> secret.value(0),
                            "virSecretUndefine",
                            secret::undefine);

            calls.forEach(
                    (function, call) -> {
                        var error = refused(call);
                        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
                        assertThat(error.domain()).isEqualTo(ErrorDomain.SECRET);
                        assertThat(error)
                                .hasMessage(
                                        "operation forbidden: read only access prevents "
                                                + function);
                    });
        }
    }

    @Test
    void aReadOnlyConnectionMayLookForSecrets() {
        try (var connection = open(Flags.of(ConnectFlag.RO))) {
            var error =
                    refused(() -> connection.secrets().lookupByUsage(SecretUsageType.CEPH, "x"));

            assertThat(error)
                    .hasMessage(
                            "this function is not supported by the connection driver:"
                                    + " virSecretLookupByUsage");
            assertThat(error.domain()).isEqualTo(ErrorDomain.SECRET);
        }
    }

    @Test
    void aUseOfTheFutureKeepsItsNumber() {
        try (var connection = open(Flags.none())) {
            Secret secret = connection.secrets().secret(new SecretId(new UUID(1, 2), 77, "x"));

            assertThat(secret.usageType()).isEqualTo(SecretUsageType.NONE);
            assertThat(secret.identity().usageType()).isEqualTo(77);
        }
    }

    @Test
    void noTextShowsAValue() {
        var value = new SecretValue("hunter2".getBytes(UTF_8));

        assertThat(value).hasToString("secret of 7 bytes");
        assertThat("" + List.of(value)).doesNotContain("hunter2", "104, 117");
    }

    @Test
    void aValueIsNobodyElsesArray() {
        byte[] typed = "hunter2".getBytes(UTF_8);
        var value = new SecretValue(typed);
        typed[0] = 'H';
        value.bytes()[1] = 'U';

        assertThat(value.bytes()).asString(UTF_8).isEqualTo("hunter2");
        assertThat(value)
                .isEqualTo(new SecretValue("hunter2".getBytes(UTF_8)))
                .hasSameHashCodeAs(new SecretValue("hunter2".getBytes(UTF_8)))
                .isNotEqualTo(new SecretValue(typed));
    }
}
