package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// `<dns>`: what the network's own name server does.
///
/// @param enable whether there is one; there is unless told otherwise
/// @param forwardPlainNames whether it asks others about names without a domain
/// @param forwarders whom it asks
/// @param texts records of type TXT
/// @param services records of type SRV
/// @param hosts names of addresses
public record Dns(
        Optional<Boolean> enable,
        Optional<Boolean> forwardPlainNames,
        List<Forwarder> forwarders,
        List<Txt> texts,
        List<DnsService> services,
        List<Host> hosts) {
    /// No settings at all.
    public static final Dns NONE =
            new Dns(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of());

    /// `<forwarder>`: who is asked.
    ///
    /// @param domain about which names; about all if absent
    /// @param address whom; nobody if absent
    public record Forwarder(Optional<String> domain, Optional<InternetAddress> address) {}

    /// `<txt>`: a text for a name.
    public record Txt(String name, String value) {}

    /// `<host>`: the names of an address.
    public record Host(InternetAddress address, List<String> names) {
        /// A host with its own copy of the names.
        public Host {
            names = List.copyOf(names);
        }
    }

    /// Settings with their own copies.
    public Dns {
        forwarders = List.copyOf(forwarders);
        texts = List.copyOf(texts);
        services = List.copyOf(services);
        hosts = List.copyOf(hosts);
    }

    static Dns parse(Element dns, String network) {
        var forwarders = new ArrayList<Forwarder>();
        for (Element forwarder : dns.children("forwarder")) {
            forwarders.add(forwarder(forwarder, network));
        }
        var hosts = new ArrayList<Host>();
        for (Element host : dns.children("host")) {
            hosts.add(host(host, network));
        }
        var services = new ArrayList<DnsService>();
        for (Element service : dns.children("srv")) {
            services.add(DnsService.parse(service, network));
        }
        var texts = new ArrayList<Txt>();
        for (Element text : dns.children("txt")) {
            texts.add(text(text, network));
        }
        var parsed =
                new Dns(
                        dns.yesNo("enable"),
                        dns.yesNo("forwardPlainNames"),
                        forwarders,
                        texts,
                        services,
                        hosts);
        if (!parsed.enable.orElse(true) && parsed.hasRecords()) {
            throw new LibvirtException(
                    XML_ERROR, "Extra data in disabled network '%s'".formatted(network));
        }
        return parsed;
    }

    private static Forwarder forwarder(Element forwarder, String network) {
        var address = forwarder.attribute("addr");
        var domain = forwarder.attribute("domain");
        if (address.isEmpty() && domain.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Invalid forwarder element, must contain at least one of addr or domain");
        }
        var number = address.flatMap(InternetAddress::parse);
        if (address.isPresent() && number.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Invalid forwarder IP address '%s' in network '%s'"
                            .formatted(address.get(), network));
        }
        return new Forwarder(domain, number);
    }

    static Host host(Element host, String network) {
        var ip = host.attribute("ip").filter(a -> !a.isEmpty());
        if (ip.isEmpty()) {
            throw wrongHost("Missing IP address", network);
        }
        var address = InternetAddress.parse(ip.get());
        if (address.isEmpty()) {
            throw wrongHost("Invalid IP address", network);
        }
        var names = new ArrayList<String>();
        for (Element name : host.children("hostname")) {
            if (name.text().isEmpty()) {
                throw wrongHost("Missing hostname", network);
            }
            names.add(name.text());
        }
        if (names.isEmpty()) {
            throw wrongHost("Missing hostname", network);
        }
        return new Host(address.get(), names);
    }

    static LibvirtException wrongHost(String what, String network) {
        return new LibvirtException(
                XML_DETAIL, "%s in network '%s' DNS HOST record".formatted(what, network));
    }

    /// Which host is meant by an entry that need not tell everything.
    static Predicate<Host> search(Element host, String network) {
        var ip = host.attribute("ip").filter(a -> !a.isEmpty());
        var address = ip.flatMap(InternetAddress::parse);
        if (ip.isPresent() && address.isEmpty()) {
            throw wrongHost("Invalid IP address", network);
        }
        var names = new ArrayList<String>();
        host.children("hostname").forEach(name -> names.add(name.text()));
        if (address.isEmpty() && names.isEmpty()) {
            throw wrongHost("Missing ip and hostname", network);
        }
        return known ->
                address.filter(known.address()::equals).isPresent()
                        || names.stream().anyMatch(known.names()::contains);
    }

    /// The name in an entry for a text.
    static String textName(Element text, String network) {
        var name = text.attribute("name");
        if (name.isEmpty()) {
            throw new LibvirtException(
                    XML_DETAIL,
                    "missing required name attribute in DNS TXT record of network " + network);
        }
        if (name.get().contains(" ") || name.get().contains(",")) {
            throw new LibvirtException(
                    XML_DETAIL,
                    "prohibited character in DNS TXT record name '%s' of network %s"
                            .formatted(name.get(), network));
        }
        return name.get();
    }

    static Txt text(Element text, String network) {
        String name = textName(text, network);
        var value = text.attribute("value");
        if (value.isEmpty()) {
            throw new LibvirtException(
                    XML_DETAIL,
                    "missing required value attribute in DNS TXT record named '%s' of network %s"
                            .formatted(name, network));
        }
        return new Txt(name, value.get());
    }

    private boolean hasRecords() {
        return !(forwarders.isEmpty() && texts.isEmpty() && services.isEmpty() && hosts.isEmpty());
    }

    Dns withTexts(List<Txt> value) {
        return new Dns(enable, forwardPlainNames, forwarders, value, services, hosts);
    }

    Dns withServices(List<DnsService> value) {
        return new Dns(enable, forwardPlainNames, forwarders, texts, value, hosts);
    }

    Dns withHosts(List<Host> value) {
        return new Dns(enable, forwardPlainNames, forwarders, texts, services, value);
    }

    void format(XmlWriter out) {
        out.startOptional("dns")
                .yesNo("enable", enable)
                .yesNo("forwardPlainNames", forwardPlainNames);
        for (Forwarder forwarder : forwarders) {
            out.start("forwarder")
                    .attribute("domain", forwarder.domain())
                    .attribute("addr", forwarder.address().map(InternetAddress::toString))
                    .end();
        }
        for (Txt text : texts) {
            out.start("txt").attribute("name", text.name()).attribute("value", text.value()).end();
        }
        for (DnsService service : services) {
            service.format(out);
        }
        for (Host host : hosts) {
            out.start("host").attribute("ip", host.address().toString());
            for (String name : host.names()) {
                out.leaf("hostname", name);
            }
            out.end();
        }
        out.end();
    }
}
