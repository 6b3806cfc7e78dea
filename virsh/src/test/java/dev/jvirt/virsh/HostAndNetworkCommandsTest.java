package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostAndNetworkCommandsTest {
    private final VirshFixture virsh = new VirshFixture();

    @Test
    void theHostIsDescribed() {
        assertThat(virsh.line("nodeinfo").out())
                .isEqualTo(
                        """
                        CPU model:           x86_64
                        CPU(s):              4
                        CPU socket(s):       1
                        Core(s) per socket:  2
                        Thread(s) per core:  2
                        NUMA cell(s):        1
                        Memory size:         2048 KiB

                        """);
        assertThat(virsh.line("maxvcpus").out()).isEqualTo("16\n\n");
        assertThat(virsh.line("maxvcpus --type kvm").out()).isEqualTo("8\n\n");
        assertThat(virsh.line("uri").out()).isEqualTo("fake:///one\n\n");
        assertThat(virsh.line("capabilities").out()).isEqualTo("<capabilities/>\n\n");
    }

    @Test
    void versionsAreTold() {
        VirshFixture.Result result = virsh.line("version --daemon");

        assertThat(result.out())
                .isEqualTo(
                        """
                        Compiled against library: libvirt 9.0.0
                        Using library: libvirt 9.0.0
                        Using API: FAKE 9.0.0
                        Running hypervisor: FAKE 1.2.3

                        """);
        assertThat(result.err()).isEqualTo("error: failed to get the daemon version\n");
    }

    @Test
    void whatTheDriverCannotTellIsAnError() {
        assertThat(virsh.line("hostname").err())
                .isEqualTo(
                        "error: failed to get hostname\n"
                                + "error: this function is not supported by the connection driver:"
                                + " virConnectGetHostname\n");
    }

    @Test
    void networksAreListed() {
        assertThat(virsh.line("net-list").out())
                .isEqualTo(
                        """
                         Name   State    Autostart      Persistent
                        --------------------------------------------
                         lan    active   no autostart   no

                        """);
        assertThat(virsh.line("net-list --name").out()).isEqualTo("lan\n\n");
        assertThat(virsh.line("net-list --name --uuid").err())
                .isEqualTo(
                        "error: Only one argument from --table, --name and --uuid may be"
                                + " specified.\n");
    }

    @Test
    void networksAreDescribed() {
        assertThat(virsh.line("net-info lan").out())
                .isEqualTo(
                        """
                        Name:           lan
                        UUID:           00000000-0000-0007-0000-000000000008
                        Active:         yes
                        Persistent:     no
                        Autostart:      no autostart
                        Bridge:         br0

                        """);
        assertThat(virsh.line("net-uuid lan").out())
                .isEqualTo("00000000-0000-0007-0000-000000000008\n\n");
        assertThat(virsh.line("net-name 00000000-0000-0007-0000-000000000008").out())
                .isEqualTo("lan\n\n");
        assertThat(virsh.line("net-dumpxml lan --xpath //name").out())
                .isEqualTo("<name>lan</name>\n\n");
    }

    @Test
    void networksThatDoNotExistAreNamed() {
        assertThat(virsh.line("net-info nope").err())
                .isEqualTo(
                        "error: failed to get network 'nope'\n"
                                + "error: Network not found: no network with matching name"
                                + " 'nope'\n");
        assertThat(virsh.line("net-name lan").err())
                .isEqualTo("error: failed to get network 'lan'\n");
    }
}
