package dev.jvirt.virsh.job;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainMigrateMaxSpeedFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.OptionalLong;

/// The commands about limits of migrations.
final class MigrationCommands {
    private final Domains domains;
    private final Output output;

    MigrationCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command setMaxDowntime() {
        return command("migrate-setmaxdowntime", "set maximum tolerable downtime")
                .description("Change how long the guest may stand still while it moves.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.number("downtime", "milliseconds that the guest may stand still")
                                .mandatory())
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            long millis = words.unsignedLong("downtime");
                            if (millis == 0) {
                                throw new CommandFailure("migrate: Invalid downtime");
                            }
                            domain.migration().setMaxDowntime(millis, 0);
                        });
    }

    Command maxDowntime() {
        return command("migrate-getmaxdowntime", "get maximum tolerable downtime")
                .description(
                        "Print how many milliseconds the guest may stand still while it moves.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .run(
                        words ->
                                output.line(
                                        Long.toUnsignedString(
                                                domains.find(words).migration().maxDowntime(0))));
    }

    Command compressionCache() {
        return command("migrate-compcache", "get/set compression cache size")
                .description("Print how large the cache for compression is, or change it.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.number("size", "the size of the cache in bytes").named())
                .run(this::compressionCache);
    }

    private void compressionCache(Words words) {
        Domain domain = domains.find(words);
        OptionalLong size = words.unsignedLongIfGiven("size");
        size.ifPresent(bytes -> domain.migration().setCompressionCache(bytes, 0));
        long bytes = domain.migration().compressionCache(0);
        output.print("Compression cache: " + Capacity.precise(bytes));
    }

    Command setSpeed() {
        return command("migrate-setspeed", "Set the maximum migration bandwidth")
                .description("Change how fast a migration may be.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.number("bandwidth", "the limit in MiB/s").mandatory())
                .flag("postcopy", "of post-copy")
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            long limit = words.wrappingNumber("bandwidth").orElse(0);
                            domain.migration().setMaxSpeed(limit, flags(words));
                        });
    }

    Command speed() {
        return command("migrate-getspeed", "Get the maximum migration bandwidth")
                .description("Print how many MiB a migration may send per second.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("postcopy", "of post-copy")
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            long limit = domain.migration().maxSpeed(flags(words));
                            output.line(Long.toUnsignedString(limit));
                        });
    }

    private static Flags<DomainMigrateMaxSpeedFlag> flags(Words words) {
        return words.has("postcopy") ? Flags.of(DomainMigrateMaxSpeedFlag.POSTCOPY) : Flags.none();
    }

    Command startPostCopy() {
        return command("migrate-postcopy", "Switch running migration from pre-copy to post-copy")
                .description(
                        "Let the guest go on at the destination and fetch what is missing from there.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .run(words -> domains.find(words).migration().startPostCopy(0));
    }
}
