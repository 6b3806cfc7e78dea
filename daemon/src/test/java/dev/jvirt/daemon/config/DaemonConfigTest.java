package dev.jvirt.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaemonConfigTest {
    @Test
    void defaultsAreThoseOfLibvirt() {
        var config = DaemonConfig.defaults();

        assertThat(config.server().limits().maxClients()).isEqualTo(5000);
        assertThat(config.server().limits().maxAnonymousClients()).isEqualTo(20);
        assertThat(config.server().workers()).isEqualTo(new WorkerConfig(5, 20, 5));
        assertThat(config.admin().limits().maxQueuedClients()).isEqualTo(20);
        assertThat(config.admin().limits().maxAnonymousClients()).isZero();
        assertThat(config.sockets().readWriteMode()).isEqualTo(0700);
        assertThat(config.sockets().readOnlyMode()).isEqualTo(0777);
        assertThat(config.sockets().adminMode()).isEqualTo(0700);
        assertThat(config.listen().tlsPort()).isEqualTo("16514");
        assertThat(config.log().level()).isZero();
    }

    @Test
    void everyKeyIsRead() {
        var config =
                DaemonConfig.parse(
                        "f",
                        """
                        listen_tls = 0
                        listen_tcp = 1
                        tls_port = "1"
                        tcp_port = "2"
                        listen_addr = "127.0.0.1"
                        unix_sock_group = "libvirt"
                        unix_sock_ro_perms = "0755"
                        unix_sock_rw_perms = "0770"
                        unix_sock_admin_perms = "0600"
                        unix_sock_dir = "/d"
                        auth_unix_ro = "none"
                        auth_unix_rw = "polkit"
                        auth_tcp = "none"
                        auth_tls = "sasl"
                        tcp_min_ssf = 112
                        access_drivers = [ "polkit" ]
                        key_file = "k"
                        cert_file = "c"
                        ca_file = "a"
                        crl_file = "r"
                        tls_no_sanity_certificate = 1
                        tls_no_verify_certificate = 1
                        tls_allowed_dn_list = ["DN1", "DN2"]
                        tls_priority = "NORMAL"
                        sasl_allowed_username_list = ["joe@X"]
                        max_clients = 50
                        max_queued_clients = 10
                        max_anonymous_clients = 5
                        min_workers = 1
                        max_workers = 2
                        prio_workers = 3
                        max_client_requests = 4
                        admin_min_workers = 1
                        admin_max_workers = 5
                        admin_max_clients = 5
                        admin_max_queued_clients = 5
                        admin_max_client_requests = 5
                        log_level = 3
                        log_filters = "1:qemu"
                        log_outputs = "3:stderr"
                        audit_level = 2
                        audit_logging = 1
                        host_uuid = "8510b1a1-0afa-4da6-8111-785fae202c1d"
                        host_uuid_source = "smbios"
                        keepalive_interval = -1
                        keepalive_count = 2
                        admin_keepalive_interval = 3
                        admin_keepalive_count = 4
                        ovs_timeout = 6
                        """);

        assertThat(config.listen().tcp()).isTrue();
        assertThat(config.sockets().directory()).contains("/d");
        assertThat(config.sockets().readWriteMode()).isEqualTo(0770);
        assertThat(config.sockets().readWriteAuth()).isEqualTo(AuthScheme.POLKIT);
        assertThat(config.tls().allowedNames()).containsExactly("DN1", "DN2");
        assertThat(config.access().drivers()).containsExactly("polkit");
        assertThat(config.server().limits().maxClientRequests()).isEqualTo(4);
        assertThat(config.server().limits().keepAliveInterval()).isEqualTo(-1);
        assertThat(config.admin().limits().keepAliveCount()).isEqualTo(4);
        assertThat(config.host().ovsTimeout()).isEqualTo(6);
        assertThat(config.log().filters()).contains("1:qemu");
    }

    @Test
    void polkitOpensTheSocketForEverybody() {
        assertThat(DaemonConfig.parse("f", "auth_unix_rw = \"polkit\"").sockets().readWriteMode())
                .isEqualTo(0777);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "max_client = 3               | unknown key 'max_client'",
                "max_clients = \"3\"          | expected an unsigned integer for 'max_clients'"
                        + " parameter",
                "max_clients = -3             | expected an unsigned integer for 'max_clients'"
                        + " parameter",
                "max_clients = 4294967296     | value for 'max_clients' parameter must be in range"
                        + " 0:4294967295",
                "max_clients = 10             | max_clients (10) must not be less than"
                        + " max_anonymous_clients (20)",
                "max_workers = 0              | 'max_workers' must be greater than 0",
                "listen_tls = 2               | value for 'listen_tls' parameter must be 0 or 1",
                "listen_tls = \"yes\"         | expected a bool for 'listen_tls' parameter",
                "unix_sock_dir = 1            | expected a string for 'unix_sock_dir' parameter",
                "unix_sock_rw_perms = \"0888\" | unix_sock_rw_perms: Failed to parse mode '0888'",
                "auth_unix_rw = \"kerberos\"  | auth_unix_rw: unsupported auth kerberos",
                "access_drivers = \"none\"    | expected a string list for 'access_drivers'"
                        + " parameter",
                "access_drivers = [ 1 ]       | expected a string list for 'access_drivers'"
                        + " parameter",
                "keepalive_interval = 9999999999 | value for 'keepalive_interval' parameter must be"
                        + " in range -2147483648:2147483647",
                "host_uuid = \"00000000-0000-0000-0000-000000000000\" | invalid host UUID:"
                        + " 00000000-0000-0000-0000-000000000000",
                "host_uuid_source = \"dice\"  | invalid UUID source: dice",
                "tcp_min_ssf = 56             | tcp_min_ssf: minimum SSF levels lower than 112 are"
                        + " not supported",
            })
    void errorsNameFileAndLineAndKey(String line, String message) {
        assertThatThrownBy(() -> DaemonConfig.parse("/etc/x.conf", "# comment\n" + line))
                .hasMessage("unsupported configuration: /etc/x.conf:2: " + message);
    }

    @Test
    void aMissingFileIsAnErrorOnlyIfItWasNamed(@TempDir Path folder) {
        var file = folder.resolve("libvirtd.conf");

        assertThat(DaemonConfig.load(file, true, AuthScheme.NONE))
                .isEqualTo(DaemonConfig.defaults());
        assertThatThrownBy(() -> DaemonConfig.load(file, false, AuthScheme.NONE))
                .hasMessage("Failed to read file '%s': No such file or directory", file);
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("libvirtd.conf"), "log_level = 1\n");

        assertThat(DaemonConfig.load(file, true, AuthScheme.NONE).log().level()).isEqualTo(1);
    }
}
