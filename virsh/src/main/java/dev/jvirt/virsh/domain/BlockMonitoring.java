package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.BlockInfo;
import dev.jvirt.api.domain.BlockStats;
import dev.jvirt.api.domain.DiskError;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The commands about the sizes, the use and the errors of disks.
final class BlockMonitoring {
    private static final int LABELS = 15;
    private static final int HUMAN_LABELS = 31;

    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    BlockMonitoring(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command errors() {
        return command("domblkerror", "Show errors on block devices")
                .description("List the disks that gave the guest errors.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .run(this::errors);
    }

    private void errors(Words words) {
        List<DiskError> errors = domains.find(words).disks().errors(0);
        if (errors.isEmpty()) {
            output.line("No errors found");
        }
        for (DiskError error : errors) {
            String what =
                    switch (error.error()) {
                        case NONE -> "no error";
                        case UNSPEC -> "unspecified error";
                        case NO_SPACE -> "no space";
                    };
            output.line(error.disk() + ": " + what);
        }
    }

    Command info() {
        return command("domblkinfo", "domain block device size information")
                .description("Print how large a disk is and how much room it takes on the host.")
                .option(domains.option())
                .option(
                        Option.string("device", "target or file of the disk")
                                .completedBy(devices.disks()))
                .flag("human", "for people to read")
                .flag("all", "of all disks")
                .run(this::info);
    }

    private void info(Words words) {
        Domain domain = domains.find(words);
        boolean human = words.has("human");
        Optional<String> device = words.text("device");
        if (words.has("all")) {
            all(domain, human);
            return;
        }
        String disk =
                device.orElseThrow(
                        () -> new CommandFailure("command 'domblkinfo' requires <device> option"));
        BlockInfo info = domain.disks().info(disk, 0);
        output.field("Capacity:", LABELS, size(info, info.capacity(), human));
        output.field("Allocation:", LABELS, size(info, info.allocation(), human));
        output.field("Physical:", LABELS, size(info, info.physical(), human));
    }

    private void all(Domain domain, boolean human) {
        boolean active = domain.isActive();
        var table = new Table("Target", "Capacity", "Allocation", "Physical");
        XmlElement all = XmlQuery.of(domain.xml(Flags.none())).root().child("devices");
        for (XmlElement disk : all.children("disk")) {
            String target = disk.child("target").attribute("dev");
            XmlElement source = disk.child("source");
            boolean remote = !source.attribute("protocol").isEmpty();
            boolean unknowable = remote && !active || !source.exists();
            BlockInfo info = info(domain, target, unknowable);
            table.row(
                    target,
                    size(info, info.capacity(), human),
                    size(info, info.allocation(), human),
                    size(info, info.physical(), human));
        }
        output.table(table);
    }

    /// @param unreachable whether the driver may be unable to tell
    private static BlockInfo info(Domain domain, String target, boolean unreachable) {
        try {
            return domain.disks().info(target, 0);
        } catch (LibvirtException e) {
            boolean missing =
                    e.code() == ErrorCode.INTERNAL_ERROR || e.code() == ErrorCode.INVALID_ARG;
            if (unreachable && missing) {
                return new BlockInfo(0, 0, 0);
            }
            throw e;
        }
    }

    private static String size(BlockInfo info, long bytes, boolean human) {
        if (info.capacity() == 0 && info.allocation() == 0 && info.physical() == 0) {
            return "-";
        }
        return human ? Capacity.precise(bytes) : Long.toUnsignedString(bytes);
    }

    Command statistics() {
        return command("domblkstat", "get device block stats for a domain")
                .description("Print how much was read from and written to a disk, or to all disks.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.string("device", "target or file of the disk")
                                .allowingEmpty()
                                .completedBy(devices.disks()))
                .flag("human", "for people to read")
                .run(this::statistics);
    }

    private void statistics(Words words) {
        Domain domain = domains.find(words);
        String device = words.text("device").orElse("");
        boolean human = words.has("human");
        TypedParameters statistics;
        try {
            statistics = domain.disks().statistics(device, 0);
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            old(domain, device, human);
            return;
        }
        String shown = heading(device, human);
        var printed = new HashSet<String>();
        for (Figure figure : Figure.values()) {
            Optional<String> value = statistics.get(figure.field()).map(TypedValue::text);
            if (value.isPresent()) {
                print(shown, human ? figure.human : figure.plain, value.get(), human);
                printed.add(figure.field());
            }
        }
        for (TypedParameter other : statistics.parameters()) {
            if (!printed.contains(other.name())) {
                print(shown, other.name(), other.value().text(), human);
            }
        }
    }

    private void old(Domain domain, String device, boolean human) {
        BlockStats stats =
                Attempt.get(
                        "Failed to get block stats " + domain.name() + " " + device,
                        () -> domain.disks().stats(device));
        String shown = heading(device, human);
        long[] values = {
            stats.readRequests(),
            stats.readBytes(),
            stats.writeRequests(),
            stats.writeBytes(),
            stats.errors()
        };
        for (int i = 0; i < values.length; i++) {
            Figure figure = Figure.values()[i];
            if (values[i] >= 0) {
                print(shown, human ? figure.human : figure.plain, Long.toString(values[i]), human);
            }
        }
    }

    private String heading(String device, boolean human) {
        if (!human) {
            return device;
        }
        output.line("Device: " + device);
        return "";
    }

    private void print(String device, String label, String value, boolean human) {
        String padded = human ? Labels.padded(label, HUMAN_LABELS) : label;
        output.line(device + " " + padded + " " + value);
    }

    /// What is told of a disk, in the order in which it is printed.
    private enum Figure {
        RD_OPERATIONS("rd_req", "number of read operations:"),
        RD_BYTES("rd_bytes", "number of bytes read:"),
        WR_OPERATIONS("wr_req", "number of write operations:"),
        WR_BYTES("wr_bytes", "number of bytes written:"),
        ERRS("errs", "error count:"),
        FLUSH_OPERATIONS("flush_operations", "number of flush operations:"),
        RD_TOTAL_TIMES("rd_total_times", "total duration of reads (ns):"),
        WR_TOTAL_TIMES("wr_total_times", "total duration of writes (ns):"),
        FLUSH_TOTAL_TIMES("flush_total_times", "total duration of flushes (ns):");

        private final String plain;
        private final String human;

        Figure(String plain, String human) {
            this.plain = plain;
            this.human = human;
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
