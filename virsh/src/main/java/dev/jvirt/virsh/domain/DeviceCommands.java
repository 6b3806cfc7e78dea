package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;

/// The commands that plug devices in or out, or change them, as documents describe them.
final class DeviceCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    DeviceCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command attach() {
        return command("attach-device", "attach device from an XML file")
                .description("Plug a device into a domain.")
                .option(domains.option())
                .option(Option.data("file", "file with the XML of the device"))
                .flag("persistent", "now, and from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::attach);
    }

    private void attach(Words words) {
        Affected.checkDevice(words);
        Domain domain = domains.find(words);
        String file = words.require("file");
        String xml = FileTexts.read(hypervisor.shell(), file);
        Attempt.to(
                "Failed to attach device from " + file, () -> Affected.attach(words, domain, xml));
        output.extra("Device attached successfully\n");
    }

    Command detach() {
        return command("detach-device", "detach device from an XML file")
                .description("Unplug a device from a domain.")
                .option(domains.option())
                .option(Option.data("file", "file with the XML of the device"))
                .flag("persistent", "now, and from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::detach);
    }

    private void detach(Words words) {
        Affected.checkDevice(words);
        Domain domain = domains.find(words);
        String file = words.require("file");
        String xml = FileTexts.read(hypervisor.shell(), file);
        Attempt.to(
                "Failed to detach device from " + file, () -> Affected.detach(words, domain, xml));
        output.extra("Device detached successfully\n");
    }

    Command detachAlias() {
        return command("detach-device-alias", "detach device from an alias")
                .description("Ask the guest to give up a device that is named by its alias.")
                .option(domains.option())
                .option(
                        Option.data("alias", "the name of the device")
                                .completedBy(devices.aliases()))
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::detachAlias);
    }

    private void detachAlias(Words words) {
        Flags<DomainDeviceModifyFlag> flags = new Flags<>(Affected.by(words).bits());
        Domain domain = domains.find(words);
        String alias = words.require("alias");
        Attempt.to(
                "Failed to detach device with alias " + alias,
                () -> domain.devices().detachAlias(alias, flags));
        output.extra("Device detach request sent successfully\n");
    }

    Command update() {
        return command("update-device", "update device from an XML file")
                .description("Change a device of a domain.")
                .option(domains.option())
                .option(Option.data("file", "file with the XML of the device"))
                .flag("persistent", "now, and from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("force", "even if the guest keeps it locked")
                .run(this::update);
    }

    private void update(Words words) {
        Affected.checkDevice(words);
        Domain domain = domains.find(words);
        String file = words.require("file");
        Flags<DomainDeviceModifyFlag> device = Affected.device(words, domain);
        Flags<DomainDeviceModifyFlag> flags =
                words.has("force") ? device.with(DomainDeviceModifyFlag.FORCE) : device;
        String xml = FileTexts.read(hypervisor.shell(), file);
        Attempt.to(
                "Failed to update device from " + file, () -> domain.devices().update(xml, flags));
        output.extra("Device updated successfully\n");
    }
}
