package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands about disks and network interfaces that the document of a domain answers.
final class DomainDevices {
    private final Domains domains;
    private final Output output;

    DomainDevices(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command disks() {
        return command("domblklist", "list all domain blocks")
                .description("List the disks of a domain.")
                .option(domains.option())
                .flag("inactive", "as of the next start, not as it runs")
                .flag("details", "with their types and kinds")
                .run(this::disks);
    }

    private void disks(Words words) {
        boolean details = words.has("details");
        XmlElement devices = devices(words, "inactive");
        var table =
                details
                        ? new Table("Type", "Device", "Target", "Source")
                        : new Table("Target", "Source");
        for (XmlElement disk : devices.children("disk")) {
            String target = orDash(disk.child("target").attribute("dev"));
            String source = orDash(source(disk));
            if (details) {
                table.row(disk.attribute("type"), disk.attribute("device"), target, source);
            } else {
                table.row(target, source);
            }
        }
        output.table(table);
    }

    private static String source(XmlElement disk) {
        XmlElement source = disk.child("source");
        return switch (disk.attribute("type")) {
            case "nvme" -> nvme(source);
            case "vhostuser" -> source.attribute("path");
            default -> source.attribute("file", "dev", "dir", "name", "volume");
        };
    }

    private static String nvme(XmlElement source) {
        XmlElement address = source.child("address");
        return "nvme://%s:%s:%s.%s/%s"
                .formatted(
                        digits(address, "domain"),
                        digits(address, "bus"),
                        digits(address, "slot"),
                        digits(address, "function"),
                        source.attribute("namespace"));
    }

    /// A part of a PCI address without the `0x` that stands in front of it.
    private static String digits(XmlElement address, String part) {
        String text = address.attribute(part);
        return text.startsWith("0x") ? text.substring(2) : text;
    }

    Command interfaces() {
        return command("domiflist", "list all domain virtual interfaces")
                .description("List the network interfaces of a domain.")
                .option(domains.option())
                .flag("inactive", "as of the next start, not as it runs")
                .run(this::interfaces);
    }

    private void interfaces(Words words) {
        var table = new Table("Interface", "Type", "Source", "Model", "MAC");
        for (XmlElement nic : devices(words, "inactive").children("interface")) {
            XmlElement source = nic.child("source");
            table.row(
                    orDash(nic.child("target").attribute("dev")),
                    nic.attribute("type"),
                    orDash(source.attribute("bridge", "dev", "network", "name", "path")),
                    orDash(nic.child("model").attribute("type")),
                    orDash(nic.child("mac").attribute("address")));
        }
        output.table(table);
    }

    Command link() {
        return command("domif-getlink", "get link state of a virtual interface")
                .description("Print whether the cable of a network interface is plugged in.")
                .option(domains.option())
                .option(
                        Option.data("interface", "its name on the host, or its MAC address")
                                .completedBy(new Addresses()))
                .option(Option.alias("persistent", "config"))
                .flag("config", "as of the next start, not as it runs")
                .run(this::link);
    }

    private void link(Words words) {
        Domain domain = domains.find(words);
        String name = words.require("interface");
        XmlElement nic = find(devices(domain, words.has("config")), name);
        String state = nic.child("link").attribute("state");
        output.print(name + " " + (state.isEmpty() ? "up" : state));
    }

    /// The interface with that MAC address or that name on the host.
    private static XmlElement find(XmlElement devices, String name) {
        Optional<String> mac = mac(name);
        var found = new ArrayList<XmlElement>();
        for (XmlElement nic : devices.children("interface")) {
            boolean fits =
                    mac.isPresent()
                            ? nic.child("mac").attribute("address").equals(mac.get())
                            : nic.child("target").attribute("dev").equals(name);
            if (fits) {
                found.add(nic);
            }
        }
        if (found.isEmpty()) {
            String what = mac.map(address -> "mac: " + address).orElse("dev: " + name);
            throw new CommandFailure("Interface (" + what + ") not found.");
        }
        if (found.size() > 1) {
            throw new CommandFailure("multiple matching interfaces found");
        }
        return found.getFirst();
    }

    /// A MAC address in its usual form, if the text is one.
    private static Optional<String> mac(String text) {
        String[] parts = text.stripTrailing().split(":", -1);
        if (parts.length != 6) {
            return Optional.empty();
        }
        var mac = new StringBuilder();
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 2) {
                return Optional.empty();
            }
            for (int i = 0; i < part.length(); i++) {
                if (part.charAt(i) > 'f' || Character.digit(part.charAt(i), 16) < 0) {
                    return Optional.empty();
                }
            }
            mac.append(mac.isEmpty() ? "" : ":").append(part.length() < 2 ? "0" : "");
            mac.append(part.toLowerCase(java.util.Locale.ROOT));
        }
        return Optional.of(mac.toString());
    }

    private XmlElement devices(Words words, String inactive) {
        return devices(domains.find(words), words.has(inactive));
    }

    private static XmlElement devices(Domain domain, boolean inactive) {
        Flags<DomainXmlFlag> flags = inactive ? Flags.of(DomainXmlFlag.INACTIVE) : Flags.none();
        return XmlQuery.of(domain.xml(flags)).root().child("devices");
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private final class Addresses implements Completer {
        @Override
        public List<String> candidates(Words words) {
            var addresses = new ArrayList<String>();
            for (XmlElement nic : devices(words, "config").children("interface")) {
                String name = nic.child("target").attribute("dev");
                addresses.add(name.isEmpty() ? nic.child("mac").attribute("address") : name);
            }
            return addresses;
        }
    }
}
