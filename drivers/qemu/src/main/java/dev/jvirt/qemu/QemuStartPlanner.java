package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.block.SecretSealer;
import dev.jvirt.qemu.block.Secrets;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.command.CommandContext;
import dev.jvirt.qemu.command.CommandLineBuilder;
import dev.jvirt.qemu.command.DescriptorNumbers;
import dev.jvirt.qemu.command.DomainFolders;
import dev.jvirt.qemu.command.DriverSettings;
import dev.jvirt.qemu.command.HostEnvironment;
import dev.jvirt.qemu.command.QemuCommandLine;
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
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Plans starts with the binaries of this host.
///
/// @param binaries what they can do
/// @param host what is on it beside
/// @param folders where the driver's files are
/// @param privileged whether the daemon serves the whole host, not one user
/// @param variables the daemon's environment
/// @param settings what the administrator decided
record QemuStartPlanner(
        QemuBinaries binaries,
        RealHost host,
        QemuFolders folders,
        boolean privileged,
        Map<String, String> variables,
        DriverSettings settings,
        TaintRules taints)
        implements StartPlanner {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public StartPlan plan(
            DomainDefinition definition, LiveFiles files, PortLease ports, byte[] masterKey) {
        String emulator = definition.devices().emulator().orElseThrow();
        QemuCapabilities capabilities = binaries.capabilities(emulator);
        var context =
                new CommandContext(
                        domainFolders(definition.name(), files),
                        environment(),
                        RealHost.memory(),
                        host,
                        DescriptorNumbers.counting(),
                        ports,
                        settings,
                        secrets(masterKey),
                        StartMode.COLD);
        DomainDefinition live = StartPreparation.prepare(definition, capabilities, context);
        DiskAccess.check(live);
        FirmwareVariables.create(live, false);
        QemuCommandLine command = CommandLineBuilder.build(live, capabilities, context);
        return new StartPlan(
                ImageStates.note(live),
                command,
                new FirstCommands(settings, Instant.now()).of(live, capabilities),
                new EmulatorFacts(version(capabilities), words(capabilities)),
                facts(live, capabilities, command),
                taints.of(live, capabilities));
    }

    private HostEnvironment environment() {
        return new HostEnvironment(
                binaries.hostArch(),
                privileged,
                variables,
                ZonedDateTime.now(ZoneId.systemDefault()));
    }

    /// No driver here keeps secrets.
    private static Secrets secrets(byte[] masterKey) {
        return new Secrets(
                (usage, secret) -> {
                    throw QemuErrors.error(
                            ErrorCode.NO_SECRET,
                            "no secret with matching %s"
                                    .formatted(
                                            secret.uuid()
                                                    .map(uuid -> "uuid '%s'".formatted(uuid))
                                                    .orElse("usage")));
                },
                new SecretSealer(masterKey, QemuStartPlanner::random));
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private DomainFolders domainFolders(String domain, LiveFiles files) {
        String name = files.shortName();
        return new DomainFolders(
                name,
                files.lib().toString(),
                files.channels().toString(),
                folders.data().resolve("ram").resolve(name).toString(),
                folders.nvram().resolve(domain + "_VARS.fd").toString(),
                folders.state().resolve("swtpm").resolve(name + "-swtpm.sock").toString(),
                folders.state().resolve("dbus").resolve(name + "-dbus.sock").toString());
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

    private static StartFacts facts(
            DomainDefinition live, QemuCapabilities capabilities, QemuCommandLine command) {
        var numbered =
                StartFacts.PLAIN.withCounters(new StartFacts.Counters(ImageStates.last(live), 0));
        // Whether a guest may reset itself is on the command line of old QEMUs; new ones are told.
        return capabilities.has(QemuFlag.SET_ACTION)
                ? numbered
                : numbered.withAllowReboot(!command.arguments().contains("-no-reboot"));
    }
}
