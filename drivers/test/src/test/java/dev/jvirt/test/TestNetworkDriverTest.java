package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Network;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNetworkDriverTest {
    private final Worlds worlds = new Worlds();
    private final Connection connection = worlds.open(Worlds.DEFAULT);

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    @Test
    void theDefaultWorldHasOneNetwork() {
        Network network = connection.networks().lookupByName("default");

        assertThat(network.uuid())
                .isEqualTo(UUID.fromString("dd8fe884-6c02-601e-7551-cca97df1c5df"));
        assertThat(network.isActive()).isTrue();
        assertThat(network.isPersistent()).isTrue();
        assertThat(network.autostart()).isFalse();
        assertThat(network.bridgeName()).contains("virbr0");
        assertThat(connection.networks().lookupByUuid(network.uuid()).name()).isEqualTo("default");
        assertThat(network.xml(Flags.none()))
                .isEqualTo(
                        """
                        <network>
                          <name>default</name>
                          <uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid>
                          <forward mode='nat'/>
                          <bridge name='virbr0' stp='on' delay='0'/>
                          <ip address='192.168.122.1' netmask='255.255.255.0'>
                            <dhcp>
                              <range start='192.168.122.2' end='192.168.122.254'/>
                            </dhcp>
                          </ip>
                        </network>
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1", "1, 0", "2, 1", "3, 1", "4, 1", "8, 0", "12, 1", "16, 0", "32, 1", "48, 1", "38, 1",
        "6, 1", "10, 0", "18, 0", "63, 1"
    })
    void listsAreFiltered(int flags, int count) {
        assertThat(connection.networks().list(new Flags<>(flags))).hasSize(count);
    }

    @Test
    void unknownFlagsAreRefused() {
        var network = connection.networks().lookupByName("default");

        assertThat(refusal(() -> connection.networks().list(new Flags<>(64))))
                .hasMessage("unsupported flags (0x40) in function testConnectListAllNetworks");
        assertThat(refusal(() -> network.xml(new Flags<>(1))))
                .hasMessage("unsupported flags (0x1) in function testNetworkGetXMLDesc");
    }

    @Test
    void whatIsMissingIsNamed() {
        var error = refusal(() -> connection.networks().lookupByName("lan"));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_NETWORK);
        assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
        assertThat(error).hasMessage("Network not found: no network with matching name 'lan'");
        assertThat(refusal(() -> connection.networks().lookupByUuid(new UUID(0, 1))))
                .hasMessage(
                        "Network not found: no network with matching uuid"
                                + " '00000000-0000-0000-0000-000000000001'");
    }
}
