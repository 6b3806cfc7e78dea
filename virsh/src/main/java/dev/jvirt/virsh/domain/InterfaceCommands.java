package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands that unplug network interfaces and their cables.
final class InterfaceCommands {
    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    InterfaceCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command detach() {
        return command("detach-interface", "detach network interface")
                .description("Unplug a network interface from a domain.")
                .option(domains.option())
                .option(Option.data("type", "the type of the interface"))
                .option(Option.string("mac", "the MAC address").completedBy(devices.interfaces()))
                .flag("persistent", "now, and from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("print-xml", "print the XML and change nothing")
                .run(this::detach);
    }

    private void detach(Words words) {
        Affected.checkDevice(words);
        String type = words.require("type");
        Optional<String> mac = words.text("mac");
        Domain domain = domains.find(words);
        boolean persistent = words.has("persistent");
        boolean config = words.has("config") || persistent;
        boolean live = words.has("live") || persistent && domain.isActive();
        try {
            if (config) {
                String xml = found(domain, Flags.of(DomainXmlFlag.INACTIVE), type, mac);
                detach(words, domain, xml, Flags.of(DomainDeviceModifyFlag.CONFIG));
            }
            if (live || !config) {
                String xml = found(domain, Flags.none(), type, mac);
                Flags<DomainDeviceModifyFlag> flags =
                        live ? Flags.of(DomainDeviceModifyFlag.LIVE) : Flags.none();
                detach(words, domain, xml, flags);
            }
        } catch (CommandFailure e) {
            throw e.and("Failed to detach interface");
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to detach interface", e);
        }
        if (!words.has("print-xml")) {
            output.extra("Interface detached successfully\n");
        }
    }

    private void detach(
            Words words, Domain domain, String xml, Flags<DomainDeviceModifyFlag> flags) {
        if (words.has("print-xml")) {
            output.print(xml);
        } else if (flags.bits() == 0 && !words.has("current")) {
            Affected.detach(domain, xml);
        } else {
            domain.devices().detach(xml, flags);
        }
    }

    private static String found(
            Domain domain, Flags<DomainXmlFlag> flags, String type, Optional<String> mac) {
        XmlElement all = XmlQuery.verbatim(domain.xml(flags)).root().child("devices");
        var found = new ArrayList<XmlElement>();
        for (XmlElement nic : all.children("interface")) {
            if (nic.attribute("type").equals(type)) {
                found.add(nic);
            }
        }
        if (found.isEmpty()) {
            throw new CommandFailure("No interface found whose type is " + type);
        }
        if (mac.isEmpty() && found.size() > 1) {
            throw new CommandFailure(
                    "Domain has "
                            + found.size()
                            + " interfaces. Please specify which one to detach using --mac");
        }
        return mac.isEmpty() ? found.getFirst().xml() : withMac(found, mac.get()).xml();
    }

    private static XmlElement withMac(List<XmlElement> interfaces, String mac) {
        var found = new ArrayList<XmlElement>();
        for (XmlElement nic : interfaces) {
            if (nic.child("mac").attribute("address").equalsIgnoreCase(mac)) {
                found.add(nic);
            }
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    "Domain has multiple interfaces matching MAC address "
                            + mac
                            + ". You must use detach-device and specify the device pci address to"
                            + " remove it.");
        }
        if (found.isEmpty()) {
            throw new CommandFailure("No interface with MAC address " + mac + " was found");
        }
        return found.getFirst();
    }

    Command link() {
        return command("domif-setlink", "set link state of a virtual interface")
                .description("Plug the cable of a network interface in, or unplug it.")
                .option(domains.option())
                .option(
                        Option.data("interface", "its name on the host, or its MAC address")
                                .completedBy(devices.interfaces()))
                .option(Option.data("state", "up or down").completedBy(new Choices("up", "down")))
                .option(Option.alias("persistent", "config"))
                .flag("config", "from the next start on")
                .flag("print-xml", "print the XML and change nothing")
                .run(this::link);
    }

    private void link(Words words) {
        Domain domain = domains.find(words);
        String name = words.require("interface");
        String state = words.require("state");
        boolean config = words.has("config");
        if (!state.equals("up") && !state.equals("down")) {
            throw new CommandFailure("invalid link state '" + state + "'");
        }
        String document = domain.xml(config ? Flags.of(DomainXmlFlag.INACTIVE) : Flags.none());
        XmlElement nic = named(XmlQuery.verbatim(document).root().child("devices"), name);
        XmlElement link = nic.child("link");
        (link.exists() ? link : nic.append("link")).set("state", state);
        String xml = nic.xml();
        if (words.has("print-xml")) {
            output.print(xml);
            return;
        }
        Flags<DomainDeviceModifyFlag> flags =
                Flags.of(config ? DomainDeviceModifyFlag.CONFIG : DomainDeviceModifyFlag.LIVE);
        Attempt.to(
                "Failed to update interface link state", () -> domain.devices().update(xml, flags));
        output.extra("Device updated successfully\n");
    }

    private static XmlElement named(XmlElement devices, String name) {
        var found = new ArrayList<XmlElement>();
        for (XmlElement nic : devices.children("interface")) {
            if (nic.child("mac").attribute("address").equalsIgnoreCase(name)
                    || nic.child("target").attribute("dev").equals(name)) {
                found.add(nic);
            }
        }
        if (found.isEmpty()) {
            throw new CommandFailure("interface '" + name + "' not found");
        }
        if (found.size() > 1) {
            throw new CommandFailure("multiple matching interfaces found");
        }
        return found.getFirst();
    }
}
