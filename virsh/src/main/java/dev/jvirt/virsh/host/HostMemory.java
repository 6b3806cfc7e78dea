package dev.jvirt.virsh.host;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Host;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.InParallel;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// The commands about the memory of the host.
final class HostMemory {
    private static final List<String> SHARED =
            List.of("shm-pages-to-scan", "shm-sleep-millisecs", "shm-merge-across-nodes");

    private final Hypervisor hypervisor;
    private final Output output;

    HostMemory(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command free() {
        return command("freecell", "NUMA free memory")
                .description("Print the free memory of the host.")
                .option(
                        Option.number("cellno", "of this NUMA cell")
                                .completedBy(HostChoices.cells(hypervisor)))
                .flag("all", "of each NUMA cell")
                .run(this::free);
    }

    private void free(Words words) {
        words.exclusive("all", "cellno");
        var cell = words.number("cellno");
        if (words.has("all")) {
            freeOfAll();
        } else if (cell.isPresent()) {
            List<Long> free = host().cellsFreeMemory(cell.getAsInt(), 1);
            if (free.size() != 1) {
                throw CommandFailure.silent();
            }
            output.line(cell.getAsInt() + ": " + (free.getFirst() >>> 10) + " KiB");
        } else {
            output.line("Total: " + (hypervisor.connection().freeMemory() >>> 10) + " KiB");
        }
    }

    private Host host() {
        return hypervisor.connection().host();
    }

    private void freeOfAll() {
        List<Integer> cells = Topology.of(hypervisor).cells();
        if (cells.isEmpty()) {
            throw new CommandFailure("could not get information about NUMA topology");
        }
        List<Long> free = InParallel.map(cells, this::freeOf);
        long total = 0;
        for (int i = 0; i < cells.size(); i++) {
            output.line(right(cells.get(i).toString(), 5) + ": " + kib(free.get(i)));
            total += free.get(i);
        }
        output.extra("--------------------\n");
        output.extra("Total: " + kib(total) + "\n");
    }

    private long freeOf(int cell) {
        String failure = "failed to get free memory for NUMA node number: " + cell;
        List<Long> free = Attempt.get(failure, () -> host().cellsFreeMemory(cell, 1));
        if (free.size() != 1) {
            throw new CommandFailure(failure);
        }
        return free.getFirst();
    }

    private static String kib(long bytes) {
        return right(Long.toUnsignedString(bytes >>> 10), 10) + " KiB";
    }

    /// A text with blanks in front.
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    Command statistics() {
        return command("nodememstats", "how the host's memory is used")
                .description("Print how the memory of the host is used, in KiB.")
                .option(
                        Option.number("cell", "only that of this NUMA cell")
                                .completedBy(HostChoices.cells(hypervisor)))
                .run(this::statistics);
    }

    private void statistics(Words words) {
        int cell = words.number("cell").orElse(Host.ALL);
        List<HostStatistic> statistics =
                Attempt.get(
                        "Unable to get number of memory stats", () -> host().memoryStats(cell, 0));
        for (HostStatistic statistic : statistics) {
            String name = statistic.name();
            output.line(
                    name
                            + " ".repeat(Math.max(0, 7 - name.length()))
                            + ": "
                            + right(Long.toUnsignedString(statistic.value()), 20)
                            + " KiB");
        }
    }

    Command tune() {
        return command("node-memory-tune", "how the host merges equal pages")
                .description("Print or set how the host looks for equal pages of memory")
                .option(Option.number("shm-pages-to-scan", "pages to look at before a pause"))
                .option(Option.number("shm-sleep-millisecs", "milliseconds of a pause"))
                .option(
                        Option.number(
                                "shm-merge-across-nodes", "1 to merge pages of different cells"))
                .run(this::tune);
    }

    private void tune(Words words) {
        var builder = TypedParameters.builder();
        boolean set = false;
        for (String option : SHARED) {
            var value = words.unsignedNumber(option);
            if (value.isPresent()) {
                set = true;
                builder.put(
                        option.replace('-', '_'),
                        TypedValue.ofUnsignedInt((int) value.getAsLong()));
            }
        }
        if (set) {
            TypedParameters parameters = builder.build();
            Attempt.to(
                    "Unable to change memory parameters",
                    () -> host().setMemoryParameters(parameters, 0));
            return;
        }
        TypedParameters parameters =
                Attempt.get(
                        "Unable to get number of memory parameters",
                        () -> host().memoryParameters(0));
        if (parameters.isEmpty()) {
            return;
        }
        output.line("Shared memory:");
        for (TypedParameter parameter : parameters.parameters()) {
            String name = parameter.name();
            output.line(
                    "\t"
                            + name
                            + " ".repeat(Math.max(0, 15 - name.length()))
                            + " "
                            + Parameters.text(parameter.value()));
        }
    }
}
