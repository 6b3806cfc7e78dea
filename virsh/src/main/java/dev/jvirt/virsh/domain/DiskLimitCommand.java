package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `blkdeviotune`: how fast a domain may use one of its disks.
final class DiskLimitCommand {
    private static final List<String> SIZES =
            List.of(
                    "total-bytes-sec",
                    "read-bytes-sec",
                    "write-bytes-sec",
                    "total-bytes-sec-max",
                    "read-bytes-sec-max",
                    "write-bytes-sec-max");
    private static final List<String> NUMBERS =
            List.of(
                    "total-iops-sec",
                    "read-iops-sec",
                    "write-iops-sec",
                    "write-iops-sec-max",
                    "read-iops-sec-max",
                    "total-iops-sec-max",
                    "size-iops-sec",
                    "total-bytes-sec-max-length",
                    "read-bytes-sec-max-length",
                    "write-bytes-sec-max-length",
                    "total-iops-sec-max-length",
                    "read-iops-sec-max-length",
                    "write-iops-sec-max-length");

    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    DiskLimitCommand(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command tune() {
        Command.Builder command =
                command("blkdeviotune", "Set or query a block device I/O tuning parameters.")
                        .description(
                                "Print how fast a domain may use one of its disks, or change it; 0 means no limit.")
                        .option(domains.option())
                        .option(
                                Option.data("device", "target or file of the disk")
                                        .completedBy(devices.disks()))
                        .option(Option.alias("total_bytes_sec", "total-bytes-sec"))
                        .option(
                                Option.number(
                                        "total-bytes-sec", "bytes per second, read and written"))
                        .option(Option.alias("read_bytes_sec", "read-bytes-sec"))
                        .option(Option.number("read-bytes-sec", "bytes per second that are read"))
                        .option(Option.alias("write_bytes_sec", "write-bytes-sec"))
                        .option(
                                Option.number(
                                        "write-bytes-sec", "bytes per second that are written"))
                        .option(Option.alias("total_iops_sec", "total-iops-sec"))
                        .option(Option.number("total-iops-sec", "operations per second"))
                        .option(Option.alias("read_iops_sec", "read-iops-sec"))
                        .option(Option.number("read-iops-sec", "reads per second"))
                        .option(Option.alias("write_iops_sec", "write-iops-sec"))
                        .option(Option.number("write-iops-sec", "writes per second"))
                        .option(Option.alias("total_bytes_sec_max", "total-bytes-sec-max"))
                        .option(
                                Option.number(
                                        "total-bytes-sec-max", "bytes per second in a burst"));
        return bursts(command).run(this::tune);
    }

    /// Adds the options about bursts.
    private Command.Builder bursts(Command.Builder command) {
        return command.option(Option.alias("read_bytes_sec_max", "read-bytes-sec-max"))
                .option(
                        Option.number(
                                "read-bytes-sec-max", "bytes per second that are read in a burst"))
                .option(Option.alias("write_bytes_sec_max", "write-bytes-sec-max"))
                .option(
                        Option.number(
                                "write-bytes-sec-max",
                                "bytes per second that are written in a burst"))
                .option(Option.alias("total_iops_sec_max", "total-iops-sec-max"))
                .option(Option.number("total-iops-sec-max", "operations per second in a burst"))
                .option(Option.alias("read_iops_sec_max", "read-iops-sec-max"))
                .option(Option.number("read-iops-sec-max", "reads per second in a burst"))
                .option(Option.alias("write_iops_sec_max", "write-iops-sec-max"))
                .option(Option.number("write-iops-sec-max", "writes per second in a burst"))
                .option(Option.alias("size_iops_sec", "size-iops-sec"))
                .option(Option.number("size-iops-sec", "bytes that count as one operation"))
                .option(Option.alias("group_name", "group-name"))
                .string("group-name", "the group of disks that share the limits")
                .option(Option.alias("total_bytes_sec_max_length", "total-bytes-sec-max-length"))
                .option(
                        Option.number(
                                "total-bytes-sec-max-length",
                                "seconds that a burst of bytes may last"))
                .option(Option.alias("read_bytes_sec_max_length", "read-bytes-sec-max-length"))
                .option(
                        Option.number(
                                "read-bytes-sec-max-length",
                                "seconds that a burst of read bytes may last"))
                .option(Option.alias("write_bytes_sec_max_length", "write-bytes-sec-max-length"))
                .option(
                        Option.number(
                                "write-bytes-sec-max-length",
                                "seconds that a burst of written bytes may last"))
                .option(Option.alias("total_iops_sec_max_length", "total-iops-sec-max-length"))
                .option(
                        Option.number(
                                "total-iops-sec-max-length",
                                "seconds that a burst of operations may last"))
                .option(Option.alias("read_iops_sec_max_length", "read-iops-sec-max-length"))
                .option(
                        Option.number(
                                "read-iops-sec-max-length",
                                "seconds that a burst of reads may last"))
                .option(Option.alias("write_iops_sec_max_length", "write-iops-sec-max-length"))
                .option(
                        Option.number(
                                "write-iops-sec-max-length",
                                "seconds that a burst of writes may last"))
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not");
    }

    private void tune(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        String disk = words.require("device");
        TypedParameters wanted = limits(words);
        if (!wanted.isEmpty()) {
            Attempt.to(
                    "Unable to change block I/O throttle",
                    () -> domain.disks().setIoTune(disk, wanted, flags));
            return;
        }
        int count =
                Attempt.get(
                        "Unable to get number of block I/O throttle parameters",
                        () -> domain.disks().ioTuneSize(flags));
        if (count == 0) {
            return;
        }
        TypedParameters present =
                Attempt.get(
                        "Unable to get block I/O throttle parameters",
                        () -> domain.disks().ioTune(disk, flags));
        Labels.print(output, present);
    }

    private static TypedParameters limits(Words words) {
        var limits = TypedParameters.builder();
        try {
            for (String option : SIZES) {
                put(option, words.scaledNumber(option, 1), limits);
            }
            for (String option : NUMBERS) {
                put(option, words.unsignedLongIfGiven(option), limits);
            }
        } catch (CommandFailure e) {
            throw e.and("Unable to parse integer parameter");
        }
        group(words).ifPresent(name -> limits.put("group_name", TypedValue.ofString(name)));
        return limits.build();
    }

    private static Optional<String> group(Words words) {
        try {
            return words.text("group-name");
        } catch (CommandFailure e) {
            throw e.and("Unable to parse group-name parameter");
        }
    }

    private static void put(String option, OptionalLong value, TypedParameters.Builder limits) {
        if (value.isPresent()) {
            limits.put(option.replace('-', '_'), TypedValue.ofUnsignedLong(value.getAsLong()));
        }
    }
}
