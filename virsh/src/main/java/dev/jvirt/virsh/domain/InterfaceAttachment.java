package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.virsh.DiskAddress;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.Optional;

/// `attach-interface`: makes the document of a network interface out of options and plugs it in.
final class InterfaceAttachment {
    private final Domains domains;
    private final Output output;

    InterfaceAttachment(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command attach() {
        return command("attach-interface", "attach network interface")
                .description("Plug a network interface into a domain.")
                .option(domains.option())
                .option(Option.data("type", "the type of the interface"))
                .option(Option.data("source", "the bridge, network or device on the host"))
                .string("target", "its name on the host")
                .string("mac", "the MAC address")
                .string("script", "the script that connects it")
                .string("model", "the model that the guest sees")
                .string("alias", "the name of the device")
                .string("inbound", "limits of what the guest receives: average,peak,burst,floor")
                .string("outbound", "limits of what the guest sends: average,peak,burst")
                .flag("persistent", "now, and from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("print-xml", "print the XML and change nothing")
                .flag("managed", "take the device from the host while the guest has it")
                .option(
                        Option.string("source-mode", "the mode of the source")
                                .completedBy(new Choices("server", "client")))
                .run(this::attach);
    }

    private void attach(Words words) {
        Affected.checkDevice(words);
        String xml = xml(words);
        if (words.has("print-xml")) {
            output.print(xml);
            return;
        }
        Domain domain = domains.find(words);
        Attempt.to("Failed to attach interface", () -> Affected.attach(words, domain, xml));
        output.extra("Interface attached successfully\n");
    }

    private static String xml(Words words) {
        String type = words.require("type");
        String source = words.require("source");
        Optional<String> mode = words.text("source-mode");
        checkType(type);
        mode.ifPresent(InterfaceAttachment::checkMode);
        Optional<Rate> inbound = words.text("inbound").map(Rate::parse);
        if (inbound.isPresent() && inbound.get().average() == 0 && inbound.get().floor() == 0) {
            throw new CommandFailure("either inbound average or floor is mandatory");
        }
        Optional<Rate> outbound = words.text("outbound").map(Rate::parse);
        if (outbound.isPresent() && outbound.get().average() == 0) {
            throw new CommandFailure("outbound average is mandatory");
        }
        if (outbound.isPresent() && outbound.get().floor() != 0) {
            throw new CommandFailure("outbound floor is unsupported yet");
        }
        var xml = new XmlBuilder().open("interface").attribute("type", type);
        if (words.has("managed")) {
            xml.attribute("managed", "yes");
        }
        xml.content();
        source(xml, type, source, mode);
        words.text("target").ifPresent(name -> single(xml, "target", "dev", name));
        words.text("mac").ifPresent(address -> single(xml, "mac", "address", address));
        words.text("script").ifPresent(path -> single(xml, "script", "path", path));
        words.text("model").ifPresent(model -> single(xml, "model", "type", model));
        words.text("alias").ifPresent(alias -> single(xml, "alias", "name", alias));
        if (inbound.isPresent() || outbound.isPresent()) {
            xml.open("bandwidth").content();
            inbound.ifPresent(rate -> rate(xml, "inbound", rate));
            outbound.ifPresent(rate -> rate(xml, "outbound", rate));
            xml.close();
        }
        return xml.close().toString();
    }

    private static void checkType(String type) {
        switch (type) {
            case "network", "bridge", "direct", "hostdev", "vhostuser" -> {}
            default ->
                    throw new CommandFailure(
                            "No support for " + type + " in command 'attach-interface'");
        }
    }

    private static void checkMode(String mode) {
        if (!mode.equals("server") && !mode.equals("client")) {
            throw new CommandFailure("Invalid source mode: " + mode);
        }
    }

    private static void source(XmlBuilder xml, String type, String source, Optional<String> mode) {
        switch (type) {
            case "network", "bridge" -> single(xml, "source", type, source);
            case "direct" -> single(xml, "source", "dev", source);
            case "vhostuser" -> {
                String checked =
                        mode.orElseThrow(() -> new CommandFailure("source-mode is mandatory"));
                xml.open("source").attribute("type", "unix").attribute("path", source);
                xml.attribute("mode", checked).close();
            }
            default -> {
                xml.open("source").content();
                address(source).write(xml, false);
                xml.close();
            }
        }
    }

    private static DiskAddress address(String source) {
        try {
            return DiskAddress.parse("pci:" + source);
        } catch (CommandFailure e) {
            throw new CommandFailure(
                    "cannot parse pci address '" + source + "' for network interface");
        }
    }

    private static void single(XmlBuilder xml, String element, String attribute, String value) {
        xml.open(element).attribute(attribute, value).close();
    }

    private static void rate(XmlBuilder xml, String direction, Rate rate) {
        xml.open(direction);
        rate(xml, "average", rate.average());
        rate(xml, "peak", rate.peak());
        rate(xml, "burst", rate.burst());
        rate(xml, "floor", rate.floor());
        xml.close();
    }

    private static void rate(XmlBuilder xml, String name, long value) {
        if (value != 0) {
            xml.attribute(name, Long.toUnsignedString(value));
        }
    }
}
