package dev.jvirt.virsh.device;

import static dev.jvirt.virsh.object.Attempt.maybe;
import static dev.jvirt.virsh.object.Attempt.yesOrNo;
import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.NodeDevice;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Words;

/// The commands that tell about one device.
record NodeDeviceFacts(Hypervisor hypervisor) {
    private static final int LABELS = 15;

    Command dumpXml() {
        var devices = new NamedNodeDevices(hypervisor);
        return Documents.dump(
                command("nodedev-dumpxml", "node device details in XML")
                        .description("Print the XML of a device of the host."),
                devices.option(),
                new Documents(hypervisor)
                        .printer(devices::find, (device, inactive) -> device.xml(Flags.none())));
    }

    Command info() {
        return command("nodedev-info", "node device information")
                .description("Print the most important facts about a device of the host")
                .option(new NamedNodeDevices(hypervisor).option())
                .run(this::info);
    }

    private void info(Words words) {
        NodeDevice device = new NamedNodeDevices(hypervisor).find(words);
        field("Name:", device.name());
        field("Parent:", maybe(hypervisor, device::parent).flatMap(name -> name).orElse(""));
        // C takes "unknown" for "yes" in these two.
        field("Active:", yesOrNo(hypervisor, device::isActive, "yes"));
        field("Persistent:", yesOrNo(hypervisor, device::isPersistent, "yes"));
        field("Autostart:", yesOrNo(hypervisor, device::autostart, "no autostart"));
    }

    private void field(String label, String value) {
        hypervisor.output().field(label, LABELS, value);
    }
}
