package dev.jvirt.virsh.host;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.host.AllocPagesFlag;
import dev.jvirt.api.host.FreePages;
import dev.jvirt.api.host.PageAllocation;
import dev.jvirt.api.host.PageCount;
import dev.jvirt.api.host.PageSelection;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.OptionalInt;

/// The commands about the pages of the host's memory.
final class HostPages {
    private static final int KIB = 1024;

    private final Hypervisor hypervisor;
    private final Output output;

    HostPages(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command free() {
        return command("freepages", "NUMA free pages")
                .description("Print the free pages of a NUMA cell.")
                .option(
                        Option.number("cellno", "the number of the NUMA cell")
                                .completedBy(HostChoices.cells(hypervisor)))
                .option(
                        Option.number("pagesize", "the size of the pages, in KiB")
                                .completedBy(HostChoices.pageSizes(hypervisor)))
                .flag("all", "all cells")
                .run(this::free);
    }

    private void free(Words words) {
        words.exclusive("all", "cellno");
        OptionalInt cell = words.number("cellno");
        OptionalInt size = pageSize(words);
        if (words.has("all")) {
            freeOfAll(size);
            return;
        }
        if (cell.isEmpty()) {
            throw new CommandFailure("missing cellno argument");
        }
        if (cell.getAsInt() < -1) {
            throw new CommandFailure("cell number must be non-negative integer or -1");
        }
        if (size.isEmpty()) {
            throw new CommandFailure("missing pagesize argument");
        }
        print(ask(cell.getAsInt(), List.of(size.getAsInt())));
    }

    private static OptionalInt pageSize(Words words) {
        var bytes = words.scaledNumber("pagesize", KIB);
        if (bytes.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.ceilDiv(bytes.getAsLong(), KIB));
    }

    private void freeOfAll(OptionalInt size) {
        Topology topology = Topology.of(hypervisor);
        List<Integer> sizes = size.isPresent() ? List.of(size.getAsInt()) : topology.pageSizes();
        if (sizes.isEmpty()) {
            throw new CommandFailure("could not get information about supported page sizes");
        }
        List<Integer> cells = topology.cells();
        if (cells.isEmpty()) {
            throw new CommandFailure("could not get information about NUMA topology");
        }
        for (int cell : cells) {
            List<FreePages> free = ask(cell, sizes);
            output.line("Node " + cell + ":");
            print(free);
            output.line("");
        }
    }

    private List<FreePages> ask(int cell, List<Integer> sizes) {
        var selection = new PageSelection(sizes, cell, 1);
        return hypervisor.connection().host().freePages(selection, 0);
    }

    private void print(List<FreePages> free) {
        for (FreePages pages : free) {
            output.line(Integer.toUnsignedString(pages.size()) + "KiB: " + pages.count());
        }
    }

    Command allocate() {
        return command("allocpages", "take memory for huge pages, or give it back")
                .description("Take memory for huge pages of a NUMA cell, or give it back.")
                .option(
                        Option.number("pagesize", "the size of the pages, in KiB")
                                .completedBy(HostChoices.pageSizes(hypervisor))
                                .mandatory())
                .option(Option.number("pagecount", "how many pages").mandatory())
                .option(
                        Option.number("cellno", "the number of the NUMA cell")
                                .completedBy(HostChoices.cells(hypervisor)))
                .flag("add", "add so many pages, do not set their number")
                .flag("all", "all cells")
                .run(this::allocate);
    }

    private void allocate(Words words) {
        words.exclusive("all", "cellno");
        int cell = words.number("cellno").orElse(-1);
        int size = pageSize(words).orElse(0);
        long count = words.unsignedLong("pagecount");
        Flags<AllocPagesFlag> flags =
                words.has("add") ? Flags.none() : Flags.of(AllocPagesFlag.SET);
        int first = words.has("all") ? 0 : cell;
        int cells = words.has("all") ? Topology.of(hypervisor).cells().size() : 1;
        hypervisor
                .connection()
                .host()
                .allocPages(
                        new PageAllocation(List.of(new PageCount(size, count)), first, cells),
                        flags);
    }
}
