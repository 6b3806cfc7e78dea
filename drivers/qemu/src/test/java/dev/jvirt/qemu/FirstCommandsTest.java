package dev.jvirt.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.command.DriverSettings;
import dev.jvirt.qemu.command.VncSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstCommandsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final QemuCapabilities ABLE =
            QemuCapabilities.builder().set(QemuFlag.SET_ACTION).build();
    private static final QemuCapabilities OLD = QemuCapabilities.builder().build();

    @Test
    void aPlainGuestNeedsNone() {
        assertThat(commands(memory(65536), "<graphics type='vnc'/><memballoon model='virtio'/>"))
                .isEmpty();
    }

    @Test
    void aGuestThatMustNotRebootEndsInstead() {
        String action = "<on_reboot>destroy</on_reboot>";

        assertThat(commands(action, "")).containsExactly("set-action {\"reboot\":\"shutdown\"}");
        assertThat(commands(DriverSettings.DEFAULT, OLD, action, "")).isEmpty();
    }

    @Test
    void aPasswordHoldsForeverUnlessItsEndIsGiven() {
        assertThat(commands("", "<graphics type='vnc' passwd='secret'/>"))
                .containsExactly(
                        "set_password {\"protocol\":\"vnc\",\"password\":\"secret\"}",
                        "expire_password {\"protocol\":\"vnc\",\"time\":\"never\"}");
        assertThat(
                        commands(
                                "",
                                """
                                <graphics type='spice' passwd='secret' connected='keep'
                                          passwdValidTo='2026-03-01T12:00:01'/>
                                """))
                .containsExactly(
                        "set_password {\"protocol\":\"spice\",\"password\":\"secret\","
                                + "\"connected\":\"keep\"}",
                        "expire_password {\"protocol\":\"spice\",\"time\":\"1772366401\"}");
    }

    @Test
    void aPasswordOfThePastIsNoneAtAll() {
        assertThat(
                        commands(
                                "",
                                """
                                <graphics type='vnc' passwd='secret'
                                          passwdValidTo='2026-03-01T12:00:00'/>
                                """))
                .endsWith("expire_password {\"protocol\":\"vnc\",\"time\":\"now\"}");
    }

    @Test
    void theHostHasAPasswordForGuestsWithoutOne() {
        var settings = withVncPassword("shared");

        assertThat(commands(settings, ABLE, "", "<graphics type='vnc'/>"))
                .startsWith("set_password {\"protocol\":\"vnc\",\"password\":\"shared\"}");
        assertThat(commands(settings, ABLE, "", "<graphics type='vnc' passwd='own'/>"))
                .startsWith("set_password {\"protocol\":\"vnc\",\"password\":\"own\"}");
    }

    @Test
    void aCardStartsWithItsCableOut() {
        assertThat(
                        commands(
                                "",
                                """
                                <interface type='user'>
                                  <link state='down'/><alias name='net0'/>
                                </interface>
                                <interface type='user'>
                                  <link state='up'/><alias name='net1'/>
                                </interface>
                                """))
                .containsExactly("set_link {\"name\":\"net0\",\"up\":false}");
    }

    @Test
    void aGuestGivesBackMemoryIfItCan() {
        String less = memory(32768);

        assertThat(commands(less, "<memballoon model='virtio'/>"))
                .containsExactly("balloon {\"value\":33554432}");
        assertThat(commands(less, "<memballoon model='none'/>")).isEmpty();
    }

    private static List<String> commands(String elements, String devices) {
        return commands(DriverSettings.DEFAULT, ABLE, elements, devices);
    }

    private static List<String> commands(
            DriverSettings settings,
            QemuCapabilities capabilities,
            String elements,
            String devices) {
        String document =
                """
                <domain type='qemu' id='1'>
                  <name>small</name>
                  <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
                  <memory unit='KiB'>65536</memory>
                  <os><type arch='x86_64' machine='pc'>hvm</type></os>
                  %s
                  <devices>%s</devices>
                </domain>
                """
                        .formatted(elements, devices);
        var live = DomainDefinition.parse(document, ParseFlags.LIVE);
        return new FirstCommands(settings, NOW)
                .of(live, capabilities).stream()
                        .map(command -> command.name() + " " + command.arguments().text())
                        .toList();
    }

    private static String memory(long kib) {
        return "<currentMemory unit='KiB'>%d</currentMemory>".formatted(kib);
    }

    private static DriverSettings withVncPassword(String password) {
        var usual = DriverSettings.DEFAULT;
        var vnc =
                new VncSettings(
                        usual.vnc().listen(),
                        false,
                        usual.vnc().tls(),
                        Optional.of(password),
                        false,
                        Optional.empty(),
                        false);
        return new DriverSettings(
                vnc,
                usual.spice(),
                usual.charTls(),
                usual.nbdTls(),
                usual.vxhsTls(),
                false,
                false,
                DriverSettings.Sandbox.DEFAULT);
    }
}
