package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.VcpuInfo;
import dev.jvirt.api.domain.VcpuState;
import dev.jvirt.api.driver.DomainStatsDriver;
import dev.jvirt.api.driver.DomainTuningDriver;
import dev.jvirt.api.driver.DomainVcpuDriver;
import dev.jvirt.api.driver.HostResourceDriver;
import dev.jvirt.api.host.HostCpus;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainGetCpuStats;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainMemoryStats;
import dev.jvirt.protocol.domain.DomainStatsCallsClient;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetNumaParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetSchedulerParameters;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainGetSchedulerParametersFlags;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetLifecycleAction;
import dev.jvirt.protocol.domain.DomainTuningCalls.DomainSetMetadata;
import dev.jvirt.protocol.domain.DomainTuningCallsClient;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetVcpuPinInfo;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetVcpus;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainPinVcpu;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainSetVcpu;
import dev.jvirt.protocol.domain.DomainVcpuCallsClient;
import dev.jvirt.protocol.host.HostResourceCalls.NodeAllocPages;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuMap;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuStats;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetFreePages;
import dev.jvirt.protocol.host.HostResourceCallsClient;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Calls on resources and statistics that travel in other forms than the API has.
@Timeout(60)
class ResourceFormsTest {
    private static final RemoteDomain WEB = new RemoteDomain("web", new UUID(1, 2), 3);
    private static final int TEXTS = 1 << 2;
    private static final TypedParameters NODES =
            TypedParameters.builder()
                    .put("numa_mode", new TypedValue.OfInt(1))
                    .put("numa_nodeset", new TypedValue.OfString("0"))
                    .build();

    private Mirror mirror;
    private RpcClient client;
    private DomainTuningCallsClient tuning;
    private DomainVcpuCallsClient vcpus;
    private DomainStatsCallsClient statistics;
    private HostResourceCallsClient host;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        mirror = new Mirror(folder);
        client = new RpcClient(UnixTransport.connect(folder.resolve("socket")));
        new ConnectCallsClient(client).connectOpen(new ConnectOpen(Optional.of("mirror:///"), 0));
        tuning = new DomainTuningCallsClient(client);
        vcpus = new DomainVcpuCallsClient(client);
        statistics = new DomainStatsCallsClient(client);
        host = new HostResourceCallsClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        mirror.close();
    }

    private void answerWith(Class<?> driver, String name, Object answer) {
        var method =
                Arrays.stream(driver.getMethods())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        mirror.far().answer(method, answer);
    }

    private static List<String> names(List<TypedParameter> parameters) {
        return parameters.stream().map(TypedParameter::field).toList();
    }

    private static String refusal(ThrowingCallable call) {
        return String.valueOf(catchThrowableOfType(RpcException.class, call).getMessage());
    }

    private DomainGetNumaParameters.Reply numa(int room, int flags) {
        return tuning.domainGetNumaParameters(new DomainGetNumaParameters(WEB, room, flags));
    }

    @Test
    void withoutRoomTheNumberIsAsked() {
        answerWith(DomainTuningDriver.class, "numaParameters", NODES);

        assertThat(numa(0, TEXTS).nparams()).isEqualTo(2);
        assertThat(numa(0, TEXTS).params()).isEmpty();
        assertThat(names(numa(16, TEXTS).params())).containsExactly("numa_mode", "numa_nodeset");
        assertThat(numa(16, TEXTS).nparams()).isZero();
        assertThat(names(numa(1, TEXTS).params())).containsExactly("numa_mode");
        assertThat(names(numa(16, 2).params())).containsExactly("numa_mode");
        assertThat(mirror.far().calls().getLast().arguments().get(1)).isEqualTo(new Flags<>(2));
        assertThat(refusal(() -> numa(17, 0))).isEqualTo("internal error: nparams too large");
    }

    @Test
    void theNumberOfSchedulerParametersHasACallOfItsOwn() {
        answerWith(DomainTuningDriver.class, "schedulerParameters", NODES);
        var older = new DomainGetSchedulerParameters(WEB, 16);

        assertThat(names(tuning.domainGetSchedulerParameters(older).params()))
                .containsExactly("numa_mode");
        assertThat(
                        refusal(
                                () ->
                                        tuning.domainGetSchedulerParametersFlags(
                                                new DomainGetSchedulerParametersFlags(WEB, 0, 1))))
                .isEqualTo(
                        "*nparams in virDomainGetSchedulerParametersFlags must be greater than"
                                + " zero");
    }

    @Test
    void callsWithoutDriversAreNamedAsTheyWereMade() {
        String unsupported = "this function is not supported by the connection driver: ";

        assertThat(
                        refusal(
                                () ->
                                        tuning.domainGetSchedulerParameters(
                                                new DomainGetSchedulerParameters(WEB, 1))))
                .isEqualTo(unsupported + "virDomainGetSchedulerParameters");
        assertThat(
                        refusal(
                                () ->
                                        tuning.domainGetSchedulerParametersFlags(
                                                new DomainGetSchedulerParametersFlags(WEB, 1, 0))))
                .isEqualTo(unsupported + "virDomainGetSchedulerParametersFlags");
    }

    @Test
    void numbersWithoutMeaningAreRefused() {
        var unknown =
                new DomainSetMetadata(
                        WEB, 3, Optional.empty(), Optional.empty(), Optional.empty(), 0);

        assertThat(refusal(() -> tuning.domainSetMetadata(unknown)))
                .isEqualTo("invalid argument: unknown metadata type '3'");
        assertThat(
                        refusal(
                                () ->
                                        tuning.domainSetLifecycleAction(
                                                new DomainSetLifecycleAction(WEB, -1, 0, 0))))
                .isEqualTo("invalid argument: invalid lifecycle type '4294967295'");
        assertThat(refusal(() -> vcpus.domainSetVcpu(new DomainSetVcpu(WEB, "1", 7, 0))))
                .isEqualTo("unsupported state '7'");
        assertThat(
                        refusal(
                                () ->
                                        host.nodeAllocPages(
                                                new NodeAllocPages(
                                                        List.of(4), List.of(), 0, 1, 0))))
                .contains("1 page sizes with 0 page counts");
        assertThat(
                        refusal(
                                () ->
                                        vcpus.domainPinVcpu(
                                                new DomainPinVcpu(
                                                        WEB, 0, new Opaque(new byte[0])))))
                .isEqualTo("maplen in virDomainPinVcpu must be greater than zero");
    }

    @Test
    void mapsFillTheRoomThatWasAskedFor() {
        var cpus = CpuMap.of(0, 9);
        answerWith(
                DomainVcpuDriver.class,
                "list",
                List.of(
                        new VcpuInfo(0, VcpuState.RUNNING, 5, 1, cpus),
                        new VcpuInfo(1, VcpuState.BLOCKED, 6, -1, cpus)));

        var all = vcpus.domainGetVcpus(new DomainGetVcpus(WEB, 3, 2));
        var some = vcpus.domainGetVcpus(new DomainGetVcpus(WEB, 1, 1));
        var none = vcpus.domainGetVcpus(new DomainGetVcpus(WEB, 3, 0));

        assertThat(all.info()).hasSize(2);
        assertThat(all.cpumaps().bytes()).containsExactly(1, 2, 1, 2, 0, 0);
        assertThat(some.info()).hasSize(1);
        assertThat(some.cpumaps().bytes()).containsExactly(1);
        assertThat(none.info()).hasSize(2);
        assertThat(none.cpumaps().bytes()).isEmpty();
    }

    @Test
    void roomForMapsHasLimits() {
        assertThat(refusal(() -> vcpus.domainGetVcpus(new DomainGetVcpus(WEB, 16385, 1))))
                .isEqualTo("internal error: maxinfo > REMOTE_VCPUINFO_MAX");
        assertThat(refusal(() -> vcpus.domainGetVcpus(new DomainGetVcpus(WEB, 16384, 1 << 30))))
                .isEqualTo("internal error: maxinfo * maplen > REMOTE_CPUMAPS_MAX");
        assertThat(refusal(() -> vcpus.domainGetVcpus(new DomainGetVcpus(WEB, 0, 1))))
                .isEqualTo("maxinfo in virDomainGetVcpus must be greater than zero");
        assertThat(
                        refusal(
                                () ->
                                        vcpus.domainGetVcpuPinInfo(
                                                new DomainGetVcpuPinInfo(WEB, 1, 0, 0))))
                .isEqualTo("maplen in virDomainGetVcpuPinInfo must be greater than zero");
    }

    private DomainGetCpuStats.Reply cpuStats(int room, int first, int cpus) {
        return statistics.domainGetCpuStats(new DomainGetCpuStats(WEB, room, first, cpus, TEXTS));
    }

    @Test
    void cpuStatisticsAreOneDenseList() {
        answerWith(DomainStatsDriver.class, "cpuStats", List.of(NODES, NODES, NODES));

        assertThat(cpuStats(16, 0, 3).params()).hasSize(6);
        assertThat(cpuStats(16, 0, 3).nparams()).isEqualTo(2);
        assertThat(names(cpuStats(1, 0, 3).params()))
                .containsExactly("numa_mode", "numa_mode", "numa_mode");
        assertThat(cpuStats(1, 0, 3).nparams()).isEqualTo(1);
        assertThat(cpuStats(0, 7, 3).nparams()).isEqualTo(2);
        assertThat(mirror.far().calls().getLast().arguments().get(1)).isEqualTo(new CpuRange(7, 1));
    }

    @Test
    void withoutCpusTheirNumberIsAsked() {
        answerWith(DomainStatsDriver.class, "cpuStatsCount", 48);

        assertThat(cpuStats(0, 0, 0).nparams()).isEqualTo(48);
        assertThat(refusal(() -> cpuStats(0, -1, 2)))
                .isEqualTo("ncpus must be 1 when start_cpu is -1");
        assertThat(refusal(() -> cpuStats(1, 0, 0)))
                .isEqualTo("params in virDomainGetCPUStats must be NULL");
        assertThat(refusal(() -> cpuStats(0, 0, 129))).isEqualTo("internal error: ncpus too large");
    }

    @Test
    void nobodyIsAskedForNoMemoryStatistics() {
        var none = statistics.domainMemoryStats(new DomainMemoryStats(WEB, 0, 0));

        assertThat(none.stats()).isEmpty();
        assertThat(refusal(() -> statistics.domainMemoryStats(new DomainMemoryStats(WEB, 1025, 0))))
                .isEqualTo("internal error: maxStats > REMOTE_DOMAIN_MEMORY_STATS_MAX");
    }

    @Test
    void mapsOfTheHostAreAsLongAsItHasCpus() {
        answerWith(HostResourceDriver.class, "cpus", new HostCpus(20, CpuMap.of(0, 1)));

        var all = host.nodeGetCpuMap(new NodeGetCpuMap(1, 1, 0));
        var count = host.nodeGetCpuMap(new NodeGetCpuMap(0, 0, 0));

        assertThat(all.cpumap().bytes()).containsExactly(3, 0, 0);
        assertThat(all.online()).isEqualTo(2);
        assertThat(all.ret()).isEqualTo(20);
        assertThat(count.cpumap().bytes()).isEmpty();
        assertThat(count.online()).isZero();
        assertThat(count.ret()).isEqualTo(20);
    }

    @Test
    void figuresOfTheHostAreCountedFirst() {
        answerWith(
                HostResourceDriver.class,
                "cpuStats",
                List.of(new HostStatistic("user", 1), new HostStatistic("idle", 2)));

        assertThat(host.nodeGetCpuStats(new NodeGetCpuStats(-1, 0, 0)).nparams()).isEqualTo(2);
        assertThat(host.nodeGetCpuStats(new NodeGetCpuStats(-1, 1, 0)).params()).hasSize(1);
        assertThat(host.nodeGetCpuStats(new NodeGetCpuStats(-1, 1, 0)).nparams()).isZero();
        assertThat(
                        refusal(
                                () ->
                                        host.nodeGetFreePages(
                                                new NodeGetFreePages(List.of(4), 0, 1025, 0))))
                .isEqualTo("internal error: the result won't fit into REMOTE_NODE_MAX_CELLS");
    }
}
