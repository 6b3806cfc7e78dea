package dev.jvirt.qemu;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.StateContext;
import dev.jvirt.base.audit.DomainAudit;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.host.Hostname;
import dev.jvirt.host.Paths;
import dev.jvirt.host.Users;
import dev.jvirt.host.process.Limit;
import dev.jvirt.qemu.capabilities.EmulatorFinder;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.command.CpuPreparation;
import dev.jvirt.qemu.completion.CapabilitiesLookup;
import dev.jvirt.qemu.completion.CompletionContext;
import dev.jvirt.qemu.completion.DefinitionSettings;
import dev.jvirt.qemu.completion.ParseOption;
import dev.jvirt.qemu.completion.QemuDefinitions;
import dev.jvirt.qemu.config.ConfigFile;
import dev.jvirt.qemu.config.QemuConfig;
import dev.jvirt.qemu.cpu.HostProcessor;
import dev.jvirt.qemu.emulator.CapabilitiesCache;
import dev.jvirt.qemu.emulator.CapabilitiesProbe;
import dev.jvirt.qemu.emulator.ProbeSettings;
import dev.jvirt.qemu.emulator.ProbeWorld;
import dev.jvirt.qemu.emulator.ProbingProgram;
import dev.jvirt.qemu.emulator.QemuBinaries;
import dev.jvirt.qemu.firmware.InstalledFirmware;
import dev.jvirt.qemu.process.Deadlines;
import dev.jvirt.qemu.process.ProcessSettings;
import dev.jvirt.qemu.process.ProcessSettings.HostFacts;
import dev.jvirt.qemu.process.ProcessSettings.Rights;
import dev.jvirt.qemu.process.QemuFolders;
import dev.jvirt.qemu.status.StatusDocument;
import dev.jvirt.qemu.validation.HostLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Puts a driver together for this host.
final class QemuAssembly {
    /// The version of libvirt whose behaviour this driver has.
    static final long LIBVIRT_VERSION = 9_000_000;

    private static final String PRODUCT = "9.0.0, package: jvirt";
    private static final String SEARCH_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    private final StateContext context;
    private final Map<String, String> environment = System.getenv();
    private final QemuFolders folders;
    private final QemuConfig config;
    private final HostProcessor processors = new HostProcessor(hostArch());
    private final RealHost host;
    private final EmulatorFinder finder;
    private final QemuBinaries binaries;

    QemuAssembly(StateContext context) {
        this.context = context;
        Paths paths = Paths.of(context.root(), context.privileged(), environment);
        this.folders =
                context.privileged()
                        ? QemuFolders.ofSystem(
                                paths.config(),
                                paths.run(),
                                paths.lib(),
                                paths.cache(),
                                paths.log())
                        : QemuFolders.ofSession(paths.config(), paths.run(), paths.cache());
        this.config = QemuConfig.of(ConfigFile.read(paths.config().resolve("qemu.conf")));
        this.host = new RealHost(firmware(paths), processors);
        this.finder = new EmulatorFinder(hostArch(), environment.getOrDefault("PATH", SEARCH_PATH));
        this.binaries = binaries();
    }

    private InstalledFirmware firmware(Paths paths) {
        return context.privileged()
                ? InstalledFirmware.ofSystem(Path.of("/"))
                : InstalledFirmware.ofSession(
                        Path.of("/"), paths.config().resolve("..").normalize());
    }

    private QemuBinaries binaries() {
        return new QemuBinaries(
                finder,
                new CapabilitiesCache(folders.cache().resolve("capabilities")),
                CapabilitiesProbe.ofProcesses(probing()),
                ProbeWorld.of(hostArch(), ProbingProgram.running(LIBVIRT_VERSION)));
    }

    private ProbeSettings probing() {
        ProbeSettings usual = ProbeSettings.of(environment);
        return rights().identity().map(usual::runAs).orElse(usual);
    }

    private static String hostArch() {
        String name = System.getProperty("os.arch", "");
        return name.equals("amd64") ? "x86_64" : name;
    }

    QemuSystem system() {
        var settings =
                new ProcessSettings(
                        folders,
                        Deadlines.DEFAULT,
                        config.ports(),
                        new HostFacts(PRODUCT, hostname()),
                        rights(),
                        context.privileged(),
                        new DomainAudit(context.audit()));
        var planner =
                new QemuStartPlanner(
                        binaries,
                        host,
                        folders,
                        context.privileged(),
                        environment,
                        config.command(),
                        new TaintRules(isHighlyPrivileged()));
        return new QemuSystem(
                settings,
                new HostDocuments(),
                planner,
                new QemuHostDriver(uri(), binaries, processors));
    }

    private Rights rights() {
        boolean root = Users.current() == 0;
        var limits = new EnumMap<Limit, Long>(Limit.class);
        config.maxFiles().ifPresent(files -> limits.put(Limit.FILES, (long) files));
        config.maxProcesses().ifPresent(count -> limits.put(Limit.PROCESSES, (long) count));
        return new Rights(QemuUser.of(config, root), root && config.clearCapabilities(), limits);
    }

    private boolean isHighlyPrivileged() {
        boolean asRoot = rights().identity().map(i -> i.user() == 0 || i.group() == 0).orElse(true);
        return Users.current() == 0 && (asRoot || !config.clearCapabilities());
    }

    private String uri() {
        return context.privileged() ? "qemu:///system" : "qemu:///session";
    }

    private static String hostname() {
        try {
            return Hostname.name();
        } catch (IOException unknown) {
            return "localhost";
        }
    }

    private QemuDefinitions definitions(CapabilitiesLookup capabilities) {
        return new QemuDefinitions(
                new CompletionContext(
                        binaries.hostArch(),
                        capabilities,
                        definitionSettings(),
                        host,
                        UUID::randomUUID));
    }

    private DefinitionSettings definitionSettings() {
        return new DefinitionSettings(
                folders.lib().toString(),
                folders.data().resolve("channel").toString(),
                folders.nvram().toString(),
                "none",
                new DefinitionSettings.HostAudio(
                        config.command().vnc().hostAudio(),
                        config.command().audioWithoutGraphics(),
                        Optional.ofNullable(environment.get("QEMU_AUDIO_DRV")),
                        Optional.ofNullable(environment.get("SDL_AUDIODRIVER"))),
                new HostLimits(
                        context.privileged(), config.command().spice().tls().enabled(), Set.of()));
    }

    /// Finds the capabilities of the binaries that documents name.
    private record HostCapabilitiesLookup(QemuBinaries binaries, EmulatorFinder finder)
            implements CapabilitiesLookup {
        @Override
        public Optional<String> defaultEmulator(String arch) {
            return finder.find(arch).map(Path::toString);
        }

        @Override
        public QemuCapabilities of(String emulator) {
            return binaries.capabilities(emulator);
        }
    }

    /// Knows one binary.
    private record StoredCapabilities(QemuCapabilities known) implements CapabilitiesLookup {
        @Override
        public Optional<String> defaultEmulator(String arch) {
            return Optional.of(known.binary());
        }

        @Override
        public QemuCapabilities of(String emulator) {
            return known;
        }
    }

    /// Reads documents for the binaries of this host.
    private final class HostDocuments implements QemuDocuments {
        private final QemuDefinitions definitions =
                definitions(new HostCapabilitiesLookup(binaries, finder));

        @Override
        public DomainDefinition parse(String xml, boolean validate) {
            try {
                return definitions.parse(xml, ParseFlags.INACTIVE);
            } catch (LibvirtException refused) {
                throw refused.in(ErrorDomain.DOMAIN);
            }
        }

        @Override
        public DomainDefinition load(String xml) {
            return definitions.load(xml, ParseFlags.INACTIVE);
        }

        @Override
        public DomainDefinition withHostCpu(DomainDefinition definition) {
            return CpuPreparation.update(
                    definition,
                    binaries.capabilities(definition.devices().emulator().orElseThrow()),
                    binaries.hostArch(),
                    host.processor());
        }

        @Override
        public DomainDefinition adopt(StatusDocument found) {
            return ImageStates.adopt(
                    definitions(new StoredCapabilities(found.capabilities()))
                            .complete(
                                    found.definition(),
                                    ParseFlags.STATUS,
                                    EnumSet.of(ParseOption.SKIP_VALIDATION)));
        }
    }
}
