package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.VcpuInfo;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The commands about where the vcpus and the emulator of a domain run.
final class VcpuCommands {
    private static final int LABELS = 15;
    private static final double NANOSECONDS = 1e9;

    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    VcpuCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command info() {
        return command("vcpuinfo", "detailed domain vcpu information")
                .description("Print what each vcpu does and on which CPUs of the host it may.")
                .option(domains.option())
                .flag("pretty", "for people to read")
                .run(this::info);
    }

    private void info(Words words) {
        Domain domain = domains.find(words);
        boolean pretty = words.has("pretty");
        int count = HostCpuList.count(hypervisor.connection());
        domain.info();
        List<VcpuInfo> vcpus;
        try {
            vcpus = domain.vcpus().list();
        } catch (LibvirtException e) {
            if (domain.isActive()) {
                throw e;
            }
            inactive(domain, count, pretty);
            return;
        }
        boolean first = true;
        for (VcpuInfo vcpu : vcpus) {
            if (!first) {
                output.line("");
            }
            first = false;
            field("VCPU:", Integer.toString(vcpu.number()));
            field("CPU:", Integer.toString(vcpu.cpu()));
            field("State:", vcpu.state().name().toLowerCase(Locale.ROOT));
            if (vcpu.cpuTime() != 0) {
                double seconds = vcpu.cpuTime() / NANOSECONDS;
                field("CPU time:", String.format(Locale.ROOT, "%.1fs", seconds));
            }
            affinity(vcpu.cpus(), count, pretty);
        }
    }

    private void inactive(Domain domain, int count, boolean pretty) {
        List<Integer> vcpus = online(domain);
        List<CpuMap> pins = domain.vcpus().pins(Flags.of(DomainAffectFlag.CONFIG));
        boolean first = true;
        for (int vcpu : vcpus) {
            if (!first) {
                output.line("");
            }
            first = false;
            field("VCPU:", Integer.toString(vcpu));
            field("CPU:", "N/A");
            field("State:", "N/A");
            field("CPU time", "N/A");
            affinity(vcpu < pins.size() ? pins.get(vcpu) : CpuMap.none(), count, pretty);
        }
    }

    /// The numbers of the vcpus that an inactive domain will have.
    private static List<Integer> online(Domain domain) {
        String xml = domain.xml(Flags.of(DomainXmlFlag.INACTIVE));
        XmlElement root = XmlQuery.of(xml).root();
        var online = new ArrayList<Integer>();
        List<XmlElement> single = root.child("vcpus").children("vcpu");
        for (XmlElement vcpu : single) {
            if (vcpu.attribute("enabled").equals("yes")) {
                online.add(Integer.parseInt(vcpu.attribute("id")));
            }
        }
        if (single.isEmpty()) {
            XmlElement vcpu = root.child("vcpu");
            String current = vcpu.attribute("current");
            int number = Integer.parseInt(current.isEmpty() ? vcpu.text().strip() : current);
            for (int i = 0; i < number; i++) {
                online.add(i);
            }
        }
        return online;
    }

    private void affinity(CpuMap cpus, int count, boolean pretty) {
        if (pretty) {
            field("CPU Affinity:", HostCpuList.clipped(cpus, count) + " (out of " + count + ")");
            return;
        }
        var marks = new StringBuilder(count);
        for (int cpu = 0; cpu < count; cpu++) {
            marks.append(cpus.has(cpu) ? 'y' : '-');
        }
        field("CPU Affinity:", marks.toString());
    }

    private void field(String label, String value) {
        output.field(label, LABELS, value);
    }

    Command pin() {
        return command("vcpupin", "control or query domain vcpu affinity")
                .description("Print on which CPUs of the host the vcpus may run, or change it.")
                .option(domains.option())
                .option(Option.number("vcpu", "the number of the vcpu"))
                .option(Option.string("cpulist", "CPUs of the host").allowingEmpty())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::pin);
    }

    private void pin(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        Optional<String> list = words.text("cpulist");
        OptionalLong vcpu = words.unsignedNumber("vcpu");
        if (list.isPresent() && vcpu.isEmpty()) {
            throw new CommandFailure("vcpupin: Missing vCPU number in pin mode.");
        }
        int count = HostCpuList.count(hypervisor.connection());
        if (list.isEmpty()) {
            printPins(domain, vcpu, flags, count);
            return;
        }
        CpuMap cpus = HostCpuList.parse(list.get(), count);
        if (Affected.isGiven(words)) {
            domain.vcpus().pin((int) vcpu.orElse(0), cpus, flags);
        } else {
            domain.vcpus().pin((int) vcpu.orElse(0), cpus);
        }
    }

    private void printPins(
            Domain domain, OptionalLong wanted, Flags<DomainAffectFlag> flags, int count) {
        OptionalInt known =
                VcpuCounts.ifThere(
                        domain, new Flags<>(flags.bits() | DomainVcpuFlag.MAXIMUM.bit()));
        if (known.isEmpty()) {
            boolean live = flags.has(DomainAffectFlag.LIVE);
            throw new CommandFailure(
                    "cannot get vcpupin for " + (live ? "offline" : "transient") + " domain");
        }
        if (wanted.isPresent() && wanted.getAsLong() >= known.getAsInt()) {
            boolean live =
                    flags.has(DomainAffectFlag.LIVE)
                            || !flags.has(DomainAffectFlag.CONFIG) && domain.isActive();
            throw new CommandFailure(
                    "vcpu %d is out of range of %s cpu count %d"
                            .formatted(
                                    (int) wanted.getAsLong(),
                                    live ? "live" : "persistent",
                                    known.getAsInt()));
        }
        List<CpuMap> pins = domain.vcpus().pins(flags);
        var table = new Table("VCPU", "CPU Affinity");
        for (int i = 0; i < pins.size(); i++) {
            if (wanted.isEmpty() || wanted.getAsLong() == i) {
                table.row(Integer.toString(i), HostCpuList.clipped(pins.get(i), count).toString());
            }
        }
        output.table(table);
    }

    Command pinEmulator() {
        return command("emulatorpin", "control or query domain emulator affinity")
                .description("Print on which CPUs of the host the emulator may run, or change it.")
                .option(domains.option())
                .option(Option.string("cpulist", "CPUs of the host").allowingEmpty())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::pinEmulator);
    }

    private void pinEmulator(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        Optional<String> list = words.text("cpulist");
        int count = HostCpuList.count(hypervisor.connection());
        if (list.isPresent()) {
            CpuMap cpus = HostCpuList.parse(list.get(), count);
            boolean given = Affected.isGiven(words);
            domain.vcpus().pinEmulator(cpus, given ? flags : flags.with(DomainAffectFlag.LIVE));
            return;
        }
        Optional<CpuMap> pin = domain.vcpus().emulatorPin(flags);
        output.extra("emulator: CPU Affinity\n----------------------------------\n");
        CpuMap cpus = pin.orElseGet(() -> CpuMap.range(0, count - 1));
        output.line("       *: " + HostCpuList.clipped(cpus, count));
    }
}
