package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.SecurityModel;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestHostDriverTest {
    private final Worlds worlds = new Worlds();
    private final Connection connection = worlds.open(Worlds.DEFAULT);

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    @Test
    void theDefaultWorldHasItsHardware() {
        assertThat(connection.type()).isEqualTo("TEST");
        assertThat(connection.version()).isEqualTo(2);
        assertThat(connection.libraryVersion()).isEqualTo(9_000_000);
        assertThat(connection.hostname()).isNotEmpty();
        assertThat(connection.nodeInfo())
                .isEqualTo(new NodeInfo("i686", 3_145_728, 16, 1400, 2, 2, 2, 2));
        assertThat(connection.freeMemory()).isEqualTo(3_145_728);
        assertThat(connection.maxVcpus(Optional.empty())).isEqualTo(32);
        assertThat(connection.maxVcpus(Optional.of("kvm"))).isEqualTo(32);
        assertThat(connection.securityModel()).isEqualTo(new SecurityModel("testSecurity", ""));
    }

    @Test
    void theConnectionStaysWithinTheProcess() {
        assertThat(connection.isAlive()).isTrue();
        assertThat(connection.isSecure()).isTrue();
        assertThat(connection.isEncrypted()).isFalse();
        assertThat(connection.supportsFeature(1)).isFalse();
        assertThat(refusal(() -> connection.setKeepAlive(5, 3)).code())
                .isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void theMakerOfTheHostIsKnown() {
        assertThat(connection.sysinfo(0))
                .isEqualTo(
                        """
                        <sysinfo type='smbios'>
                          <bios>
                            <entry name='vendor'>LENOVO</entry>
                            <entry name='version'>G4ETA1WW (2.61 )</entry>
                            <entry name='date'>05/07/2014</entry>
                            <entry name='release'>2.61</entry>
                          </bios>
                        </sysinfo>
                        """);
        assertThat(refusal(() -> connection.sysinfo(1)))
                .hasMessage("unsupported flags (0x1) in function testConnectGetSysinfo");
    }

    @Test
    void capabilitiesTellOfEveryProcessor() {
        Element document = XmlParser.parse(connection.capabilities(), "capabilities");

        var cells = document.descend("host", "topology", "cells").orElseThrow().children("cell");
        assertThat(cells).hasSize(2);
        assertThat(cells.get(1).text("memory")).contains("4194304");
        var cpus = cells.get(1).child("cpus").orElseThrow().children("cpu");
        assertThat(cpus).hasSize(8);
        assertThat(cpus.getLast().attributes())
                .extracting(attribute -> attribute.name() + "=" + attribute.value())
                .containsExactly("id=15", "socket_id=1", "die_id=0", "core_id=7", "siblings=15");
        assertThat(document.children("guest"))
                .extracting(guest -> guest.text("os_type").orElse(""))
                .containsExactly("hvm", "xen");
    }

    @Test
    void capabilitiesAreLaidOutAsLibvirtDoes() {
        assertThat(connection.capabilities())
                .startsWith("<capabilities>\n\n  <host>\n    <cpu>\n      <arch>i686</arch>\n")
                .contains("      <doi></doi>\n    </secmodel>\n  </host>\n\n  <guest>\n")
                .endsWith("  </guest>\n\n</capabilities>\n");
    }
}
