package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Host;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.protocol.domain.DomainGetCpuStatsReplyCodec;
import dev.jvirt.protocol.domain.DomainGetVcpuPinInfoCodec;
import dev.jvirt.protocol.domain.DomainGetVcpuPinInfoReplyCodec;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainGetCpuStats;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetVcpuPinInfo;
import dev.jvirt.protocol.host.HostResourceCalls.CpuStat;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuMap;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuStats;
import dev.jvirt.protocol.host.NodeGetCpuMapReplyCodec;
import dev.jvirt.protocol.host.NodeGetCpuStatsCodec;
import dev.jvirt.protocol.host.NodeGetCpuStatsReplyCodec;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Resources and statistics: what the client half does beyond one call for one call.
@Timeout(20)
class RemoteResourcesTest {
    private static final DomainId WEB = new DomainId("web", new UUID(1, 2), 3);
    private static final int PIN_INFO = 230;
    private static final int NODE_CPU_STATS = 227;
    private static final int CPU_STATS = 262;
    private static final int CPU_MAP = 293;

    private FakeDaemon daemon;
    private Connection connection;
    private Domain domain;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
        connection = daemon.connect();
        domain = connection.domain(WEB);
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        daemon.close();
    }

    /// A daemon with domains of so many virtual CPUs, that fills the room that it is given.
    private void answerPins(int vcpus, List<DomainGetVcpuPinInfo> asked) {
        daemon.answer(
                PIN_INFO,
                (args, reply) -> {
                    var call = DomainGetVcpuPinInfoCodec.INSTANCE.read(args);
                    asked.add(call);
                    var maps = new byte[call.ncpumaps() * call.maplen()];
                    int told = Math.min(vcpus, call.ncpumaps());
                    for (int vcpu = 0; vcpu < told; vcpu++) {
                        maps[vcpu * call.maplen()] = 1;
                    }
                    DomainGetVcpuPinInfoReplyCodec.INSTANCE.write(
                            reply, new DomainGetVcpuPinInfo.Reply(new Opaque(maps), told));
                });
    }

    private void answerCpus(int present) {
        daemon.answer(
                CPU_MAP,
                NodeGetCpuMapReplyCodec.INSTANCE,
                new NodeGetCpuMap.Reply(new Opaque(new byte[0]), 0, present));
    }

    @Test
    void roomForMapsIsAsLongAsTheHostHasCpus() {
        var asked = new ArrayList<DomainGetVcpuPinInfo>();
        answerCpus(20);
        answerPins(2, asked);

        assertThat(domain.vcpus().pins(Flags.none())).containsExactly(CpuMap.of(0), CpuMap.of(0));
        assertThat(asked).singleElement().extracting(DomainGetVcpuPinInfo::maplen).isEqualTo(3);
    }

    @Test
    void roomGrowsWhileADaemonFillsIt() {
        var asked = new ArrayList<DomainGetVcpuPinInfo>();
        answerCpus(8);
        answerPins(1000, asked);

        assertThat(domain.vcpus().pins(Flags.none())).hasSize(1000);
        assertThat(asked).extracting(DomainGetVcpuPinInfo::ncpumaps).containsExactly(256, 2048);
    }

    @Test
    void aDaemonThatTellsOfMoreThanItSendsIsNotBelieved() {
        answerCpus(8);
        daemon.answer(
                PIN_INFO,
                DomainGetVcpuPinInfoReplyCodec.INSTANCE,
                new DomainGetVcpuPinInfo.Reply(new Opaque(new byte[] {1, 2}), Integer.MAX_VALUE));

        assertThat(domain.vcpus().pins(Flags.none())).containsExactly(CpuMap.of(0), CpuMap.of(1));
    }

    @Test
    void hostsAreAskedForExactlyAsManyFiguresAsTheyHave() {
        var asked = new ArrayList<Integer>();
        daemon.answer(
                NODE_CPU_STATS,
                (args, reply) -> {
                    int room = NodeGetCpuStatsCodec.INSTANCE.read(args).nparams();
                    asked.add(room);
                    NodeGetCpuStatsReplyCodec.INSTANCE.write(
                            reply,
                            room == 0
                                    ? new NodeGetCpuStats.Reply(List.of(), 1)
                                    : new NodeGetCpuStats.Reply(
                                            List.of(new CpuStat("idle", 7)), 0));
                });

        assertThat(connection.host().cpuStats(Host.ALL, 0))
                .singleElement()
                .hasToString("HostStatistic[name=idle, value=7]");
        assertThat(asked).containsExactly(0, 1);
    }

    @Test
    void figuresOfCpusAreToldApart() {
        var value = new TypedValue.OfUnsignedLong(1);
        var parameters =
                List.of(
                        new TypedParameter("a", value),
                        new TypedParameter("b", value),
                        new TypedParameter("c", value),
                        new TypedParameter("d", value));
        daemon.answer(
                CPU_STATS,
                DomainGetCpuStatsReplyCodec.INSTANCE,
                new DomainGetCpuStats.Reply(parameters, 2));

        var cpus = domain.statistics().cpus(new CpuRange(0, 2), 0);
        var tooMany =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> domain.statistics().cpus(new CpuRange(0, 129), 0));

        assertThat(cpus).hasSize(2);
        assertThat(cpus.getLast().get("d")).isPresent();
        assertThat(tooMany).hasMessageContaining("ncpus count exceeds maximum: 129 > 128");
    }
}
