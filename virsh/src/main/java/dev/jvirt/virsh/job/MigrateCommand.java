package dev.jvirt.virsh.job;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.domain.Choices;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// `migrate`: moves a domain to another host.
final class MigrateCommand {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    MigrateCommand(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command migrate() {
        Command.Builder command =
                command("migrate", "migrate domain to another host")
                        .description(
                                "Move a domain to another host; with --live its guest goes on meanwhile.")
                        .option(domains.option())
                        .option(
                                Option.data(
                                        "desturi",
                                        "URI of the destination as this program sees it"))
                        .flag("live", "while the guest runs")
                        .flag("offline", "only the definition")
                        .flag("p2p", "the source talks to the destination")
                        .flag("direct", "the hypervisors talk to each other")
                        .option(Option.alias("tunneled", "tunnelled"))
                        .flag("tunnelled", "through libvirt's own connection")
                        .flag("persistent", "define it on the destination")
                        .flag("undefinesource", "undefine it on the source")
                        .flag("suspend", "leave it paused on the destination")
                        .flag("copy-storage-all", "with the contents of its disks")
                        .flag(
                                "copy-storage-inc",
                                "with the contents of its disks above a common backing file")
                        .flag(
                                "copy-storage-synchronous-writes",
                                "a write of the guest is done when it is on the destination, too")
                        .flag("change-protection", "nothing may change it meanwhile")
                        .flag("unsafe", "even if data may be lost")
                        .flag("verbose", "show how far it is")
                        .flag("compressed", "send pages that change often compressed")
                        .flag("auto-converge", "slow the guest down if it writes too much")
                        .flag("rdma-pin-all", "pin all memory before RDMA begins")
                        .flag("abort-on-error", "give up after I/O errors of the guest")
                        .flag("postcopy", "allow to switch to post-copy, see migrate-postcopy")
                        .flag(
                                "postcopy-after-precopy",
                                "switch to post-copy after all memory was sent once")
                        .flag("postcopy-resume", "go on with post-copy that broke")
                        .flag("zerocopy", "send memory without copying it first");
        return withDetails(command).run(this::migrate);
    }

    /// Adds the options with values.
    private Command.Builder withDetails(Command.Builder command) {
        return command.string("migrateuri", "URI that the hypervisors use")
                .string("graphicsuri", "URI that viewers go to")
                .string("listen-address", "where the destination listens")
                .string("dname", "another name on the destination")
                .option(
                        Option.number(
                                "timeout", "seconds after which what --timeout-... says is done"))
                .flag("timeout-suspend", "suspend the guest then (default)")
                .flag("timeout-postcopy", "switch to post-copy then")
                .string("xml", "file with another XML for the destination")
                .string("migrate-disks", "the disks to send, with commas between")
                .option(Option.number("disks-port", "the port for disks on the destination"))
                .string("disks-uri", "the URI for disks")
                .option(
                        Option.string("comp-methods", "methods of compression, with commas between")
                                .completedBy(new Choices("xbzrle", "mt")))
                .option(Option.number("comp-mt-level", "level of compression with many threads"))
                .option(Option.number("comp-mt-threads", "threads that compress"))
                .option(Option.number("comp-mt-dthreads", "threads that decompress"))
                .option(Option.number("comp-xbzrle-cache", "bytes of the cache of xbzrle"))
                .option(
                        Option.number(
                                "auto-converge-initial",
                                "percents to slow the guest down by at first"))
                .option(
                        Option.number(
                                "auto-converge-increment", "percents to slow it down by further"))
                .string("persistent-xml", "file with another XML for the definition")
                .flag("tls", "encrypt it")
                .option(Option.number("postcopy-bandwidth", "limit of post-copy in MiB/s"))
                .flag("parallel", "over several connections")
                .option(Option.number("parallel-connections", "how many connections"))
                .option(Option.number("bandwidth", "limit in MiB/s"))
                .string("tls-destination", "the name that the destination's certificate must have");
    }

    private void migrate(Words words) {
        words.exclusive("live", "offline");
        words.exclusive("timeout-suspend", "timeout-postcopy");
        words.requires("postcopy-after-precopy", "postcopy");
        words.requires("timeout-postcopy", "postcopy");
        words.requires("persistent-xml", "persistent");
        words.requires("tls-destination", "tls");
        Domain domain = domains.find(words);
        int timeout = words.timeoutMillis().orElse(0);
        boolean action = words.has("timeout-suspend") || words.has("timeout-postcopy");
        if (timeout > 0 && !words.has("live")) {
            throw new CommandFailure("migrate: Unexpected timeout for offline migration");
        }
        if (timeout == 0 && action) {
            throw new CommandFailure("migrate: Unexpected --timeout-* option without --timeout");
        }
        try (Subscription _ = switchAfterPrecopy(words, domain)) {
            migrate(words, domain, timeout);
        }
    }

    private void migrate(Words words, Domain domain, int timeout) {
        String uri = words.require("desturi");
        var job = new WatchedJob(hypervisor, domain, "Migration", words.has("verbose"));
        job.afterTimeout(timeout, () -> timedOut(domain, words.has("timeout-postcopy")));
        boolean peers = words.has("p2p");
        if (!peers && !words.has("direct")) {
            try (Connection destination = hypervisor.openOther(uri)) {
                job.run(
                        () -> {
                            var wanted = new MigrationWish(hypervisor.shell(), words);
                            domain.migration()
                                    .migrate3(destination, wanted.parameters(), wanted.flags());
                        });
            }
            return;
        }
        job.run(
                () -> {
                    var wanted = new MigrationWish(hypervisor.shell(), words);
                    TypedParameters parameters = wanted.parameters();
                    if (!peers && parameters.get(MigrationParameter.URI).isEmpty()) {
                        parameters = wanted.parametersTo(uri);
                    }
                    domain.migration()
                            .migrateToUri3(
                                    peers ? Optional.of(uri) : Optional.empty(),
                                    parameters,
                                    wanted.flags());
                });
    }

    private void timedOut(Domain domain, boolean postCopy) {
        try {
            if (postCopy) {
                output.message("migration timed out; switching to post-copy");
                domain.migration().startPostCopy(0);
            } else {
                output.message("migration timed out; suspending domain");
                domain.suspend();
            }
        } catch (LibvirtException e) {
            output.message(postCopy ? "switching to post-copy failed" : "suspending domain failed");
        }
    }

    private Subscription switchAfterPrecopy(Words words, Domain domain) {
        if (!words.has("postcopy-after-precopy")) {
            return () -> {};
        }
        return hypervisor
                .connection()
                .onDomainEvent(
                        DomainEventId.MIGRATION_ITERATION,
                        Optional.of(domain),
                        event -> iterated(domain, event));
    }

    private static void iterated(Domain domain, DomainEvent event) {
        if (event instanceof DomainEvent.MigrationIteration pass && pass.iteration() == 2) {
            // The handler must not wait for the call, which would hold up all events.
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    domain.migration().startPostCopy(0);
                                } catch (LibvirtException e) {
                                    // The migration ended before it could be switched.
                                }
                            });
        }
    }
}
