package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Host;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.ControlState;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.api.domain.DomainStatsType;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.IoThreadInfo;
import dev.jvirt.api.domain.JobType;
import dev.jvirt.api.domain.MemoryPeekFlag;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.host.CpuCompareResult;
import dev.jvirt.api.host.EmulatorChoice;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.api.host.PageSelection;
import dev.jvirt.guests.BootSector;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.GuestXml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our client asks C's daemon about its host and the resources of guests, and changes them.
@Timeout(120)
class ResourcesPeerTest {
    /// The end of the boot sector in the memory of a guest that has started.
    private static final long SIGNATURE = 0x7dfe;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private CLibvirtd daemon;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeEach
    void start() throws IOException {
        Peers.needProgram("qemu-system-x86_64");
        Peers.needCLibvirtd();
        daemon = CLibvirtd.start(Peers.root(folder, "c"));
        connection = Connection.open(daemon.uri("qemu:///system"));
    }

    @AfterEach
    void stop() {
        if (connection != null) {
            connection.close();
        }
        if (daemon != null) {
            daemon.close();
        }
    }

    private Domain guest() throws IOException {
        Path disk = BootSector.write(folder.resolve("disk"));
        Domain domain = connection.defineDomainXml(GuestXml.booting("web", disk), Flags.none());
        domain.create(Flags.none());
        return domain;
    }

    @Test
    void theHostTellsWhatItHasAndDoes() {
        Host host = connection.host();

        assertThat(host.cpus(0).present()).isPositive();
        assertThat(host.cpus(0).online().has(0)).isTrue();
        assertThat(host.cpuStats(Host.ALL, 0))
                .extracting(HostStatistic::name)
                .contains("kernel", "user", "idle", "iowait");
        assertThat(host.memoryStats(Host.ALL, 0))
                .extracting(HostStatistic::name)
                .contains("total", "free", "buffers", "cached");
        assertThat(host.cellsFreeMemory(0, 8).getFirst()).isPositive();
        assertThat(host.freePages(new PageSelection(List.of(4), 0, 1), 0))
                .singleElement()
                .satisfies(pages -> assertThat(pages.count()).isPositive());
    }

    @Test
    void theHypervisorTellsWhatItCanRun() {
        var hypervisor = connection.hypervisor();
        String capabilities = connection.capabilities();
        String cpu =
                capabilities.substring(
                        capabilities.indexOf("<cpu>"), capabilities.indexOf("</cpu>") + 6);

        assertThat(hypervisor.cpuModels("x86_64", 0)).contains("qemu64", "Haswell");
        assertThat(hypervisor.compareCpu(cpu, Flags.none())).isEqualTo(CpuCompareResult.IDENTICAL);
        assertThat(hypervisor.baselineCpu(List.of(cpu, cpu), Flags.none())).contains("<model");
        assertThat(
                        hypervisor.domainCapabilities(
                                new EmulatorChoice(
                                        Optional.empty(),
                                        Optional.of("x86_64"),
                                        Optional.of("q35"),
                                        Optional.of("qemu")),
                                Flags.none()))
                .contains("<domain>qemu</domain>");
        assertThat(hypervisor.domainXmlToNative("qemu-argv", GuestXml.idle("web"), 0))
                .contains("-name guest=web");
    }

    @Test
    void aGuestsProcessorsAreToldAndPinned() throws IOException {
        var vcpus = guest().vcpus();
        Flags<DomainAffectFlag> config = Flags.of(DomainAffectFlag.CONFIG);

        vcpus.pin(0, CpuMap.of(0), config);
        vcpus.pinEmulator(CpuMap.of(0), config);
        vcpus.addIoThread(3, config);
        vcpus.setCount(3, Flags.of(DomainVcpuFlag.CONFIG, DomainVcpuFlag.MAXIMUM));

        assertThat(vcpus.list()).isNotEmpty().allSatisfy(v -> assertThat(v.cpus().has(0)).isTrue());
        assertThat(vcpus.pins(config)).hasSize(3).first().isEqualTo(CpuMap.of(0));
        assertThat(vcpus.emulatorPin(config)).contains(CpuMap.of(0));
        assertThat(vcpus.ioThreads(config)).extracting(IoThreadInfo::id).containsExactly(3);
        assertThat(vcpus.count(Flags.of(DomainVcpuFlag.CONFIG, DomainVcpuFlag.MAXIMUM)))
                .isEqualTo(3);
    }

    @Test
    void aGuestsLimitsAreToldAndSet() throws IOException {
        var tuning = guest().tuning();
        Flags<DomainAffectFlag> config = Flags.of(DomainAffectFlag.CONFIG);
        long limit = 1 << 20;

        tuning.setMemoryParameters(
                TypedParameters.of("hard_limit", TypedValue.ofUnsignedLong(limit)), config);
        tuning.setNumaParameters(
                TypedParameters.of("numa_nodeset", TypedValue.ofString("0")), config);
        tuning.setSchedulerParameters(
                TypedParameters.of("cpu_shares", TypedValue.ofUnsignedLong(512)), config);

        assertThat(tuning.memoryParameters(config).getUnsignedLong("hard_limit")).hasValue(limit);
        assertThat(tuning.numaParameters(config).getString("numa_nodeset")).contains("0");
        assertThat(tuning.schedulerParameters(config).getUnsignedLong("cpu_shares")).hasValue(512);
        assertThat(tuning.blkioParameters(config).get("weight")).isPresent();
        assertThat(tuning.perfEvents(config).getBoolean("cmt")).contains(false);
    }

    @Test
    void aGuestKeepsWhatIsWrittenBesideItsName() throws IOException {
        var tuning = guest().tuning();
        Flags<DomainAffectFlag> both = Flags.of(DomainAffectFlag.LIVE, DomainAffectFlag.CONFIG);
        var element = MetadataChange.element("http://x/y", "k", "<size>3</size>");

        tuning.setMetadata(MetadataChange.title(Optional.of("größe")), both);
        tuning.setMetadata(element, both);
        tuning.setMemory(1 << 15);
        tuning.setLifecycleAction(
                DomainLifecycle.CRASH,
                DomainLifecycleAction.PRESERVE,
                Flags.of(DomainAffectFlag.CONFIG));

        assertThat(tuning.metadata(MetadataPart.title(), Flags.none())).isEqualTo("größe");
        assertThat(tuning.metadata(MetadataPart.element("http://x/y"), Flags.none()))
                .contains("<size>3</size>");
        tuning.setMetadata(MetadataChange.withoutElement("http://x/y"), both);
        var gone =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> tuning.metadata(MetadataPart.element("http://x/y"), Flags.none()));
        assertThat(gone.code()).isEqualTo(ErrorCode.NO_DOMAIN_METADATA);
    }

    @Test
    void aGuestIsCounted() throws IOException {
        Domain domain = guest();
        var statistics = domain.statistics();

        assertThat(statistics.memory(0)).isNotEmpty();
        assertThat(statistics.job().type()).isEqualTo(JobType.NONE);
        assertThat(statistics.job(Flags.none()).type()).isEqualTo(JobType.NONE);
        assertThat(statistics.control(0).state()).isEqualTo(ControlState.OK);
        assertThat(connection.domainStats(Flags.of(DomainStatsType.STATE), Flags.none()))
                .singleElement()
                .satisfies(
                        stats -> {
                            assertThat(stats.domain()).isEqualTo(domain);
                            assertThat(stats.figures().getInt("state.state")).hasValue(1);
                        });
        assertThat(connection.domainStats(List.of(domain), Flags.none(), Flags.none()))
                .singleElement()
                .satisfies(s -> assertThat(s.figures().get("balloon.current")).isPresent());
        assertThat(statistics.memoryPeek(SIGNATURE, 2, Flags.of(MemoryPeekFlag.PHYSICAL)))
                .hasSize(2);
    }

    @Test
    void theTestDriverTellsOfCpus() {
        try (var test = Connection.open(daemon.uri("test:///default"))) {
            var domain = test.lookupDomainByName("test");
            var statistics = domain.statistics();

            assertThat(statistics.totalCpu(0).getUnsignedLong("cpu_time")).isPresent();
            assertThat(statistics.cpus(0))
                    .hasSize(statistics.cpuCount(0))
                    .allSatisfy(cpu -> assertThat(cpu.get("vcpu_time")).isPresent());
            assertThat(domain.vcpus().list()).isNotEmpty();
            assertThat(statistics.memory(0)).hasSize(13);
        }
    }
}
