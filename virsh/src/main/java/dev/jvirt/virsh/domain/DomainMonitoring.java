package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.domain.ControlErrorReason;
import dev.jvirt.api.domain.ControlInfo;
import dev.jvirt.api.domain.ControlState;
import dev.jvirt.api.domain.DomainInterface;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainIpAddress;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.InterfaceStats;
import dev.jvirt.api.network.IpAddressType;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The commands about the network interfaces of a domain and the control of it.
final class DomainMonitoring {
    private static final double MILLIS = 1000.0;
    private static final String RULE = "-".repeat(79);

    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    DomainMonitoring(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command control() {
        return command("domcontrol", "domain control interface state")
                .description("Print whether the domain can be controlled at the moment.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .run(
                        words -> {
                            ControlInfo info = domains.find(words).statistics().control(0);
                            output.line(text(info));
                        });
    }

    private static String text(ControlInfo info) {
        String state =
                switch (info.state()) {
                    case OK -> "ok";
                    case JOB -> "background job";
                    case OCCUPIED -> "occupied";
                    case ERROR -> "error";
                };
        if (info.state() == ControlState.ERROR) {
            return info.details() > 0 ? state + ": " + reason(info.details()) : state;
        }
        return info.state() == ControlState.OK
                ? state
                : String.format(Locale.ROOT, "%s (%.3fs)", state, info.stateTime() / MILLIS);
    }

    private static String reason(int details) {
        return switch (ControlErrorReason.of(details)) {
            case NONE -> "";
            case UNKNOWN -> "unknown";
            case MONITOR -> "monitor failure";
            case INTERNAL -> "internal (locking) error";
        };
    }

    Command addresses() {
        return command("domifaddr", "Get network interfaces' addresses for a running domain")
                .description("List the addresses of the guest's network interfaces.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.string("interface", "only of this interface")
                                .completedBy(devices.interfaces()))
                .flag("full", "name and MAC address in every line")
                .option(
                        Option.string("source", "who knows them: lease, agent or arp")
                                .completedBy(new Choices("lease", "agent", "arp")))
                .run(this::addresses);
    }

    private void addresses(Words words) {
        Optional<String> wanted = words.text("interface");
        Optional<String> source = words.text("source");
        Domain domain = domains.find(words);
        DomainInterfaceAddressesSource from =
                switch (source.orElse("lease")) {
                    case "lease" -> DomainInterfaceAddressesSource.LEASE;
                    case "agent" -> DomainInterfaceAddressesSource.AGENT;
                    case "arp" -> DomainInterfaceAddressesSource.ARP;
                    default ->
                            throw new CommandFailure(
                                    "Unknown data source '" + source.orElse("") + "'");
                };
        List<DomainInterface> interfaces =
                Attempt.get(
                        "Failed to query for interfaces addresses",
                        () -> domain.guest().interfaceAddresses(from, 0));
        output.extra(" Name       MAC address          Protocol     Address\n" + RULE + "\n");
        for (DomainInterface one : interfaces) {
            if (wanted.orElse(one.name()).equals(one.name())) {
                print(one, words.has("full"));
            }
        }
    }

    private void print(DomainInterface one, boolean full) {
        String mac = one.hardwareAddress().orElse("");
        if (one.addresses().isEmpty()) {
            output.line(start(one.name(), mac) + Labels.padded("N/A", 12) + " N/A");
        }
        boolean first = true;
        for (DomainIpAddress address : one.addresses()) {
            String type = address.type() == IpAddressType.IPV4 ? "ipv4" : "ipv6";
            String text =
                    Labels.padded(type, 12) + " " + address.address() + "/" + address.prefix();
            output.line((full || first ? start(one.name(), mac) : start("-", "-")) + text);
            first = false;
        }
    }

    private static String start(String name, String mac) {
        return " " + Labels.padded(name, 10) + " " + Labels.padded(mac, 17) + "    ";
    }

    Command interfaceStatistics() {
        return command("domifstat", "get network interface stats for a domain")
                .description("Print how much a network interface sent and received.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.data("interface", "its name on the host, or its MAC address")
                                .completedBy(devices.interfaces()))
                .run(this::interfaceStatistics);
    }

    private void interfaceStatistics(Words words) {
        Domain domain = domains.find(words);
        String device = words.require("interface");
        InterfaceStats stats =
                Attempt.get(
                        "Failed to get interface stats " + domain.name() + " " + device,
                        () -> domain.statistics().networkInterface(device));
        print(device, "rx_bytes", stats.rxBytes());
        print(device, "rx_packets", stats.rxPackets());
        print(device, "rx_errs", stats.rxErrors());
        print(device, "rx_drop", stats.rxDropped());
        print(device, "tx_bytes", stats.txBytes());
        print(device, "tx_packets", stats.txPackets());
        print(device, "tx_errs", stats.txErrors());
        print(device, "tx_drop", stats.txDropped());
    }

    private void print(String device, String what, long value) {
        if (value != -1) {
            output.line(device + " " + what + " " + value);
        }
    }
}
