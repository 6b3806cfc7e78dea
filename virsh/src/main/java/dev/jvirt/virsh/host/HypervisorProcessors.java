package dev.jvirt.virsh.host;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.host.CpuCompareResult;
import dev.jvirt.api.host.EmulatorChoice;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Quoting;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// The commands about what a hypervisor can give its guests.
final class HypervisorProcessors {
    private static final String EMULATOR = "emulator";

    private final Hypervisor hypervisor;
    private final Output output;

    HypervisorProcessors(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    private static Command.Builder choice(Command.Builder begun, String emulator) {
        return begun.option(
                        Option.string("virttype", "the type of the hypervisor")
                                .completedBy(HostChoices.hypervisors()))
                .string(emulator, "the path of its program")
                .option(
                        Option.string("arch", "the architecture of the guest")
                                .completedBy(HostChoices.architectures()))
                .string("machine", "the type of the guest's machine");
    }

    private static EmulatorChoice chosen(Words words, String emulator) {
        return new EmulatorChoice(
                words.text(emulator),
                words.text("arch"),
                words.text("machine"),
                words.text("virttype"));
    }

    Command domainCapabilities() {
        return choice(
                        command("domcapabilities", "domain capabilities")
                                .description("Print what a hypervisor can give its guests."),
                        "emulatorbin")
                .run(this::domainCapabilities);
    }

    private void domainCapabilities(Words words) {
        EmulatorChoice emulator = chosen(words, "emulatorbin");
        output.line(
                Attempt.get(
                        "failed to get emulator capabilities",
                        () ->
                                hypervisor
                                        .connection()
                                        .hypervisor()
                                        .domainCapabilities(emulator, Flags.none())));
    }

    Command baseline() {
        return choice(
                        command(
                                        "hypervisor-cpu-baseline",
                                        "the processor that guests on several hosts can have")
                                .description(
                                        "Print the processor that several have in common and that"
                                                + " a hypervisor can give its guests.")
                                .string("file", "the file that describes them, in XML"),
                        EMULATOR)
                .flag("features", "with the features that its model stands for")
                .flag("migratable", "without what keeps guests from moving")
                .string("model", "one model instead of a file")
                .run(this::baseline);
    }

    private void baseline(Words words) {
        words.exclusive("file", "model");
        var file = words.text("file");
        EmulatorChoice emulator = chosen(words, EMULATOR);
        var model = words.text("model");
        if (file.isEmpty() && model.isEmpty()) {
            throw new CommandFailure("Either --file or --model must be provided");
        }
        List<String> cpus =
                file.isPresent()
                        ? new ProcessorDocuments(hypervisor.shell(), file.get()).read()
                        : List.of(
                                "<cpu><model>" + Quoting.xml(model.orElse("")) + "</model></cpu>");
        output.print(
                hypervisor
                        .connection()
                        .hypervisor()
                        .baselineHypervisorCpu(
                                emulator, cpus, ProcessorModels.baselineFlags(words)));
    }

    Command compare() {
        return choice(
                        command(
                                        "hypervisor-cpu-compare",
                                        "compare a processor with what guests can have")
                                .description(
                                        "Compare a processor with the one that a hypervisor can"
                                                + " give its guests")
                                .option(Option.data("file", "the file that describes it, in XML")),
                        EMULATOR)
                .flag("error", "call it an error if they do not fit")
                .flag("validate", "check the XML against the schema first")
                .run(this::compare);
    }

    private void compare(Words words) {
        String file = words.require("file");
        EmulatorChoice emulator = chosen(words, EMULATOR);
        String cpu = new ProcessorDocuments(hypervisor.shell(), file).read().getFirst();
        String failure = "Failed to compare hypervisor CPU with " + file;
        CpuCompareResult result =
                Attempt.get(
                        failure,
                        () ->
                                hypervisor
                                        .connection()
                                        .hypervisor()
                                        .compareHypervisorCpu(
                                                emulator,
                                                cpu,
                                                ProcessorModels.compareFlags(words)));
        String provided = "the CPU provided by hypervisor on the host";
        switch (result) {
            case INCOMPATIBLE -> {
                output.line("CPU described in " + file + " is incompatible with " + provided);
                throw CommandFailure.silent();
            }
            case IDENTICAL ->
                    output.line("CPU described in " + file + " is identical to " + provided);
            case SUPERSET ->
                    output.line(
                            "The CPU provided by hypervisor on the host is a superset of CPU"
                                    + " described in "
                                    + file);
            case ERROR -> throw new CommandFailure(failure);
        }
    }
}
