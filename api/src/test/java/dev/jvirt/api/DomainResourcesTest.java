package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainMemoryFlag;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.JobStatsFlag;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.domain.MetadataType;
import dev.jvirt.api.driver.DomainTuningDriver;
import dev.jvirt.api.driver.DomainVcpuDriver;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.host.PageAllocation;
import dev.jvirt.api.host.PageCount;
import dev.jvirt.api.host.PageSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the public calls about resources and statistics of domains and hosts check before they ask
/// a driver. The driver of these tests supports none of them.
class DomainResourcesTest {
    private static final Flags<DomainAffectFlag> BOTH =
            Flags.of(DomainAffectFlag.LIVE, DomainAffectFlag.CONFIG);
    private static final TypedParameters NO_PARAMETERS = TypedParameters.none();

    /// A call with arguments that make no sense.
    private record Mistake(String argument, String message, Consumer<Domain> call) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static Mistake tuning(String argument, String message, Consumer<DomainTuning> call) {
        return new Mistake(argument, message, domain -> call.accept(domain.tuning()));
    }

    private static Mistake vcpus(String argument, String message, Consumer<DomainVcpus> call) {
        return new Mistake(argument, message, domain -> call.accept(domain.vcpus()));
    }

    private static Mistake statistics(
            String argument, String message, Consumer<DomainStatistics> call) {
        return new Mistake(argument, message, domain -> call.accept(domain.statistics()));
    }

    private static Mistake host(String argument, String message, Consumer<Host> call) {
        return new Mistake(argument, message, domain -> call.accept(domain.connection().host()));
    }

    private static Mistake metadata(String argument, String message, MetadataChange change) {
        return tuning(argument, message, t -> t.setMetadata(change, Flags.none()));
    }

    private static MetadataChange element(
            MetadataType type, Optional<String> uri, Optional<String> key) {
        return new MetadataChange(new MetadataPart(type, uri), Optional.of("<a/>"), key);
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        tuningMistakes(),
                        metadataMistakes(),
                        vcpuMistakes(),
                        statisticsMistakes(),
                        hostMistakes())
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Mistake> tuningMistakes() {
        String both = bothImpacts();
        return Stream.of(
                tuning(
                        "memory",
                        "memory in virDomainSetMaxMemory must not be zero",
                        t -> t.setMaxMemory(0)),
                tuning(
                        "memory",
                        "memory in virDomainSetMemoryFlags must not be zero",
                        t -> t.setMemory(0, Flags.none())),
                tuning(
                        "period",
                        "period in virDomainSetMemoryStatsPeriod must be zero or greater",
                        t -> t.setMemoryStatsPeriod(-1, Flags.none())),
                tuning(
                        "nparams",
                        "nparams in virDomainSetNumaParameters must be greater than zero",
                        t -> t.setNumaParameters(NO_PARAMETERS, Flags.none())),
                tuning("ctl", both, t -> t.memoryParameters(BOTH)),
                tuning("ctl", both, t -> t.blkioParameters(BOTH)),
                tuning("ctl", both, t -> t.schedulerParameters(BOTH)),
                tuning("ctl", both, t -> t.metadata(MetadataPart.title(), BOTH)));
    }

    private static Stream<Mistake> metadataMistakes() {
        Optional<String> none = Optional.empty();
        var some = Optional.of("x");
        String function = " in virDomainSetMetadata must ";
        return Stream.of(
                metadata(
                        "metadata",
                        "metadata title can't contain newlines",
                        MetadataChange.title(Optional.of("a\nb"))),
                metadata(
                        "uri",
                        "uri" + function + "be NULL",
                        element(MetadataType.TITLE, some, some)),
                metadata(
                        "key",
                        "key" + function + "be NULL",
                        element(MetadataType.DESCRIPTION, none, some)),
                metadata(
                        "uri",
                        "uri" + function + "not be NULL",
                        element(MetadataType.ELEMENT, none, some)),
                metadata(
                        "key",
                        "key" + function + "not be NULL",
                        element(MetadataType.ELEMENT, some, none)));
    }

    private static Stream<Mistake> vcpuMistakes() {
        Flags<DomainVcpuFlag> guest = Flags.of(DomainVcpuFlag.GUEST, DomainVcpuFlag.CONFIG);
        return Stream.of(
                vcpus("nvcpus", "nvcpus in virDomainSetVcpus must not be zero", v -> v.setCount(0)),
                vcpus(
                        "ctl",
                        "Flag 'VIR_DOMAIN_AFFECT_CONFIG' is required by flag"
                                + " 'VIR_DOMAIN_VCPU_MAXIMUM'",
                        v -> v.setCount(0, Flags.of(DomainVcpuFlag.MAXIMUM))),
                vcpus(
                        "ctl",
                        "Flags 'VIR_DOMAIN_VCPU_GUEST' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually"
                                + " exclusive",
                        v -> v.setCount(1, guest)),
                vcpus("ctl", bothImpacts(), v -> v.count(new Flags<>(BOTH.bits()))),
                vcpus("ctl", bothImpacts(), v -> v.pins(BOTH)),
                vcpus("ctl", bothImpacts(), v -> v.emulatorPin(BOTH)),
                vcpus("ctl", bothImpacts(), v -> v.ioThreads(BOTH)),
                vcpus(
                        "iothread_id",
                        "iothread_id in virDomainDelIOThread must not be zero",
                        v -> v.deleteIoThread(0, Flags.none())));
    }

    private static String bothImpacts() {
        return "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually"
                + " exclusive";
    }

    private static Stream<Mistake> statisticsMistakes() {
        return Stream.of(
                statistics(
                        "start_cpu",
                        "start_cpu in virDomainGetCPUStats must be zero or greater",
                        s -> s.cpus(new CpuRange(-1, 1), 0)),
                statistics(
                        "ctl",
                        "Flags 'VIR_MEMORY_VIRTUAL' and 'VIR_MEMORY_PHYSICAL' are mutually"
                                + " exclusive",
                        s -> s.memoryPeek(0, 1, new Flags<>(3))),
                statistics(
                        "ctl",
                        "Flag 'VIR_DOMAIN_JOB_STATS_COMPLETED' is required by flag"
                                + " 'VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED'",
                        s -> s.job(Flags.of(JobStatsFlag.KEEP_COMPLETED))));
    }

    private static Stream<Mistake> hostMistakes() {
        var nowhere = new PageAllocation(List.of(new PageCount(4, 1)), 0, 0);
        return Stream.of(
                host(
                        "cpuNum",
                        "cpuNum in virNodeGetCPUStats only accepts -1 as a negative value",
                        h -> h.cpuStats(-2, 0)),
                host(
                        "cpuNum",
                        "cellNum in virNodeGetMemoryStats only accepts -1 as a negative value",
                        h -> h.memoryStats(-2, 0)),
                host(
                        "maxCells",
                        "maxCells in virNodeGetCellsFreeMemory must be greater than zero",
                        h -> h.cellsFreeMemory(-1, 0)),
                host(
                        "startCell",
                        "startCell in virNodeGetCellsFreeMemory must be zero or greater",
                        h -> h.cellsFreeMemory(-1, 1)),
                host(
                        "npages",
                        "npages in virNodeGetFreePages must not be zero",
                        h -> h.freePages(new PageSelection(List.of(), 0, 1), 0)),
                host(
                        "cellCount",
                        "cellCount in virNodeAllocPages must not be zero",
                        h -> h.allocPages(nowhere, Flags.none())));
    }

    private static Connection open() {
        var driver = new FakeDriver("fake", Set.of("fake"), Answer.ACCEPT);
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("fake:///"),
                Authenticator.none(),
                Flags.none());
    }

    private static LibvirtException refused(Consumer<Domain> call) {
        try (var connection = open()) {
            var domain = connection.domain(FakeDriver.WEB);
            return catchThrowableOfType(LibvirtException.class, () -> call.accept(domain));
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreRefusedInLibvirtsWords(Mistake mistake) {
        var error = refused(mistake.call());

        assertThat(error).hasMessage(mistake.message());
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error.domain()).isEqualTo(ErrorDomain.DOMAIN);
        assertThat(error.str2()).contains(mistake.argument());
    }

    @Test
    void thereIsAnEndToMemory() {
        long unlimited = (1L << 53) - 1;

        var error = refused(d -> d.tuning().setMemory(unlimited));
        var negative = refused(d -> d.tuning().setMaxMemory(-1));
        var less = refused(d -> d.tuning().setMemory(unlimited - 1));

        assertThat(error.code()).isEqualTo(ErrorCode.OVERFLOW);
        assertThat(error).hasMessage("numerical overflow: input too large: 9007199254740991");
        assertThat(negative)
                .hasMessage("numerical overflow: input too large: 18446744073709551615");
        assertThat(less.code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void statisticsAreOfDomainsOfOneConnection() {
        try (var other = open()) {
            var strange = List.of(other.domain(FakeDriver.WEB));

            var mixed =
                    refused(d -> d.connection().domainStats(strange, Flags.none(), Flags.none()));
            var none =
                    refused(d -> d.connection().domainStats(List.of(), Flags.none(), Flags.none()));

            assertThat(mixed)
                    .hasMessage(
                            "invalid argument: domains in 'doms' array must belong to a single"
                                    + " connection");
            assertThat(none)
                    .hasMessage(
                            "invalid argument: doms array in virDomainListGetStats must contain at"
                                    + " least one domain");
        }
    }

    @Test
    void callsOlderThanFlagsMeanFlagsAndKeepTheirNames() {
        var asked = new ArrayList<Object>();
        var tuning =
                new DomainTuningDriver() {
                    @Override
                    public void setMemory(
                            DomainId domain, long kibibytes, Flags<DomainMemoryFlag> flags) {
                        asked.add(flags);
                    }
                };
        tuning.setMemory(FakeDriver.WEB, 1);
        tuning.setMaxMemory(FakeDriver.WEB, 1);

        var unsupported =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> new DomainVcpuDriver() {}.setCount(FakeDriver.WEB, 1));

        assertThat(asked)
                .containsExactly(
                        Flags.of(DomainMemoryFlag.LIVE), Flags.of(DomainMemoryFlag.MAXIMUM));
        assertThat(unsupported.str2()).contains("virDomainSetVcpus");
    }
}
