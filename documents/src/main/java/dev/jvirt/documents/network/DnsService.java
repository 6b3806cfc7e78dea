package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.function.Predicate;

/// `<srv>`: where a service is found.
///
/// @param port 0 if none is given
public record DnsService(
        String service,
        String protocol,
        Optional<String> domain,
        Optional<String> target,
        int port,
        int priority,
        int weight) {
    private static final int LONGEST_NAME = 482;
    private static final int LARGEST = 65535;
    private static final String SERVICE_CHARACTERS = "_-+/*";
    private static final String PROTOCOL_CHARACTERS = "-+/";

    static DnsService parse(Element srv, String network) {
        String service = service(srv, network);
        String protocol = protocol(srv, service, network);
        return new DnsService(
                service,
                protocol,
                srv.attribute("domain"),
                srv.attribute("target"),
                number(srv, "port", 1, "invalid DNS SRV port", network),
                number(srv, "priority", 0, "Invalid DNS SRV priority", network),
                number(srv, "weight", 0, "invalid DNS SRV weight", network));
    }

    /// Which service is meant by an entry that need not tell everything.
    static Predicate<DnsService> search(Element srv) {
        return known ->
                isOrUntold(srv, "service", known.service)
                        && isOrUntold(srv, "protocol", known.protocol)
                        && isOrUntold(srv, "domain", known.domain.orElse(""))
                        && isOrUntold(srv, "target", known.target.orElse(""))
                        && isOrUntold(srv, "port", String.valueOf(known.port))
                        && isOrUntold(srv, "priority", String.valueOf(known.priority))
                        && isOrUntold(srv, "weight", String.valueOf(known.weight));
    }

    private static boolean isOrUntold(Element srv, String attribute, String value) {
        return srv.attribute(attribute).filter(told -> !told.equals(value)).isEmpty();
    }

    private static String service(Element srv, String network) {
        var service = srv.attribute("service");
        if (service.isEmpty()) {
            throw refused(
                    "missing required service attribute in DNS SRV record of network '%s'"
                            .formatted(network));
        }
        if (service.get().length() > LONGEST_NAME) {
            throw refused(
                    "service attribute '%s' in network '%s' is too long, limit is %d bytes"
                            .formatted(service.get(), network, LONGEST_NAME));
        }
        if (!consistsOf(service.get(), SERVICE_CHARACTERS)) {
            throw refused(
                    "invalid character in service attribute '%s' in DNS SRV record of network '%s'"
                            .formatted(service.get(), network));
        }
        return service.get();
    }

    private static String protocol(Element srv, String service, String network) {
        var protocol = srv.attribute("protocol");
        if (protocol.isEmpty()) {
            throw refused(
                    "missing required protocol attribute in DNS SRV record '%s' of network '%s'"
                            .formatted(service, network));
        }
        if (!consistsOf(protocol.get(), PROTOCOL_CHARACTERS)) {
            throw refused(
                    "invalid character in protocol attribute '%s' in DNS SRV record of network '%s'"
                            .formatted(protocol.get(), network));
        }
        return protocol.get();
    }

    private static boolean consistsOf(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int number(
            Element srv, String name, int lowest, String complaint, String network) {
        var text = srv.attribute(name);
        if (text.isEmpty()) {
            return 0;
        }
        if (srv.attribute("target").isEmpty()) {
            throw refused(
                    "DNS SRV %s attribute not permitted without target for service '%s' in network '%s'"
                            .formatted(name, srv.attribute("service").orElse(""), network));
        }
        long number = Numbers.parse(text.get(), 10).orElse(-1);
        if (number < lowest || number > LARGEST) {
            throw refused(
                    "%s attribute for service '%s' in network '%s'"
                            .formatted(complaint, srv.attribute("service").orElse(""), network));
        }
        return (int) number;
    }

    private static LibvirtException refused(String message) {
        return new LibvirtException(XML_DETAIL, message);
    }

    void format(XmlWriter out) {
        out.start("srv")
                .attribute("service", service)
                .attribute("protocol", protocol)
                .attribute("domain", domain)
                .attribute("target", target);
        format(out, "port", port);
        format(out, "priority", priority);
        format(out, "weight", weight);
        out.end();
    }

    private static void format(XmlWriter out, String name, int number) {
        if (number != 0) {
            out.attribute(name, number);
        }
    }
}
