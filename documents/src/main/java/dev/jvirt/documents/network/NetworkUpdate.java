package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.OPERATION_INVALID;
import static dev.jvirt.api.ErrorCode.OPERATION_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkUpdateCommand;
import dev.jvirt.api.network.NetworkUpdateSection;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A change of one part of a network: an entry that is added, removed or replaced.
public final class NetworkUpdate {
    private static final String DOCUMENT = "network_update_xml";
    private static final int HIGHEST_COMMAND = NetworkUpdateCommand.ADD_FIRST.code();

    private final NetworkChange change;

    /// The change that a caller asks for.
    public NetworkUpdate(NetworkChange change) {
        this.change = change;
    }

    /// The network with the change.
    ///
    /// @throws LibvirtException OPERATION_INVALID if the entry is there already or is missing,
    /// OPERATION_UNSUPPORTED if such a part cannot be changed, XML_ERROR if the entry makes no
    /// sense
    public NetworkDefinition apply(NetworkDefinition network) {
        return switch (NetworkUpdateSection.of(change.section())) {
            case IP_DHCP_HOST -> host(network, entry(network, "host"));
            case IP_DHCP_RANGE -> range(network, entry(network, "range"));
            case FORWARD_INTERFACE -> forward(network, entry(network, "interface"));
            case PORTGROUP -> group(network, entry(network, "portgroup"));
            case DNS_HOST, DNS_TXT, DNS_SRV -> names(network);
            case BRIDGE -> throw fixed(network, "bridge");
            case DOMAIN -> throw fixed(network, "domain");
            case IP -> throw fixed(network, "ip");
            case FORWARD -> throw fixed(network, "forward");
            case FORWARD_PF -> throw fixed(network, "forward pf");
            case NONE -> throw unsupported("can't update unrecognized section of network");
        };
    }

    private NetworkDefinition names(NetworkDefinition network) {
        Dns dns = network.names().dns();
        Dns changed =
                switch (NetworkUpdateSection.of(change.section())) {
                    case DNS_HOST -> dnsHost(network, dns, entry(network, "host"));
                    case DNS_TXT -> text(network, dns, entry(network, "txt"));
                    default -> service(network, dns, entry(network, "srv"));
                };
        if (!changed.enable().orElse(true)) {
            throw refused(
                    XML_ERROR, "Extra data in disabled network '%s'".formatted(network.name()));
        }
        return network.withDns(changed);
    }

    private Element entry(NetworkDefinition network, String name) {
        Element entry;
        try {
            entry = XmlParser.parse(change.xml(), DOCUMENT);
        } catch (LibvirtException malformed) {
            throw malformed.in(ErrorDomain.NETWORK);
        }
        if (!entry.name().equals(name)) {
            throw refused(
                    XML_ERROR,
                    "unexpected element <%s>, expecting <%s>, while updating network '%s'"
                            .formatted(entry.name(), name, network.name()));
        }
        return entry;
    }

    private NetworkDefinition host(NetworkDefinition network, Element entry) {
        int at = address(network);
        NetworkAddress ip = network.addressing().addresses().get(at);
        boolean ipv6 = ip.address().isIpv6();
        List<DhcpHost> hosts = ip.dhcp().hosts();
        List<DhcpHost> changed;
        if (command() == NetworkUpdateCommand.DELETE) {
            var search = blamed(() -> DhcpHost.parseSearch(entry, ipv6, network.name()));
            if (search.mac().isEmpty() && search.name().isEmpty() && search.address().isEmpty()) {
                throw refused(
                        XML_ERROR,
                        "At least one of name, mac, or ip attribute must be specified for static"
                                + " host definition in network '%s' ".formatted(network.name()));
            }
            int found = find(hosts, search::finds);
            require(
                    found >= 0,
                    "couldn't locate a matching dhcp host entry in network '%s'"
                            .formatted(network.name()));
            changed = without(hosts, found);
        } else {
            DhcpHost host = blamed(() -> DhcpHost.parse(entry, ipv6, network.name()));
            changed = withHost(network, hosts, host);
        }
        return withDhcp(network, at, ip.dhcp().withHosts(changed));
    }

    private List<DhcpHost> withHost(
            NetworkDefinition network, List<DhcpHost> hosts, DhcpHost host) {
        int found = find(hosts, host::clashes);
        if (command() == NetworkUpdateCommand.MODIFY) {
            require(
                    found >= 0,
                    "couldn't locate an existing dhcp host entry with \"mac='%s'\" \"name='%s'\" \"ip='%s'\" in network '%s'"
                            .formatted(
                                    host.mac().orElse("unknown"),
                                    host.name().orElse("(null)"),
                                    host.address(),
                                    network.name()));
            return replaced(hosts, found, host);
        }
        require(
                found < 0,
                "there is an existing dhcp host entry in network '%s' that matches \"%s\""
                        .formatted(network.name(), host.describe()));
        return added(hosts, host);
    }

    private NetworkDefinition range(NetworkDefinition network, Element entry) {
        if (command() == NetworkUpdateCommand.MODIFY) {
            throw unsupported("dhcp ranges cannot be modified, only added or deleted");
        }
        int at = address(network);
        NetworkAddress ip = network.addressing().addresses().get(at);
        Dhcp.Range range = Dhcp.range(entry, ip, network.name());
        List<Dhcp.Range> ranges = ip.dhcp().ranges();
        int found = find(ranges, known -> known.addresses().equals(range.addresses()));
        if (command() == NetworkUpdateCommand.DELETE) {
            require(
                    found >= 0,
                    "couldn't locate a matching dhcp range entry in network '%s'"
                            .formatted(network.name()));
            return withDhcp(network, at, ip.dhcp().withRanges(without(ranges, found)));
        }
        require(
                found < 0,
                "there is an existing dhcp range entry in network '%s' that matches \"<range start='%s' end='%s'/>\""
                        .formatted(
                                network.name(),
                                range.addresses().start(),
                                range.addresses().end()));
        return withDhcp(network, at, ip.dhcp().withRanges(added(ranges, range)));
    }

    /// Which `<ip>` is meant: the one that is told, or else the first that serves addresses
    /// already, or the first of IPv4.
    private int address(NetworkDefinition network) {
        List<NetworkAddress> addresses = network.addressing().addresses();
        int told = change.parentIndex();
        if (told >= 0) {
            require(
                    told < addresses.size(),
                    "couldn't update dhcp host entry - no <ip> element found at index %d in network '%s'"
                            .formatted(told, network.name()));
            return told;
        }
        int found =
                find(
                        addresses,
                        ip -> !ip.dhcp().ranges().isEmpty() || !ip.dhcp().hosts().isEmpty());
        if (found < 0) {
            found = find(addresses, ip -> !ip.address().isIpv6());
        }
        if (found < 0 && !addresses.isEmpty()) {
            found = 0;
        }
        require(
                found >= 0,
                "couldn't update dhcp host entry - no <ip> element found in network '%s'"
                        .formatted(network.name()));
        return found;
    }

    private static NetworkDefinition withDhcp(NetworkDefinition network, int at, Dhcp dhcp) {
        List<NetworkAddress> addresses = network.addressing().addresses();
        return network.withAddresses(replaced(addresses, at, addresses.get(at).withDhcp(dhcp)));
    }

    private NetworkDefinition forward(NetworkDefinition network, Element entry) {
        if (command() == NetworkUpdateCommand.MODIFY) {
            throw unsupported(
                    "forward interface entries cannot be modified, only added or deleted");
        }
        String dev =
                entry.attribute("dev")
                        .orElseThrow(
                                () ->
                                        refused(
                                                XML_ERROR,
                                                "missing dev attribute in <interface> element"));
        List<String> known = network.forward().map(f -> f.devices().interfaces()).orElse(List.of());
        int found = known.indexOf(dev);
        if (command() == NetworkUpdateCommand.DELETE) {
            require(
                    found >= 0,
                    "couldn't find an interface entry in network '%s' matching <interface dev='%s'>"
                            .formatted(network.name(), dev));
            return withInterfaces(network, without(known, found));
        }
        require(
                found < 0,
                "there is an existing interface entry in network '%s' that matches \"<interface dev='%s'>\""
                        .formatted(network.name(), dev));
        return withInterfaces(network, added(known, dev));
    }

    /// A network that forwards nothing does so through no interface either.
    private static NetworkDefinition withInterfaces(
            NetworkDefinition network, List<String> interfaces) {
        return network.forward()
                .filter(f -> f.devices().function().isEmpty() && f.devices().addresses().isEmpty())
                .map(f -> network.withForward(f.withInterfaces(interfaces)))
                .orElse(network);
    }

    private NetworkDefinition group(NetworkDefinition network, Element entry) {
        PortGroup group = blamed(() -> PortGroup.parse(entry));
        List<PortGroup> groups = network.ports().groups();
        int found = find(groups, known -> known.name().equals(group.name()));
        int standard = find(groups, PortGroup::isDefault);
        boolean adds = isAddition();
        require(
                adds || found >= 0,
                "couldn't find a portgroup entry in network '%s' matching <portgroup name='%s'>"
                        .formatted(network.name(), group.name()));
        require(
                !adds || found < 0,
                "there is an existing portgroup entry in network '%s' that matches \"<portgroup name='%s'>\""
                        .formatted(network.name(), group.name()));
        if (command() == NetworkUpdateCommand.DELETE) {
            return network.withGroups(without(groups, found));
        }
        require(
                !group.isDefault() || standard < 0 || standard == found,
                "a different portgroup entry in network '%s' is already set as the default. Only one default is allowed."
                        .formatted(network.name()));
        return network.withGroups(adds ? added(groups, group) : replaced(groups, found, group));
    }

    private Dns dnsHost(NetworkDefinition network, Dns dns, Element entry) {
        if (command() == NetworkUpdateCommand.MODIFY) {
            throw unsupported("DNS HOST records cannot be modified, only added or deleted");
        }
        if (isAddition()) {
            Dns.Host host = blamed(() -> Dns.host(entry, network.name()));
            require(
                    find(dns.hosts(), known -> known.address().equals(host.address())) < 0,
                    "there is already at least one DNS HOST record with a matching field in network "
                            + network.name());
            return dns.withHosts(added(dns.hosts(), host));
        }
        Predicate<Dns.Host> wanted = blamed(() -> Dns.search(entry, network.name()));
        return dns.withHosts(withoutOnly(dns.hosts(), wanted, "DNS HOST", network.name()));
    }

    private Dns text(NetworkDefinition network, Dns dns, Element entry) {
        if (command() == NetworkUpdateCommand.MODIFY) {
            throw unsupported("DNS TXT records cannot be modified, only added or deleted");
        }
        List<Dns.Txt> texts = dns.texts();
        if (isAddition()) {
            Dns.Txt text = blamed(() -> Dns.text(entry, network.name()));
            require(
                    find(texts, known -> known.name().equals(text.name())) < 0,
                    "there is already a DNS TXT record with name '%s' in network %s"
                            .formatted(text.name(), network.name()));
            return dns.withTexts(added(texts, text));
        }
        String name = blamed(() -> Dns.textName(entry, network.name()));
        int found = find(texts, known -> known.name().equals(name));
        require(
                found >= 0,
                "couldn't locate a matching DNS TXT record in network " + network.name());
        return dns.withTexts(without(texts, found));
    }

    private Dns service(NetworkDefinition network, Dns dns, Element entry) {
        if (command() == NetworkUpdateCommand.MODIFY) {
            throw unsupported("DNS SRV records cannot be modified, only added or deleted");
        }
        List<DnsService> services = dns.services();
        if (isAddition()) {
            DnsService service = blamed(() -> DnsService.parse(entry, network.name()));
            require(
                    find(services, service::equals) < 0,
                    "there is already at least one DNS SRV record matching all specified fields in network "
                            + network.name());
            return dns.withServices(added(services, service));
        }
        Predicate<DnsService> wanted = DnsService.search(entry);
        long count = services.stream().filter(wanted).count();
        require(
                count < 2,
                "multiple DNS SRV records matching all specified fields were found in network "
                        + network.name());
        return dns.withServices(withoutOnly(services, wanted, "DNS SRV", network.name()));
    }

    private static <T> List<T> withoutOnly(
            List<T> list, Predicate<T> wanted, String what, String network) {
        long count = list.stream().filter(wanted).count();
        require(
                count > 0,
                "couldn't locate a matching %s record in network %s".formatted(what, network));
        require(
                count < 2,
                "multiple matching %s records were found in network %s".formatted(what, network));
        return without(list, find(list, wanted));
    }

    private NetworkUpdateCommand command() {
        int code = change.command();
        if (code <= 0 || code > HIGHEST_COMMAND) {
            throw unsupported("unrecognized network update command code " + code);
        }
        return NetworkUpdateCommand.of(code);
    }

    private boolean isAddition() {
        return switch (command()) {
            case ADD_FIRST, ADD_LAST -> true;
            case NONE, MODIFY, DELETE -> false;
        };
    }

    private <T> List<T> added(List<T> list, T entry) {
        var copy = new ArrayList<T>(list);
        copy.add(command() == NetworkUpdateCommand.ADD_FIRST ? 0 : copy.size(), entry);
        return copy;
    }

    private static <T> List<T> replaced(List<T> list, int at, T entry) {
        var copy = new ArrayList<T>(list);
        copy.set(at, entry);
        return copy;
    }

    private static <T> List<T> without(List<T> list, int at) {
        var copy = new ArrayList<T>(list);
        copy.remove(at);
        return copy;
    }

    private static <T> int find(List<T> list, Predicate<? super T> wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (wanted.test(list.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static <T> T blamed(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.NETWORK);
        }
    }

    private static void require(boolean met, String complaint) {
        if (!met) {
            throw refused(OPERATION_INVALID, complaint);
        }
    }

    private static LibvirtException fixed(NetworkDefinition network, String section) {
        return unsupported(
                "can't update '%s' section of network '%s'".formatted(section, network.name()));
    }

    private static LibvirtException unsupported(String detail) {
        return refused(OPERATION_UNSUPPORTED, detail);
    }

    private static LibvirtException refused(ErrorCode code, String detail) {
        return new LibvirtException(ErrorDomain.NETWORK, code, detail);
    }
}
