package dev.jvirt.virsh.job;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.BlockCommit;
import dev.jvirt.api.domain.DomainBlockCommitFlag;
import dev.jvirt.api.domain.DomainBlockJobAbortFlag;
import dev.jvirt.api.domain.DomainBlockPullFlag;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.event.BlockJobStatus;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.domain.DeviceNames;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands that shorten the chain of backing files of a disk.
final class BlockChainCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    BlockChainCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command pull() {
        return command("blockpull", "Populate a disk from its backing image.")
                .description(
                        "Copy into a disk what it has from its backing files, so that it needs them no more.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.data("path", "target or file of the disk")
                                .completedBy(devices.disks()))
                .option(Option.number("bandwidth", "limit in MiB/s"))
                .string("base", "the backing file to keep")
                .flag("wait", "wait until the job is done")
                .flag("verbose", "show how far it is")
                .option(Option.number("timeout", "seconds to wait, then abort the job"))
                .flag("async", "do not wait for the end")
                .flag("keep-relative", "keep the paths in the backing chain relative")
                .flag("bytes", "the limit is in bytes/s, not in MiB/s")
                .run(this::pull);
    }

    private void pull(Words words) {
        words.requires("verbose", "wait");
        words.requires("async", "wait");
        String disk = words.require("path");
        Optional<String> base = words.text("base");
        long bandwidth = Bandwidth.of(words);
        words.timeoutMillis();
        Domain domain = domains.find(words);
        try (var wait = new BlockJobWait(hypervisor, domain, disk, "Block Pull", words)) {
            startPull(words, domain, new Pulled(disk, base, bandwidth));
            if (!words.has("wait")) {
                output.extra("Block Pull started");
                return;
            }
            ending(wait.await(), "Pull");
        }
        output.extra("\nPull complete");
    }

    /// What is pulled.
    private record Pulled(String disk, Optional<String> base, long bandwidth) {}

    private static void startPull(Words words, Domain domain, Pulled what) {
        Flags<DomainBlockRebaseFlag> flags = Flags.none();
        if (words.has("bytes")) {
            flags = flags.with(DomainBlockRebaseFlag.BANDWIDTH_BYTES);
        }
        if (words.has("keep-relative")) {
            flags = flags.with(DomainBlockRebaseFlag.RELATIVE);
        }
        if (what.base().isPresent() || words.has("keep-relative")) {
            domain.disks().rebase(what.disk(), what.base(), what.bandwidth(), flags);
        } else {
            Flags<DomainBlockPullFlag> plain = new Flags<>(flags.bits());
            domain.disks().pull(what.disk(), what.bandwidth(), plain);
        }
    }

    /// Ends the command if the job did not end well.
    private void ending(BlockJobStatus status, String what) {
        switch (status) {
            case CANCELED -> {
                output.extra("\n" + what + " aborted");
                throw CommandFailure.silent();
            }
            case FAILED, UNKNOWN -> throw new CommandFailure(what + " failed");
            case READY, COMPLETED -> {}
        }
    }

    Command commit() {
        return command("blockcommit", "Start a block commit operation.")
                .description(
                        "Write what is in some files of a disk's chain into the file below them.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.data("path", "target or file of the disk")
                                .completedBy(devices.disks()))
                .option(Option.number("bandwidth", "limit in MiB/s"))
                .string("base", "the file to commit into (default: the last of the chain)")
                .flag("shallow", "into the file right below the top")
                .string("top", "the file to commit from (default: the first of the chain)")
                .flag("active", "the file that is written to, in two steps")
                .flag("delete", "delete the files that were committed")
                .flag("wait", "wait until the job is done")
                .flag("verbose", "show how far it is")
                .option(Option.number("timeout", "seconds to wait, then abort the job"))
                .flag("pivot", "wait, then go on with the file that was committed into")
                .flag("keep-overlay", "wait, then go on with the overlay")
                .flag("async", "do not wait for the end")
                .flag("keep-relative", "keep the paths in the backing chain relative")
                .flag("bytes", "the limit is in bytes/s, not in MiB/s")
                .run(this::commit);
    }

    private void commit(Words words) {
        words.exclusive("pivot", "keep-overlay");
        String disk = words.require("path");
        Optional<String> base = words.text("base");
        Optional<String> top = words.text("top");
        long bandwidth = Bandwidth.of(words);
        boolean timeout = words.timeoutMillis().isPresent();
        boolean pivot = words.has("pivot");
        boolean keep = words.has("keep-overlay");
        boolean blocking = words.has("wait") || timeout || pivot || keep;
        if (!blocking) {
            checkWaiting(words, "keep-overlay");
        }
        boolean active = words.has("active") || pivot || keep;
        Domain domain = domains.find(words);
        try (var wait = new BlockJobWait(hypervisor, domain, disk, "Block commit", words)) {
            domain.disks()
                    .commit(disk, new BlockCommit(base, top, bandwidth), flags(words, active));
            if (!blocking) {
                output.extra((active ? "Active " : "") + "Block Commit started");
                return;
            }
            ending(wait.await(), "Commit");
        }
        if (!active) {
            output.extra("\nCommit complete");
        } else if (pivot) {
            pivot(domain, disk);
        } else if (keep) {
            finish(domain, disk);
            output.extra("\nCommit complete, overlay image kept");
        } else {
            output.extra("\nNow in synchronized phase");
        }
    }

    private static Flags<DomainBlockCommitFlag> flags(Words words, boolean active) {
        Flags<DomainBlockCommitFlag> flags =
                active ? Flags.of(DomainBlockCommitFlag.ACTIVE) : Flags.none();
        if (words.has("bytes")) {
            flags = flags.with(DomainBlockCommitFlag.BANDWIDTH_BYTES);
        }
        if (words.has("shallow")) {
            flags = flags.with(DomainBlockCommitFlag.SHALLOW);
        }
        if (words.has("delete")) {
            flags = flags.with(DomainBlockCommitFlag.DELETE);
        }
        if (words.has("keep-relative")) {
            flags = flags.with(DomainBlockCommitFlag.RELATIVE);
        }
        return flags;
    }

    private void pivot(Domain domain, String disk) {
        Attempt.to(
                "failed to pivot job for disk " + disk,
                () -> domain.disks().abortJob(disk, Flags.of(DomainBlockJobAbortFlag.PIVOT)));
        output.extra("\nSuccessfully pivoted");
    }

    private static void finish(Domain domain, String disk) {
        Attempt.to(
                "failed to finish job for disk " + disk,
                () -> domain.disks().abortJob(disk, Flags.none()));
    }

    /// Refuses options about waiting in a command that does not wait.
    private static void checkWaiting(Words words, String other) {
        for (String option : new String[] {"verbose", "async"}) {
            if (words.has(option)) {
                throw new CommandFailure(
                        "--"
                                + option
                                + " requires at least one of --timeout, --wait, --pivot, or --"
                                + other);
            }
        }
    }

    Command copy() {
        return command("blockcopy", "Start a block copy operation.")
                .description(
                        "Copy a disk to another place while the guest uses it, and go on with either.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.data("path", "target or file of the disk")
                                .completedBy(devices.disks()))
                .string("dest", "the file to copy to")
                .option(Option.number("bandwidth", "limit in MiB/s"))
                .flag("shallow", "only what is above the backing file")
                .flag("reuse-external", "into a file that exists already")
                .option(Option.alias("raw", "format=raw"))
                .flag("blockdev", "the copy is a block device")
                .flag("wait", "wait until the copy mirrors the disk")
                .flag("verbose", "show how far it is")
                .option(Option.number("timeout", "seconds to wait, then abort the job"))
                .flag("pivot", "wait, then go on with the copy")
                .flag("finish", "wait, then go on with the original")
                .flag("async", "do not wait for the end")
                .string("xml", "file with the XML of the copy")
                .string("format", "the format of the copy")
                .option(
                        Option.number(
                                "granularity", "bytes that are copied at once, a power of two"))
                .option(Option.number("buf-size", "bytes that may be under way"))
                .flag("bytes", "the limit is in bytes/s, not in MiB/s")
                .flag("transient-job", "the job is gone when the domain stops")
                .flag(
                        "synchronous-writes",
                        "a write of the guest is done when it is in the copy, too")
                .flag("print-xml", "print the XML and change nothing")
                .run(this::copy);
    }

    private void copy(Words words) {
        words.exclusive("pivot", "finish");
        words.exclusive("dest", "xml");
        words.exclusive("format", "xml");
        words.exclusive("blockdev", "xml");
        String disk = words.require("path");
        var copy = new DiskCopy(hypervisor.shell(), words);
        boolean timeout = words.timeoutMillis().isPresent();
        boolean pivot = words.has("pivot");
        boolean finish = words.has("finish");
        boolean blocking = words.has("wait") || timeout || pivot || finish;
        if (!blocking) {
            checkWaiting(words, "finish");
        }
        if (words.has("print-xml")) {
            output.print(copy.xml());
            return;
        }
        Domain domain = domains.find(words);
        try (var wait = new BlockJobWait(hypervisor, domain, disk, "Block Copy", words)) {
            copy.start(domain, disk);
            if (!blocking) {
                output.extra("Block Copy started");
                return;
            }
            ending(wait.await(), "Copy");
        }
        if (pivot) {
            pivot(domain, disk);
        } else if (finish) {
            finish(domain, disk);
            output.extra("\nSuccessfully copied");
        } else {
            output.extra("\nNow in mirroring phase");
        }
    }
}
