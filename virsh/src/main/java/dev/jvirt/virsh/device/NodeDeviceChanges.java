package dev.jvirt.virsh.device;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.NodeDevice;
import dev.jvirt.api.host.NodeDeviceCreateFlag;
import dev.jvirt.api.host.NodeDeviceDefineFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands that make, lend and remove devices.
final class NodeDeviceChanges {
    private final Hypervisor hypervisor;
    private final NamedNodeDevices devices;

    NodeDeviceChanges(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        devices = new NamedNodeDevices(hypervisor);
    }

    Command create() {
        return new Documents(hypervisor)
                .fromFile(
                        command("nodedev-create", "make a device of the host")
                                .description("Make a device of the host that guests can use."),
                        new Outcome(
                                "Node device %s created from %s",
                                "Failed to create node device from %s"),
                        this::create);
    }

    private String create(String xml, boolean validated) {
        Flags<NodeDeviceCreateFlag> flags =
                validated ? Flags.of(NodeDeviceCreateFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().nodeDevices().createXml(xml, flags).name();
    }

    Command define() {
        return new Documents(hypervisor)
                .fromFile(
                        command("nodedev-define", "define a device of the host")
                                .description("Define a device, which has to be started then."),
                        new Outcome(
                                "Node device '%s' defined from '%s'",
                                "Failed to define node device from '%s'"),
                        this::define);
    }

    private String define(String xml, boolean validated) {
        Flags<NodeDeviceDefineFlag> flags =
                validated ? Flags.of(NodeDeviceDefineFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().nodeDevices().defineXml(xml, flags).name();
    }

    Command destroy() {
        return devices.subject()
                .does(
                        command("nodedev-destroy", "remove a device of the host")
                                .description("Remove a device of the host, whoever uses it"),
                        new Outcome(
                                "Destroyed node device '%s'", "Failed to destroy node device '%s'"),
                        NodeDevice::destroy);
    }

    Command undefine() {
        return devices.subject()
                .does(
                        command("nodedev-undefine", "remove the definition of a device")
                                .description("Remove the definition of a device"),
                        new Outcome(
                                "Undefined node device '%s'",
                                "Failed to undefine node device '%s'"),
                        device -> device.undefine(0));
    }

    Command start() {
        return named().does(
                        command("nodedev-start", "start a device that is defined")
                                .description("Make a device that is defined"),
                        new Outcome("Device %s started", "Failed to start device %s"),
                        device -> device.create(0));
    }

    private Subject<NodeDevice> named() {
        return new Subject<>(hypervisor.output(), devices.nameOption(), devices::findByName);
    }

    Command autostart() {
        return devices.subject()
                .autostarts(
                        command("nodedev-autostart", "let a device start with the host, or not")
                                .description("Let a device start when the host does."),
                        "Device",
                        NodeDevice::setAutostart);
    }

    Command detach() {
        return command("nodedev-detach", "take a device from the host's driver")
                .description("Take a device from the host's driver, for a guest to use.")
                .option(devices.nameOption())
                .option(Option.string("driver", "the driver that takes it instead, like vfio"))
                .run(this::detach);
    }

    private void detach(Words words) {
        String name = words.require(NamedNodeDevices.OPTION);
        Optional<String> driver =
                Optional.of(words.textOrEmpty("driver")).filter(text -> !text.isEmpty());
        NodeDevice device = devices.findByName(words);
        new Outcome("Device %s detached", "Failed to detach device %s")
                .of(hypervisor.output(), name, () -> device.detach(driver, 0));
    }

    Command reattach() {
        return named().does(
                        command("nodedev-reattach", "give a device back to the host's driver")
                                .description("Give a device back that no guest uses any more."),
                        new Outcome("Device %s re-attached", "Failed to re-attach device %s"),
                        NodeDevice::reattach);
    }

    Command reset() {
        return named().does(
                        command("nodedev-reset", "reset a device of the host")
                                .description("Reset a device before or after a guest uses it."),
                        new Outcome("Device %s reset", "Failed to reset device %s"),
                        NodeDevice::reset);
    }
}
