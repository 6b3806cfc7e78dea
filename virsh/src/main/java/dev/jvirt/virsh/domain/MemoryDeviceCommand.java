package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `update-memory-device`: asks a guest to take or give back memory of a device.
final class MemoryDeviceCommand {
    private static final int KIBIBYTE = 1024;

    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    MemoryDeviceCommand(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command update() {
        return command("update-memory-device", "update memory device of a domain")
                .description("Change how much memory a device gives to the guest.")
                .option(domains.option())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("print-xml", "print the XML and change nothing")
                .option(
                        Option.string("alias", "the name of the device")
                                .completedBy(devices.aliases()))
                .option(Option.number("node", "the NUMA node of the device"))
                .option(
                        Option.number(
                                "requested-size",
                                "the size that the guest is asked for, in KiB or with a suffix"))
                .run(this::update);
    }

    private void update(Words words) {
        words.exclusive("node", "alias");
        Flags<DomainDeviceModifyFlag> flags = new Flags<>(Affected.by(words).bits());
        Domain domain = domains.find(words);
        boolean config = words.has("config");
        String document = domain.xml(config ? Flags.of(DomainXmlFlag.INACTIVE) : Flags.none());
        XmlElement memory = device(words, XmlQuery.verbatim(document).root().child("devices"));
        OptionalLong size = words.scaledNumber("requested-size", KIBIBYTE);
        if (size.isPresent()) {
            request(memory, size.getAsLong());
        }
        String xml = memory.xml();
        if (words.has("print-xml")) {
            output.print(xml);
        } else {
            domain.devices().update(xml, flags);
        }
    }

    private static void request(XmlElement memory, long bytes) {
        XmlElement requested = memory.child("target").child("requested");
        if (!requested.exists()) {
            throw new CommandFailure("virtio-mem device is missing <requested/>");
        }
        long kibibytes = bytes / KIBIBYTE + (bytes % KIBIBYTE == 0 ? 0 : 1);
        requested.set("unit", "KiB");
        requested.setText(Long.toString(kibibytes));
    }

    private static XmlElement device(Words words, XmlElement devices) {
        OptionalLong node = words.unsignedNumber("node");
        Optional<String> alias = words.text("alias");
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement memory : devices.children("memory")) {
            boolean wanted =
                    node.isPresent()
                            ? memory.child("target")
                                    .child("node")
                                    .text()
                                    .equals(Long.toString(node.getAsLong()))
                            : memory.child("alias")
                                    .attribute("name")
                                    .equals(alias.orElse(memory.child("alias").attribute("name")));
            if (wanted) {
                found.add(memory);
            }
        }
        if (found.isEmpty()) {
            throw new CommandFailure("no memory device found");
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    "multiple memory devices found, use --alias or --node to select one");
        }
        return found.getFirst();
    }
}
