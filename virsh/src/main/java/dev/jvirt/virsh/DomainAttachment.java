package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.domain.Affected;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `attach-disk`: makes the document of a disk out of options.
final class DomainAttachment {
    private static final int WWN_DIGITS = 16;

    private final Hypervisor hypervisor;
    private final Domains domains;

    DomainAttachment(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
    }

    Command disk() {
        return command("attach-disk", "attach disk device")
                .description("Plug a disk into a domain.")
                .option(domains.option())
                .option(
                        Option.data("source", "its file, device, or name on the network")
                                .allowingEmpty())
                .option(Option.data("target", "its name in the guest"))
                .string("targetbus", "its bus in the guest")
                .string("driver", "the driver on the host")
                .string("subdriver", "the format of the disk")
                .string("iothread", "the IOThread to use")
                .string("cache", "how to cache it")
                .string("io", "how to read and write it")
                .string("type", "the kind of device")
                .option(Option.alias("shareable", "mode=shareable"))
                .string("mode", "readonly or shareable")
                .string("sourcetype", "type of source (block|file|network)")
                .string("serial", "its serial number")
                .string("wwn", "its world wide name")
                .string("alias", "the name of the device")
                .flag("rawio", "it needs the rawio capability")
                .string("address", "where it is plugged in")
                .flag("multifunction", "other functions of the PCI device follow")
                .flag("print-xml", "print the XML of the disk and attach nothing")
                .string("source-protocol", "protocol of a disk on the network")
                .string("source-host-name", "the host that has it, with a port")
                .string("source-host-transport", "how to reach that host")
                .string("source-host-socket", "the socket to reach that host")
                .flag("persistent", "now, and from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::disk);
    }

    private void disk(Words words) {
        words.exclusive("persistent", "current");
        words.exclusive("current", "live");
        words.exclusive("current", "config");
        words.requires("source-host-name", "source-protocol");
        words.requires("source-host-transport", "source-protocol");
        words.requires("source-host-socket", "source-protocol");
        words.requires("source-host-socket", "source-host-transport");
        words.exclusive("source-host-name", "source-host-socket");
        String xml = xml(words);
        if (words.has("print-xml")) {
            hypervisor.output().print(xml);
            return;
        }
        Domain domain = domains.find(words);
        Attempt.to("Failed to attach disk", () -> Affected.attach(words, domain, xml));
        hypervisor.output().extra("Disk attached successfully\n");
    }

    private String xml(Words words) {
        String source = words.require("source");
        String target = words.require("target");
        String sourceType = sourceType(words, source);
        var xml = new XmlBuilder().open("disk").attribute("type", sourceType);
        xml.attribute("device", words.text("type"));
        if (words.has("rawio")) {
            xml.attribute("rawio", "yes");
        }
        driver(xml, words);
        source(xml, words, sourceType, source);
        xml.open("target").attribute("dev", target).attribute("bus", words.text("targetbus"));
        xml.close();
        mode(words).ifPresent(mode -> xml.open(mode).close());
        xml.element("serial", words.text("serial"));
        words.text("alias").ifPresent(name -> xml.open("alias").attribute("name", name).close());
        xml.element("wwn", wwn(words));
        Optional<DiskAddress> address = words.text("address").map(DiskAddress::parse);
        address.ifPresent(
                place -> {
                    place.checkFits(target);
                    place.write(xml, words.has("multifunction"));
                });
        return xml.close().toString();
    }

    private String sourceType(Words words, String source) {
        boolean network = words.has("source-protocol");
        Optional<String> given = words.text("sourcetype");
        String type = given.orElseGet(() -> network ? "network" : onThisHost(source));
        if (!type.equals("block") && !type.equals("file") && !type.equals("network")) {
            throw new CommandFailure("Unknown source type: '" + type + "'");
        }
        if (network != type.equals("network")) {
            throw new CommandFailure("--source-protocol option requires --sourcetype network");
        }
        return type;
    }

    private String onThisHost(String source) {
        try {
            Path path = hypervisor.shell().resolve(source);
            int mode = (int) Files.getAttribute(path, "unix:mode");
            return (mode & 0170000) == 0060000 ? "block" : "file";
        } catch (IOException | UnsupportedOperationException e) {
            return "file";
        }
    }

    private static void driver(XmlBuilder xml, Words words) {
        Optional<String> name = words.text("driver");
        Optional<String> type = words.text("subdriver");
        Optional<String> thread = words.text("iothread");
        Optional<String> cache = words.text("cache");
        Optional<String> io = words.text("io");
        if (name.or(() -> type).or(() -> thread).or(() -> cache).or(() -> io).isPresent()) {
            xml.open("driver").attribute("name", name).attribute("type", type);
            xml.attribute("iothread", thread).attribute("cache", cache).attribute("io", io);
            xml.close();
        }
    }

    private static void source(XmlBuilder xml, Words words, String type, String source) {
        xml.open("source");
        switch (type) {
            case "block" -> xml.attribute("dev", source);
            case "network" -> {
                xml.attribute("protocol", words.text("source-protocol"));
                xml.attribute("name", source);
                host(xml, words);
            }
            default -> xml.attribute("file", source);
        }
        xml.close();
    }

    private static void host(XmlBuilder xml, Words words) {
        Optional<String> host = words.text("source-host-name");
        Optional<String> transport = words.text("source-host-transport");
        Optional<String> socket = words.text("source-host-socket");
        if (host.or(() -> transport).or(() -> socket).isEmpty()) {
            return;
        }
        xml.open("host");
        if (host.isPresent()) {
            String text = host.get();
            int colon = text.indexOf(':');
            xml.attribute("name", colon < 0 ? text : text.substring(0, colon));
            if (colon >= 0) {
                xml.attribute("port", text.substring(colon + 1));
            }
        }
        xml.attribute("transport", transport).attribute("socket", socket).close();
    }

    private static Optional<String> mode(Words words) {
        Optional<String> mode = words.text("mode");
        boolean known =
                mode.orElse("readonly").equals("readonly") || mode.get().equals("shareable");
        if (!known) {
            throw new CommandFailure("No support for " + mode.get() + " in command 'attach-disk'");
        }
        return mode;
    }

    private static Optional<String> wwn(Words words) {
        Optional<String> wwn = words.text("wwn");
        if (wwn.isPresent() && !isWwn(wwn.get())) {
            throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "Malformed wwn: " + wwn.get());
        }
        return wwn;
    }

    private static boolean isWwn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128 || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return text.length() == WWN_DIGITS;
    }
}
