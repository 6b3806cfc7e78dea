package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.IoThreadInfo;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// The commands about the threads that do the input and output of a guest.
final class IoThreadCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    IoThreadCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command info() {
        return command("iothreadinfo", "view domain IOThreads")
                .description(
                        "List the IOThreads of a domain and the CPUs of the host that they may run on.")
                .option(domains.option())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::info);
    }

    private void info(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        int count = HostCpuList.count(hypervisor.connection());
        List<IoThreadInfo> threads =
                Attempt.get(
                        "Unable to get domain IOThreads information",
                        () -> domain.vcpus().ioThreads(flags));
        if (threads.isEmpty()) {
            output.extra("No IOThreads found for the domain");
            return;
        }
        var table = new Table("IOThread ID", "CPU Affinity");
        for (IoThreadInfo thread : threads) {
            table.row(
                    Integer.toUnsignedString(thread.id()),
                    HostCpuList.clipped(thread.cpus(), count).toString());
        }
        output.table(table);
    }

    Command pin() {
        return command("iothreadpin", "control domain IOThread affinity")
                .description("Let an IOThread run only on some CPUs of the host.")
                .option(domains.option())
                .option(
                        Option.number("iothread", "the number of the IOThread")
                                .mandatory()
                                .completedBy(devices.ioThreads()))
                .option(Option.data("cpulist", "CPUs of the host"))
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::pin);
    }

    private void pin(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        String list = words.require("cpulist");
        int thread = (int) words.unsignedNumber("iothread").orElse(0);
        CpuMap cpus = HostCpuList.parse(list, HostCpuList.count(hypervisor.connection()));
        domain.vcpus().pinIoThread(thread, cpus, flags);
    }

    Command add() {
        return command("iothreadadd", "add an IOThread to the guest domain")
                .description("Give a domain another IOThread.")
                .option(domains.option())
                .option(Option.number("id", "the number of the IOThread").mandatory())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(
                        words -> {
                            Flags<DomainAffectFlag> flags = Affected.by(words);
                            Domain domain = domains.find(words);
                            domain.vcpus().addIoThread(id(words), flags);
                        });
    }

    Command delete() {
        return command("iothreaddel", "delete an IOThread from the guest domain")
                .description("Take an IOThread from a domain.")
                .option(domains.option())
                .option(
                        Option.number("id", "the number of the IOThread")
                                .mandatory()
                                .completedBy(devices.ioThreads()))
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(
                        words -> {
                            Flags<DomainAffectFlag> flags = Affected.by(words);
                            Domain domain = domains.find(words);
                            domain.vcpus().deleteIoThread(id(words), flags);
                        });
    }

    Command set() {
        return command("iothreadset", "modifies an existing IOThread of the guest domain")
                .description("Change how an IOThread polls and how many threads it uses.")
                .option(domains.option())
                .option(
                        Option.number("id", "the number of the IOThread")
                                .mandatory()
                                .completedBy(devices.ioThreads()))
                .option(Option.number("poll-max-ns", "nanoseconds to poll at most"))
                .option(Option.number("poll-grow", "factor by which polling gets longer"))
                .option(Option.number("poll-shrink", "factor by which polling gets shorter"))
                .option(Option.number("thread-pool-min", "worker threads at least"))
                .option(Option.number("thread-pool-max", "worker threads at most"))
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::set);
    }

    private void set(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        int id = id(words);
        var changes = TypedParameters.builder();
        words.unsignedLongIfGiven("poll-max-ns")
                .ifPresent(value -> changes.put("poll_max_ns", TypedValue.ofUnsignedLong(value)));
        for (String option : List.of("poll-grow", "poll-shrink")) {
            words.unsignedNumber(option)
                    .ifPresent(
                            value ->
                                    changes.put(
                                            option.replace('-', '_'),
                                            TypedValue.ofUnsignedInt((int) value)));
        }
        for (String option : List.of("thread-pool-min", "thread-pool-max")) {
            words.number(option)
                    .ifPresent(
                            value ->
                                    changes.put(option.replace('-', '_'), TypedValue.ofInt(value)));
        }
        TypedParameters wanted = changes.build();
        if (wanted.isEmpty()) {
            throw new CommandFailure("Not enough arguments passed, nothing to set");
        }
        domain.vcpus().setIoThreadParameters(id, wanted, flags);
    }

    private static int id(Words words) {
        int id = words.number("id").orElse(0);
        if (id <= 0) {
            throw new CommandFailure("Invalid IOThread id value: '" + id + "'");
        }
        return id;
    }
}
