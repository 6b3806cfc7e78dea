package dev.jvirt.virsh.host;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.host.CpuBaselineFlag;
import dev.jvirt.api.host.CpuCompareFlag;
import dev.jvirt.api.host.CpuCompareResult;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// The commands about models of processors.
final class ProcessorModels {
    private final Hypervisor hypervisor;
    private final Output output;

    ProcessorModels(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command models() {
        return command("cpu-models", "CPU models")
                .description("List the models of processors that libvirt knows.")
                .option(
                        Option.data("arch", "of this architecture")
                                .completedBy(HostChoices.architectures()))
                .run(this::models);
    }

    private void models(Words words) {
        String architecture = words.require("arch");
        List<String> models =
                Attempt.get(
                        "failed to get CPU model names",
                        () -> hypervisor.connection().hypervisor().cpuModels(architecture, 0));
        if (models.isEmpty()) {
            output.extra("all CPU models are accepted\n");
        }
        models.forEach(output::line);
    }

    Command baseline() {
        return command("cpu-baseline", "the processor that several have in common")
                .description("Print the processor that several have in common.")
                .option(Option.data("file", "the file that describes them, in XML"))
                .flag("features", "with the features that its model stands for")
                .flag("migratable", "without what keeps guests from moving")
                .run(this::baseline);
    }

    private void baseline(Words words) {
        List<String> cpus = documents(words).read();
        Flags<CpuBaselineFlag> flags = baselineFlags(words);
        output.print(hypervisor.connection().hypervisor().baselineCpu(cpus, flags));
    }

    private ProcessorDocuments documents(Words words) {
        return new ProcessorDocuments(hypervisor.shell(), words.require("file"));
    }

    static Flags<CpuBaselineFlag> baselineFlags(Words words) {
        Flags<CpuBaselineFlag> flags = Flags.none();
        if (words.has("features")) {
            flags = flags.with(CpuBaselineFlag.EXPAND_FEATURES);
        }
        if (words.has("migratable")) {
            flags = flags.with(CpuBaselineFlag.MIGRATABLE);
        }
        return flags;
    }

    Command compare() {
        return command("cpu-compare", "compare a processor with the host's")
                .description("Compare a processor with the host's")
                .option(Option.data("file", "the file that describes it, in XML"))
                .flag("error", "call it an error if they do not fit")
                .flag("validate", "check the XML against the schema first")
                .run(this::compare);
    }

    private void compare(Words words) {
        String file = words.require("file");
        String cpu = documents(words).read().getFirst();
        Flags<CpuCompareFlag> flags = compareFlags(words);
        CpuCompareResult result =
                Attempt.get(
                        "Failed to compare host CPU with " + file,
                        () -> hypervisor.connection().hypervisor().compareCpu(cpu, flags));
        switch (result) {
            case INCOMPATIBLE -> {
                output.line("CPU described in " + file + " is incompatible with host CPU");
                throw CommandFailure.silent();
            }
            case IDENTICAL -> output.line("CPU described in " + file + " is identical to host CPU");
            case SUPERSET -> output.line("Host CPU is a superset of CPU described in " + file);
            case ERROR -> throw new CommandFailure("Failed to compare host CPU with " + file);
        }
    }

    static Flags<CpuCompareFlag> compareFlags(Words words) {
        Flags<CpuCompareFlag> flags = Flags.none();
        if (words.has("error")) {
            flags = flags.with(CpuCompareFlag.FAIL_INCOMPATIBLE);
        }
        if (words.has("validate")) {
            flags = flags.with(CpuCompareFlag.VALIDATE_XML);
        }
        return flags;
    }
}
