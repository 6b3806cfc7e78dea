package dev.jvirt.rpc.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.RpcException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsPriorityTest {
    private static SSLEngine engine(String priority) throws NoSuchAlgorithmException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        TlsPriority.parse(priority).apply(engine);
        return engine;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NORMAL | TLSv1.3 TLSv1.2",
                "@SYSTEM | TLSv1.3 TLSv1.2",
                "@LIBVIRT,SYSTEM | TLSv1.3 TLSv1.2",
                "NORMAL:-VERS-TLS1.3 | TLSv1.2",
                "NORMAL:!VERS-TLS1.2 | TLSv1.3",
                "SECURE256:-VERS-TLS-ALL:+VERS-TLS1.2:%SERVER_PRECEDENCE | TLSv1.2",
                "NORMAL:-VERS-TLS1.0:-VERS-TLS1.1:-3DES-CBC | TLSv1.3 TLSv1.2"
            })
    void versionsAreThoseThatAreAllowed(String priority, String versions)
            throws NoSuchAlgorithmException {
        assertThat(engine(priority).getEnabledProtocols()).containsExactly(versions.split(" ", -1));
    }

    @Test
    void ciphersAreThoseThatAreAllowed() throws NoSuchAlgorithmException {
        assertThat(engine("SECURE256").getEnabledCipherSuites())
                .isNotEmpty()
                .noneMatch(suite -> suite.contains("AES_128"));
        assertThat(engine("NORMAL:-AES-256-GCM:-AES-256-CBC").getEnabledCipherSuites())
                .isNotEmpty()
                .noneMatch(suite -> suite.contains("AES_256"));
        assertThat(engine("NONE:+VERS-ALL:+AES-128-GCM").getEnabledCipherSuites())
                .isNotEmpty()
                .allMatch(suite -> suite.contains("AES_128_GCM"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BOGUS",
                "",
                "NORMAL:",
                "NORMAL:+VERS-TLS1.0",
                "NORMAL:%FORCE_ETM",
                "NORMAL:-SIGN-RSA-SHA256",
                "NORMAL:-VERS-ALL",
                "NORMAL:-CIPHER-ALL",
                "NORMAL:AES-128-GCM"
            })
    void whatIsNotUnderstoodIsRefusedByName(String priority) {
        assertThatThrownBy(() -> TlsPriority.parse(priority))
                .isInstanceOf(RpcException.class)
                .hasMessageStartingWith(
                        "Failed to set TLS session priority to %s: The request is invalid"
                                .formatted(priority));
    }
}
