package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.Connection;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Secret;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretValue;
import dev.jvirt.protocol.host.SecretCalls.SecretGetValue;
import dev.jvirt.protocol.host.SecretCalls.SecretSetValue;
import dev.jvirt.protocol.host.SecretGetValueReplyCodec;
import dev.jvirt.protocol.host.SecretSetValueCodec;
import dev.jvirt.protocol.wire.Opaque;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Values of secrets on their way.
@Timeout(20)
class RemoteSecretTest {
    private static final byte[] BYTES = {0, -1, 127, 0};

    private FakeDaemon daemon;
    private Connection connection;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
        connection = daemon.connect();
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        daemon.close();
    }

    private Secret secret() {
        return connection.secrets().secret(new SecretId(new UUID(1, 2), 0, ""));
    }

    @Test
    void aValueIsBytesNotText() {
        var set = new CopyOnWriteArrayList<SecretSetValue>();
        daemon.answer(144, (args, reply) -> set.add(SecretSetValueCodec.INSTANCE.read(args)));
        daemon.answer(
                145,
                SecretGetValueReplyCodec.INSTANCE,
                new SecretGetValue.Reply(new Opaque(BYTES)));

        secret().setValue(new SecretValue(BYTES), 0);

        assertThat(set.getFirst().value().bytes()).isEqualTo(BYTES);
        assertThat(secret().value(0).bytes()).isEqualTo(BYTES);
    }

    @Test
    void aValueThatIsTooLargeNeverLeaves() {
        var value = new SecretValue(new byte[65537]);

        assertThatThrownBy(() -> secret().setValue(value, 0)).isInstanceOf(LibvirtException.class);
        assertThat(daemon.calls()).doesNotContain(144);
    }
}
