package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.OptionalInt;

/// The commands about limits of memory, of the place on NUMA nodes, and of the share of disks.
final class LimitCommands {
    private static final int LABELS = 15;
    private static final long UNLIMITED = Long.MAX_VALUE >> 10;
    private static final List<String> NUMA_MODES =
            List.of("strict", "preferred", "interleave", "restrictive");

    private final Domains domains;
    private final Output output;

    LimitCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command memory() {
        return command("memtune", "Get or set memory parameters")
                .description(
                        "Print the limits of a domain's memory, or change them. A limit below 0 means none.")
                .option(domains.option())
                .option(
                        Option.number(
                                "hard-limit",
                                "memory that it must not exceed, in KiB or with a suffix"))
                .option(Option.number("soft-limit", "memory that it gets when memory is short"))
                .option(Option.number("swap-hard-limit", "memory and swap that it must not exceed"))
                .option(Option.number("min-guarantee", "memory that it always has"))
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::memory);
    }

    private void memory(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        var limits = TypedParameters.builder();
        limit(words, "hard-limit", "hard_limit", limits);
        limit(words, "soft-limit", "soft_limit", limits);
        limit(words, "swap-hard-limit", "swap_hard_limit", limits);
        limit(words, "min-guarantee", "min_guarantee", limits);
        TypedParameters wanted = limits.build();
        if (!wanted.isEmpty()) {
            Attempt.to(
                    "Unable to change memory parameters",
                    () -> domain.tuning().setMemoryParameters(wanted, flags));
            return;
        }
        TypedParameters present =
                Attempt.get(
                        "Unable to get number of memory parameters",
                        () -> domain.tuning().memoryParameters(flags));
        for (TypedParameter one : present.parameters()) {
            boolean unlimited =
                    one.value() instanceof TypedValue.OfUnsignedLong(long value)
                            && value == UNLIMITED;
            print(one.name(), unlimited ? "unlimited" : one.value().text());
        }
    }

    private static void limit(
            Words words, String option, String name, TypedParameters.Builder limits) {
        String text = words.textOrEmpty(option);
        if (!words.has(option)) {
            return;
        }
        boolean negative = text.startsWith("-") && Numbers.toLong(text).isPresent();
        try {
            long kibibytes =
                    negative ? UNLIMITED : kibibytes(words.scaledNumber(option, 1024).orElse(0));
            limits.put(name, TypedValue.ofUnsignedLong(kibibytes));
        } catch (CommandFailure e) {
            String line = "Unable to parse integer parameter " + option;
            throw e.reason() == null
                    ? new CommandFailure(line)
                    : new CommandFailure(line, e.reason());
        }
    }

    private static long kibibytes(long bytes) {
        return bytes / 1024 + (bytes % 1024 == 0 ? 0 : 1);
    }

    Command numa() {
        return command("numatune", "Get or set numa parameters")
                .description(
                        "Print on which NUMA nodes of the host a domain's memory is, or change it.")
                .option(domains.option())
                .option(
                        Option.string(
                                        "mode",
                                        "strict, preferred, interleave or restrictive, or the number of a mode")
                                .completedBy(
                                        new Choices(
                                                "strict",
                                                "preferred",
                                                "interleave",
                                                "restrictive")))
                .string("nodeset", "NUMA nodes of the host")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::numa);
    }

    private void numa(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        var changes = TypedParameters.builder();
        words.text("nodeset")
                .ifPresent(nodes -> changes.put("numa_nodeset", TypedValue.ofString(nodes)));
        words.text("mode").ifPresent(mode -> changes.put("numa_mode", mode(mode)));
        TypedParameters wanted = changes.build();
        if (!wanted.isEmpty()) {
            Attempt.to(
                    "Unable to change numa parameters",
                    () -> domain.tuning().setNumaParameters(wanted, flags));
            return;
        }
        TypedParameters present =
                Attempt.get(
                        "Unable to get number of memory parameters",
                        () -> domain.tuning().numaParameters(flags));
        for (TypedParameter one : present.parameters()) {
            print(one.name(), numaText(one));
        }
    }

    private static TypedValue mode(String text) {
        int known = NUMA_MODES.indexOf(text);
        OptionalInt number = known >= 0 ? OptionalInt.of(known) : Numbers.toInt(text, 0);
        return TypedValue.ofInt(
                number.orElseThrow(() -> new CommandFailure("Invalid mode: " + text)));
    }

    private static String numaText(TypedParameter one) {
        boolean known =
                one.name().equals("numa_mode")
                        && one.value() instanceof TypedValue.OfInt(int mode)
                        && mode >= 0
                        && mode < NUMA_MODES.size();
        return known ? NUMA_MODES.get(Integer.parseInt(one.value().text())) : one.value().text();
    }

    Command disks() {
        return command("blkiotune", "Get or set blkio parameters")
                .description(
                        "Print how a domain shares the host's disks with others, or change it.")
                .option(domains.option())
                .option(Option.number("weight", "its share of the disks"))
                .string("device-weights", "shares of single disks: /path/to/device,weight,...")
                .string(
                        "device-read-iops-sec",
                        "reads per second of single disks: /path/to/device,limit,...")
                .string(
                        "device-write-iops-sec",
                        "writes per second of single disks: /path/to/device,limit,...")
                .string(
                        "device-read-bytes-sec",
                        "bytes read per second of single disks: /path/to/device,limit,...")
                .string(
                        "device-write-bytes-sec",
                        "bytes written per second of single disks: /path/to/device,limit,...")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::disks);
    }

    private void disks(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        var changes = TypedParameters.builder();
        OptionalInt weight = words.number("weight");
        if (weight.isPresent()) {
            if (weight.getAsInt() <= 0) {
                throw new CommandFailure(
                        "Invalid value of " + weight.getAsInt() + " for I/O weight");
            }
            changes.put("weight", TypedValue.ofUnsignedInt(weight.getAsInt()));
        }
        device(words, "device-weights", "device_weight", changes);
        device(words, "device-read-iops-sec", "device_read_iops_sec", changes);
        device(words, "device-write-iops-sec", "device_write_iops_sec", changes);
        device(words, "device-read-bytes-sec", "device_read_bytes_sec", changes);
        device(words, "device-write-bytes-sec", "device_write_bytes_sec", changes);
        TypedParameters wanted = changes.build();
        if (!wanted.isEmpty()) {
            Attempt.to(
                    "Unable to change blkio parameters",
                    () -> domain.tuning().setBlkioParameters(wanted, flags));
            return;
        }
        TypedParameters present =
                Attempt.get(
                        "Unable to get number of blkio parameters",
                        () -> domain.tuning().blkioParameters(flags));
        present.parameters().forEach(one -> print(one.name(), one.value().text()));
    }

    private static void device(
            Words words, String option, String name, TypedParameters.Builder changes) {
        if (!words.has(option)) {
            return;
        }
        String text = words.textOrEmpty(option);
        if (text.isEmpty()) {
            throw new CommandFailure("Unable to parse string parameter");
        }
        changes.put(name, TypedValue.ofString(text));
    }

    private void print(String name, String value) {
        output.line(Labels.padded(name, LABELS) + ": " + value);
    }
}
