package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainDevicesTest {
    private final VirshFixture virsh = new VirshFixture();

    private void devices(String xml) {
        virsh.hypervisor.domains.devices = "<devices>" + xml + "</devices>";
    }

    @Test
    void disksAreListedWithTheirSources() {
        devices(
                """
                <disk type='file' device='cdrom'><target dev='hdc'/></disk>
                <disk type='network' device='disk'>
                  <source protocol='rbd' name='pool/img'/><target dev='vda'/>
                </disk>
                <disk type='nvme' device='disk'>
                  <source namespace='1'>
                    <address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
                  </source>
                  <target dev='vdb'/>
                </disk>
                """);

        assertThat(virsh.line("domblklist web --inactive").out())
                .isEqualTo(
                        """
                         Target   Source
                        ---------------------------------
                         hdc      -
                         vda      pool/img
                         vdb      nvme://0000:01:00.0/1

                        """);
        assertThat(virsh.run("-q", "-c", "fake:///one", "domblklist", "web", "--details").out())
                .startsWith(" file      cdrom   hdc   -\n network   disk    vda   pool/img\n");
        assertThat(virsh.hypervisor.domains.done).containsExactly("xml web 0x2", "xml web 0x0");
    }

    @Test
    void interfacesAreListedWithTheirSources() {
        devices(
                """
                <interface type='bridge'>
                  <mac address='52:54:00:00:00:01'/><source bridge='br0'/><target dev='tap0'/>
                  <model type='virtio'/>
                </interface>
                <interface type='user'><mac address='52:54:00:00:00:02'/></interface>
                """);

        assertThat(virsh.line("domiflist web").out())
                .isEqualTo(
                        """
                         Interface   Type     Source   Model    MAC
                        -----------------------------------------------------------
                         tap0        bridge   br0      virtio   52:54:00:00:00:01
                         -           user     -        -        52:54:00:00:00:02

                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tap0 | tap0 up |",
                "52:54:0:0:0:A | 52:54:0:0:0:A down |",
                "tap1 | | Interface (dev: tap1) not found.",
                "1:2:3:4:5:6 | | Interface (mac: 01:02:03:04:05:06) not found.",
                "52:54:00:00:00:0b | | multiple matching interfaces found",
            })
    void interfacesAreFoundByNameOrAddress(String name, String told, String refusal) {
        devices(
                """
                <interface><mac address='52:54:00:00:00:0a'/><link state='down'/></interface>
                <interface><mac address='52:54:00:00:00:0b'/><target dev='tap0'/></interface>
                <interface><mac address='52:54:00:00:00:0b'/></interface>
                """);

        VirshFixture.Result result = virsh.line("domif-getlink web " + name);

        assertThat(result.out()).isEqualTo((told == null ? "" : told) + "\n");
        assertThat(result.err()).isEqualTo(refusal == null ? "" : "error: " + refusal + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<graphics type='vnc' port='5910' listen='0.0.0.0'/> | vnc://localhost:10 | :10",
                "<graphics type='vnc' port='5901' listen='::1' passwd='p'/> | vnc://:p@[::1]:1 |"
                        + " ::1:1",
                "<graphics type='vnc' socket='/s'/> | vnc+unix:///s | ",
                "<graphics type='spice' port='5900' tlsPort='5901' passwd='p' listen='h'/> |"
                        + " spice://h:5900?tls-port=5901&password=p | ",
                "<graphics type='dbus' address='unix:path=/bus'/> | dbus+unix:///bus | ",
            })
    void displaysAreNamed(String xml, String uri, String vnc) {
        devices(xml);

        assertThat(virsh.line("domdisplay web --include-password").out()).isEqualTo(uri + "\n");
        String refusal = "error: Failed to get VNC port. Is this domain using VNC?\n";
        VirshFixture.Result result = virsh.line("vncdisplay web");
        assertThat(result.out()).isEqualTo(vnc == null ? "\n" : vnc + "\n\n");
        assertThat(result.err()).isEqualTo(vnc == null ? refusal : "");
    }

    @Test
    void displaysThatAreNotThereAreRefused() {
        devices("<graphics type='vnc' port='-1'/>");

        assertThat(virsh.line("domdisplay web").err())
                .isEqualTo("error: No graphical display found\n");
        assertThat(virsh.line("domdisplay web --type spice").err())
                .isEqualTo("error: No graphical display with type 'spice' found\n");
        assertThat(virsh.line("domdisplay Db").err()).isEqualTo("error: Domain is not running\n");
    }

    @Test
    void theConsoleTerminalIsNamed() {
        devices("<console type='pty' tty='/dev/pts/9'/>");
        assertThat(virsh.line("ttyconsole web").out()).isEqualTo("/dev/pts/9\n\n");

        devices("");
        assertThat(virsh.line("ttyconsole web")).isEqualTo(new VirshFixture.Result(1, "\n", ""));
    }

    @Test
    void freeMemoryIsToldInKibibytes() {
        assertThat(virsh.line("freecell").out()).isEqualTo("Total: 3 KiB\n\n");
        assertThat(virsh.line("freecell 0").err())
                .endsWith("not supported by the connection driver: virNodeGetCellsFreeMemory\n");
        assertThat(virsh.line("freecell 0 --all").err())
                .isEqualTo("error: Options --all and --cellno are mutually exclusive\n");
    }

    @Test
    void definitionsAreEditedAndDefinedAgain(@TempDir Path folder) {
        virsh.variable("EDITOR", "sed -i 's/About Db/No title/'");

        VirshFixture.Result result = virsh.run("", folder, "-c", "fake:///one", "edit Db");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("Domain 'Db' XML configuration edited.\n\n");
        assertThat(virsh.hypervisor.domains.done)
                .startsWith("xml Db 0x3", "xml Db 0x3")
                .last()
                .asString()
                .contains("<title>No title</title>")
                .endsWith("0x1");
    }

    @Test
    void editingNothingChangesNothing() {
        virsh.variable("EDITOR", "true");

        assertThat(virsh.line("edit Db --skip-validate").out())
                .isEqualTo("Domain 'Db' XML configuration not changed.\n\n");
        assertThat(virsh.hypervisor.domains.done).containsExactly("xml Db 0x3");
    }

    @Test
    void anEditorThatFailsEndsTheCommand() {
        virsh.variable("EDITOR", "exit 3;");

        assertThat(virsh.line("edit Db").err())
                .matches(
                        "error: internal error: Child process \\(sh -c 'exit 3; .*virsh.*\\.xml'\\)"
                                + " unexpected exit status 3\n");
    }
}
