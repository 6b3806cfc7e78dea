package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The commands that unplug disks and change the media in drives.
final class MediaCommands {
    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    MediaCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    /// What is done with a medium.
    private enum Action {
        EJECT,
        INSERT,
        UPDATE;

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Command detach() {
        return command("detach-disk", "detach disk device")
                .description("Unplug a disk from a domain.")
                .option(domains.option())
                .option(Option.data("target", "its name").completedBy(devices.disks()))
                .flag("persistent", "now, and from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("print-xml", "print the XML and change nothing")
                .run(this::detach);
    }

    private void detach(Words words) {
        Affected.checkDevice(words);
        Domain domain = domains.find(words);
        String target = words.require("target");
        Flags<DomainDeviceModifyFlag> flags = Affected.device(words, domain);
        boolean config = flags.has(DomainDeviceModifyFlag.CONFIG);
        String xml = find(domain, config, target, List.of()).xml();
        if (words.has("print-xml")) {
            output.print(xml);
            return;
        }
        Attempt.to("Failed to detach disk", () -> Affected.detach(words, domain, xml));
        output.extra("Disk detached successfully\n");
    }

    Command change() {
        return command("change-media", "Change media of CD or floppy drive")
                .description("Put a medium into a CD or floppy drive, or take it out.")
                .option(domains.option())
                .option(
                        Option.data("path", "target or file of the disk")
                                .completedBy(devices.disks()))
                .string("source", "the file or device to put in")
                .flag("eject", "take the medium out")
                .flag("insert", "put a medium in")
                .flag("update", "put another medium in")
                .flag("current", "any of --live and --config, as the driver likes")
                .flag("live", "now, as it runs")
                .flag("config", "from the next start on")
                .flag("force", "even if the guest keeps it locked")
                .flag("print-xml", "print the XML and change nothing")
                .flag("block", "the source is a block device")
                .run(this::change);
    }

    private void change(Words words) {
        words.exclusive("eject", "insert");
        words.exclusive("eject", "update");
        words.exclusive("insert", "update");
        words.exclusive("eject", "block");
        Optional<String> source = words.text("source");
        Action action = action(words, source.isPresent());
        Flags<DomainDeviceModifyFlag> affected = new Flags<>(Affected.by(words).bits());
        Flags<DomainDeviceModifyFlag> flags =
                words.has("force") ? affected.with(DomainDeviceModifyFlag.FORCE) : affected;
        Domain domain = domains.find(words);
        String path = words.require("path");
        boolean config = flags.has(DomainDeviceModifyFlag.CONFIG);
        XmlElement disk = find(domain, config, path, List.of("cdrom", "floppy"));
        change(disk, action, path, source, words.has("block") ? "block" : "file");
        String xml = disk.xml();
        if (words.has("print-xml")) {
            output.print(xml);
            return;
        }
        Attempt.to(
                "Failed to complete action " + action.verb() + " on media",
                () -> domain.devices().update(xml, flags));
        output.print("Successfully " + action.verb() + (action == Action.UPDATE ? "d" : "ed"));
        output.print(" media.");
    }

    private static Action action(Words words, boolean source) {
        if (words.has("eject") || words.has("update") && !source) {
            return Action.EJECT;
        }
        return words.has("insert") ? Action.INSERT : Action.UPDATE;
    }

    private static void change(
            XmlElement disk, Action action, String path, Optional<String> source, String kind) {
        XmlElement present = disk.child("source");
        if (action == Action.EJECT) {
            if (!present.exists()) {
                throw new CommandFailure("The disk device '" + path + "' doesn't have media");
            }
            removeMedium(disk);
            return;
        }
        String file =
                source.orElseThrow(
                        () -> new CommandFailure("New disk media source was not specified"));
        String policy = present.attribute("startupPolicy");
        if (present.exists()) {
            if (action == Action.INSERT
                    && !present.attribute("file", "dev", "dir", "name").isEmpty()) {
                throw new CommandFailure("The disk device '" + path + "' already has media");
            }
        }
        removeMedium(disk);
        disk.set("type", kind);
        XmlElement changed = disk.child("target").insertBefore("source");
        changed.set(kind.equals("block") ? "dev" : "file", file);
        if (!policy.isEmpty()) {
            changed.set("startupPolicy", policy);
        }
    }

    private static void removeMedium(XmlElement disk) {
        for (String part : List.of("source", "backingStore")) {
            if (disk.child(part).exists()) {
                disk.child(part).remove();
            }
        }
    }

    /// @param kinds of devices that are looked at; all if there are none
    private static XmlElement find(Domain domain, boolean config, String path, List<String> kinds) {
        String document = domain.xml(config ? Flags.of(DomainXmlFlag.INACTIVE) : Flags.none());
        XmlElement all = XmlQuery.verbatim(document).root().child("devices");
        if (all.children("disk").isEmpty()) {
            throw new CommandFailure("Failed to get disk information");
        }
        for (XmlElement disk : all.children("disk")) {
            String source = disk.child("source").attribute("file", "dev", "dir", "name");
            if (!kinds.isEmpty() && !kinds.contains(disk.attribute("device"))) {
                continue;
            }
            if (source.equals(path) || disk.child("target").attribute("dev").equals(path)) {
                return disk;
            }
        }
        throw new CommandFailure("No disk found whose source path or target is " + path);
    }
}
