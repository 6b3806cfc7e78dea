package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DirtyRateFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.OptionalInt;

/// The commands that let the hypervisor measure something.
final class MeasuringCommands {
    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    MeasuringCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command dirtyRate() {
        return command("domdirtyrate-calc", "Calculate a vm's memory dirty rate")
                .description(
                        "Begin to measure how fast the guest writes to its memory; domstats tells the result.")
                .option(domains.option())
                .option(Option.number("seconds", "seconds to measure, from 1 to 60"))
                .option(
                        Option.string("mode", "how: page-sampling, dirty-bitmap or dirty-ring")
                                .completedBy(
                                        new Choices("page-sampling", "dirty-bitmap", "dirty-ring")))
                .run(this::dirtyRate);
    }

    private void dirtyRate(Words words) {
        Domain domain = domains.find(words);
        OptionalInt seconds = words.number("seconds");
        String mode = words.text("mode").orElse("page-sampling");
        Flags<DirtyRateFlag> flags =
                switch (mode) {
                    case "page-sampling" -> Flags.none();
                    case "dirty-bitmap" -> Flags.of(DirtyRateFlag.DIRTY_BITMAP);
                    case "dirty-ring" -> Flags.of(DirtyRateFlag.DIRTY_RING);
                    default -> throw new CommandFailure("Unknown calculation mode '" + mode + "'");
                };
        domain.statistics().startDirtyRateCalculation(seconds.orElse(1), flags);
        output.extra("Start to calculate domain's memory dirty rate successfully.\n");
    }

    Command threshold() {
        return command(
                        "domblkthreshold",
                        "set the threshold for block-threshold event for a given block device or it's backing chain element")
                .description("Have an event sent once the guest writes beyond a place of a disk.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.data("dev", "target of the disk, or of a part of its chain")
                                .completedBy(devices.disks()))
                .option(Option.number("threshold", "bytes, or a number with a suffix").mandatory())
                .run(this::threshold);
    }

    private void threshold(Words words) {
        String device = words.require("dev");
        long bytes = words.scaledNumber("threshold", 1).orElse(0);
        Domain domain = domains.find(words);
        domain.disks().setThreshold(device, bytes, 0);
    }
}
