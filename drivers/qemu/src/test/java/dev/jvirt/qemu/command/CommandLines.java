package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.block.SecretSealer;
import dev.jvirt.qemu.block.Secrets;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Command lines of small complete definitions.
final class CommandLines {
    private static final Secrets SECRETS =
            new Secrets(
                    (usage, secret) -> "secret".getBytes(StandardCharsets.UTF_8),
                    new SecretSealer(new byte[SecretSealer.KEY_LENGTH], byte[]::new));

    private CommandLines() {}

    /// A PC with these devices.
    static String pc(String devices) {
        return domain("", devices);
    }

    /// A PC with these elements beside its devices.
    static String domain(String elements, String devices) {
        return """
        <domain type='qemu'>
          <name>small</name>
          <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
          <memory unit='KiB'>65000</memory>
          <vcpu>2</vcpu>
          <os><type arch='x86_64' machine='pc'>hvm</type></os>
          <clock offset='utc'/>
          %s
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <controller type='pci' index='0' model='pci-root'/>
            <controller type='usb' index='0' model='none'/>
            <controller type='ide' index='0'/>
            %s
          </devices>
        </domain>
        """
                .formatted(elements, devices);
    }

    static QemuCapabilities capabilities(QemuFlag... flags) {
        var capabilities =
                QemuCapabilities.builder().binary("/usr/bin/qemu-system-x86_64").arch("x86_64");
        List.of(flags).forEach(capabilities::set);
        return capabilities.build();
    }

    static CommandContext context(StartMode mode) {
        return new CommandContext(
                new DomainFolders(
                        "1-small",
                        "/lib/domain-1-small",
                        "/channel/small",
                        "/memory",
                        "/nvram",
                        "/tpm.sock",
                        "/dbus.sock"),
                new HostEnvironment(
                        "x86_64",
                        true,
                        Map.of("PATH", "/bin"),
                        Instant.ofEpochSecond(1_000_000_000).atZone(ZoneOffset.ofHours(2))),
                HostMemory.PLAIN,
                new BareHost(),
                DescriptorNumbers.counting(),
                DisplayPorts.EXAMPLES,
                DriverSettings.DEFAULT,
                SECRETS,
                mode);
    }

    static QemuCommandLine build(String document, QemuFlag... flags) {
        return build(document, StartMode.COLD, flags);
    }

    static QemuCommandLine build(String document, StartMode mode, QemuFlag... flags) {
        var capabilities = capabilities(flags);
        var context = context(mode);
        var definition = DomainDefinition.parse(document, ParseFlags.INACTIVE);
        var live = StartPreparation.prepare(definition, capabilities, context);
        return CommandLineBuilder.build(live, capabilities, context);
    }

    /// The values of an option, in order.
    static List<String> values(QemuCommandLine line, String option) {
        var values = new java.util.ArrayList<String>();
        for (int i = 0; i + 1 < line.arguments().size(); i++) {
            if (line.arguments().get(i).equals(option)) {
                values.add(line.arguments().get(i + 1));
            }
        }
        return values;
    }
}
