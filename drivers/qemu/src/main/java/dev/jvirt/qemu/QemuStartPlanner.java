package dev.jvirt.qemu;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.command.CommandContext;
import dev.jvirt.qemu.command.CommandLineBuilder;
import dev.jvirt.qemu.command.DescriptorNumbers;
import dev.jvirt.qemu.command.DomainFolders;
import dev.jvirt.qemu.command.DriverSettings;
import dev.jvirt.qemu.command.HostEnvironment;
import dev.jvirt.qemu.command.StartMode;
import dev.jvirt.qemu.command.StartPreparation;
import dev.jvirt.qemu.emulator.QemuBinaries;
import dev.jvirt.qemu.process.LiveFiles;
import dev.jvirt.qemu.process.PortLease;
import dev.jvirt.qemu.process.QemuFolders;
import dev.jvirt.qemu.process.StartPlan;
import dev.jvirt.qemu.process.StartPlan.EmulatorFacts;
import dev.jvirt.qemu.process.StartPlanner;
import dev.jvirt.qemu.status.StartFacts;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Plans starts with the binaries of this host.
///
/// @param binaries what they can do
/// @param folders where the driver's files are
/// @param privileged whether the daemon serves the whole host, not one user
/// @param environment what QEMU inherits
/// @param settings what the administrator decided
record QemuStartPlanner(
        QemuBinaries binaries,
        QemuFolders folders,
        boolean privileged,
        Map<String, String> environment,
        DriverSettings settings,
        TaintRules taints)
        implements StartPlanner {
    @Override
    public StartPlan plan(DomainDefinition definition, LiveFiles files, PortLease ports) {
        String emulator = definition.devices().emulator().orElseThrow();
        QemuCapabilities capabilities = binaries.capabilities(emulator);
        var context =
                new CommandContext(
                        domainFolders(files),
                        new HostEnvironment(
                                privileged, environment, ZonedDateTime.now(ZoneId.systemDefault())),
                        DescriptorNumbers.counting(),
                        ports,
                        settings,
                        StartMode.COLD);
        DomainDefinition live = StartPreparation.prepare(definition, capabilities, context);
        return new StartPlan(
                live,
                CommandLineBuilder.build(live, capabilities, context),
                new EmulatorFacts(version(capabilities), words(capabilities)),
                facts(live, capabilities),
                taints.of(live));
    }

    private DomainFolders domainFolders(LiveFiles files) {
        return new DomainFolders(
                files.lib().toString(),
                files.channels().toString(),
                folders.data().resolve("ram").toString(),
                folders.state().resolve("dbus").toString());
    }

    private static String version(QemuCapabilities capabilities) {
        int version = capabilities.version();
        return "%d.%d.%d%s"
                .formatted(
                        version / 1_000_000,
                        version / 1_000 % 1_000,
                        version % 1_000,
                        capabilities.packageVersion());
    }

    private static List<String> words(QemuCapabilities capabilities) {
        var words = new ArrayList<String>();
        for (QemuFlag flag : capabilities.flags()) {
            words.add(flag.text());
        }
        return words;
    }

    /// Whether a guest may reset itself is on the command line of old QEMUs; new ones are told.
    private static StartFacts facts(DomainDefinition live, QemuCapabilities capabilities) {
        if (capabilities.has(QemuFlag.SET_ACTION)) {
            return StartFacts.PLAIN;
        }
        return StartFacts.PLAIN.withAllowReboot(
                live.lifecycle().onReboot() != Lifecycle.Action.DESTROY);
    }
}
