package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands that tell where a person can see a guest.
final class DomainDisplays {
    private static final List<String> TYPES = List.of("vnc", "spice", "rdp", "dbus");
    private static final int FIRST_VNC_PORT = 5900;
    private static final String DBUS_SOCKET = "unix:path=";

    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    DomainDisplays(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command display() {
        return command("domdisplay", "domain display connection URI")
                .description("Print the URI of the display of a running guest.")
                .option(domains.option())
                .flag("include-password", "with its password")
                .option(
                        Option.string("type", "only of this type: vnc, spice, rdp or dbus")
                                .completedBy(new Types()))
                .flag("all", "of all displays, not only of the first")
                .run(this::display);
    }

    private void display(Words words) {
        Domain domain = domains.find(words);
        if (!domain.isActive()) {
            throw new CommandFailure("Domain is not running");
        }
        Optional<String> type = words.text("type");
        boolean withPassword = words.has("include-password");
        XmlElement devices =
                devices(domain, withPassword ? Flags.of(DomainXmlFlag.SECURE) : Flags.none());
        var found = new ArrayList<String>();
        for (String candidate : type.map(List::of).orElse(TYPES)) {
            graphics(devices, candidate).flatMap(this::uri).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw new CommandFailure(
                    type.map("No graphical display with type '%s' found"::formatted)
                            .orElse("No graphical display found"));
        }
        if (words.has("all")) {
            found.forEach(output::line);
        } else {
            output.print(found.getFirst());
        }
    }

    private static Optional<XmlElement> graphics(XmlElement devices, String type) {
        for (XmlElement graphics : devices.children("graphics")) {
            if (graphics.attribute("type").equals(type) && TYPES.contains(type)) {
                return Optional.of(graphics);
            }
        }
        return Optional.empty();
    }

    private Optional<String> uri(XmlElement graphics) {
        String type = graphics.attribute("type");
        if (type.equals("dbus")) {
            String address = graphics.attribute("address");
            return address.startsWith(DBUS_SOCKET)
                    ? Optional.of("dbus+unix://" + address.substring(DBUS_SOCKET.length()))
                    : Optional.empty();
        }
        int port = port(graphics, "port");
        int tlsPort = port(graphics, "tlsPort");
        String socket = graphics.attribute("socket");
        if (port == 0 && tlsPort == 0) {
            return socket.isEmpty() ? Optional.empty() : Optional.of(type + "+unix://" + socket);
        }
        String password = graphics.attribute("passwd");
        var uri = new StringBuilder(type).append("://");
        if (type.equals("vnc") && !password.isEmpty()) {
            uri.append(':').append(password).append('@');
        }
        String host = host(graphics);
        uri.append(host.indexOf(':') < 0 ? host : "[" + host + "]");
        if (port != 0) {
            uri.append(':').append(type.equals("vnc") ? port - FIRST_VNC_PORT : port);
        }
        if (tlsPort != 0) {
            uri.append("?tls-port=").append(tlsPort);
        }
        if (type.equals("spice") && !password.isEmpty()) {
            uri.append(tlsPort == 0 ? '?' : '&').append("password=").append(password);
        }
        return Optional.of(uri.toString());
    }

    private static int port(XmlElement graphics, String attribute) {
        return Math.max(0, Numbers.toInt(graphics.attribute(attribute), 10).orElse(0));
    }

    /// Where the display listens, or where its hypervisor is if it listens everywhere.
    private String host(XmlElement graphics) {
        String listen = graphics.attribute("listen");
        if (listen.isEmpty()) {
            listen = graphics.child("listen").attribute("address");
        }
        if (!listen.isEmpty() && !listen.equals("0.0.0.0") && !listen.equals("::")) {
            return listen;
        }
        return ConnectUri.parse(hypervisor.connection().uri()).host().orElse("localhost");
    }

    Command vnc() {
        return command("vncdisplay", "vnc display")
                .description("Print address and number of the VNC display of a running guest.")
                .option(domains.option())
                .run(this::vnc);
    }

    private void vnc(Words words) {
        Domain domain = domains.find(words);
        if (!domain.isActive()) {
            throw new CommandFailure("Domain is not running");
        }
        Optional<XmlElement> graphics = graphics(devices(domain, Flags.none()), "vnc");
        int port = graphics.map(vnc -> port(vnc, "port")).orElse(0);
        if (port == 0) {
            throw new CommandFailure("Failed to get VNC port. Is this domain using VNC?");
        }
        String listen = graphics.map(vnc -> vnc.attribute("listen")).orElse("");
        String address = listen.equals("0.0.0.0") ? "" : listen;
        output.line(address + ":" + (port - FIRST_VNC_PORT));
    }

    Command tty() {
        return command("ttyconsole", "tty console")
                .description("Print the terminal device of the console of a running guest.")
                .option(domains.option())
                .run(this::tty);
    }

    private void tty(Words words) {
        XmlElement devices = devices(domains.find(words), Flags.none());
        String tty = devices.child("console").attribute("tty");
        if (tty.isEmpty()) {
            throw CommandFailure.silent();
        }
        output.line(tty);
    }

    private static XmlElement devices(Domain domain, Flags<DomainXmlFlag> flags) {
        return XmlQuery.of(domain.xml(flags)).root().child("devices");
    }

    private record Types() implements Completer {
        @Override
        public List<String> candidates(Words words) {
            return TYPES;
        }
    }
}
