package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DiskErrorCode;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.DomainBlockDriver;
import dev.jvirt.api.driver.DomainDeviceDriver;
import dev.jvirt.api.driver.DomainStatsDriver;
import dev.jvirt.api.driver.HostResourceDriver;
import dev.jvirt.protocol.domain.DomainBlockCalls.DiskError;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockPeek;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockStatsFlags;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainGetBlockIoTune;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainGetBlockJobInfo;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainGetDiskErrors;
import dev.jvirt.protocol.domain.DomainBlockCallsClient;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainAttachDevice;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainDetachDevice;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainGraphicsReload;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainOpenGraphics;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainSendKey;
import dev.jvirt.protocol.domain.DomainDeviceCallsClient;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainCoreDumpWithFormat;
import dev.jvirt.protocol.domain.DomainSaveCallsClient;
import dev.jvirt.protocol.domain.DomainStatsCalls.ConnectGetAllDomainStats;
import dev.jvirt.protocol.domain.DomainStatsCallsClient;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetSevInfo;
import dev.jvirt.protocol.host.HostResourceCallsClient;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.IOException;
import java.lang.reflect.Method;
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

/// Calls on disks, devices and saving that travel in other forms than the API has.
@Timeout(60)
class OddFormsTest {
    private static final RemoteDomain WEB = new RemoteDomain("web", new UUID(1, 2), 3);
    private static final int TEXTS = 1 << 2;
    private static final TypedParameters LIMITS =
            TypedParameters.builder()
                    .put("a", new TypedValue.OfLong(1))
                    .put("group_name", new TypedValue.OfString("g"))
                    .put("b", new TypedValue.OfLong(2))
                    .build();

    private Mirror mirror;
    private RpcClient client;
    private DomainBlockCallsClient disks;
    private DomainDeviceCallsClient devices;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        mirror = new Mirror(folder);
        client = new RpcClient(UnixTransport.connect(folder.resolve("socket")));
        new ConnectCallsClient(client).connectOpen(new ConnectOpen(Optional.of("mirror:///"), 0));
        disks = new DomainBlockCallsClient(client);
        devices = new DomainDeviceCallsClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        mirror.close();
    }

    private static Method method(Class<?> driver, String name) {
        return Arrays.stream(driver.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void answerWith(String name, Object answer) {
        mirror.far().answer(method(DomainBlockDriver.class, name), answer);
    }

    private static List<String> names(List<TypedParameter> parameters) {
        return parameters.stream().map(TypedParameter::field).toList();
    }

    private static String refusal(ThrowingCallable call) {
        return String.valueOf(catchThrowableOfType(RpcException.class, call).getMessage());
    }

    private DomainBlockStatsFlags.Reply statistics(int nparams, int flags) {
        return disks.domainBlockStatsFlags(new DomainBlockStatsFlags(WEB, "vda", nparams, flags));
    }

    @Test
    void noParametersMeansHowMany() {
        answerWith("statistics", LIMITS);

        var count = statistics(0, TEXTS);
        var all = statistics(16, TEXTS);
        var some = statistics(2, TEXTS);

        assertThat(count.nparams()).isEqualTo(3);
        assertThat(count.params()).isEmpty();
        assertThat(names(all.params())).containsExactly("a", "group_name", "b");
        assertThat(all.nparams()).isZero();
        assertThat(names(some.params())).containsExactly("a", "group_name");
    }

    @Test
    void textsAreForThoseWhoCanTakeThem() {
        answerWith("ioTune", LIMITS);
        var call = new DomainGetBlockIoTune(WEB, Optional.of("vda"), 32, 2);

        assertThat(names(disks.domainGetBlockIoTune(call).params())).containsExactly("a", "b");
        assertThat(mirror.far().calls().getLast().arguments().get(1)).isEqualTo(new Flags<>(2));
    }

    @Test
    void countsBeyondTheirLimitsAreRefused() {
        assertThat(refusal(() -> statistics(-1, 0)))
                .isEqualTo("internal error: nparams must be non-negative");
        assertThat(refusal(() -> statistics(17, 0))).isEqualTo("internal error: nparams too large");
        assertThat(refusal(() -> errors(257))).isEqualTo("internal error: maxerrors too large");
        assertThat(
                        refusal(
                                () ->
                                        disks.domainBlockPeek(
                                                new DomainBlockPeek(WEB, "vda", 0, 4194305, 0))))
                .isEqualTo("internal error: size > maximum buffer size");
    }

    @Test
    void theNumberOfLimitsNeedsNoDisk() {
        answerWith("ioTuneSize", 20);

        var count =
                disks.domainGetBlockIoTune(new DomainGetBlockIoTune(WEB, Optional.empty(), 0, 4));
        String refusal =
                refusal(
                        () ->
                                disks.domainGetBlockIoTune(
                                        new DomainGetBlockIoTune(WEB, Optional.empty(), 20, 4)));

        assertThat(count.nparams()).isEqualTo(20);
        assertThat(refusal).isEqualTo("disk in virDomainGetBlockIoTune must not be NULL");
    }

    private DomainGetDiskErrors.Reply errors(int max) {
        return disks.domainGetDiskErrors(new DomainGetDiskErrors(WEB, max, 0));
    }

    @Test
    void noErrorsMeansHowMany() {
        answerWith(
                "errors",
                List.of(
                        new dev.jvirt.api.domain.DiskError("vda", DiskErrorCode.NO_SPACE),
                        new dev.jvirt.api.domain.DiskError("vdb", DiskErrorCode.UNSPEC)));

        assertThat(errors(0)).isEqualTo(new DomainGetDiskErrors.Reply(List.of(), 2));
        assertThat(errors(1))
                .isEqualTo(new DomainGetDiskErrors.Reply(List.of(new DiskError("vda", 2)), 1));
    }

    @Test
    void noJobIsFoundNotToBe() {
        answerWith("job", Optional.empty());

        var job = disks.domainGetBlockJobInfo(new DomainGetBlockJobInfo(WEB, "vda", 0));

        assertThat(job).isEqualTo(new DomainGetBlockJobInfo.Reply(0, 0, 0, 0, 0));
    }

    /// `virDomainAttachDevice` and `virDomainDetachDevice` have no flags to say so.
    @Test
    void theOlderCallsConcernTheRunningDomain() {
        mirror.far().answer(method(DomainDeviceDriver.class, "update"), "nothing");
        List<ThrowingCallable> calls =
                List.of(
                        () -> devices.domainAttachDevice(new DomainAttachDevice(WEB, "<disk/>")),
                        () -> devices.domainDetachDevice(new DomainDetachDevice(WEB, "<disk/>")));

        for (ThrowingCallable call : calls) {
            assertThat(refusal(call)).contains("not supported");
            assertThat(mirror.far().calls().getLast().arguments().get(2))
                    .isEqualTo(Flags.of(DomainDeviceModifyFlag.LIVE));
        }
    }

    @Test
    void numbersThatMeanNothingAreRefused() {
        assertThat(
                        refusal(
                                () ->
                                        devices.domainSendKey(
                                                new DomainSendKey(WEB, 10, 0, List.of(1), 0))))
                .isEqualTo("Unsupported codeset '10'");
        assertThat(refusal(() -> devices.domainGraphicsReload(new DomainGraphicsReload(WEB, 2, 0))))
                .contains("'2'");
        assertThat(
                        refusal(
                                () ->
                                        new DomainSaveCallsClient(client)
                                                .domainCoreDumpWithFormat(
                                                        new DomainCoreDumpWithFormat(
                                                                WEB, "/f", 5, 0))))
                .isEqualTo("dumpformat '5' is not supported");
    }

    @Test
    void statisticsOfNoDomainsAreThoseOfAll() {
        mirror.far().answer(method(DomainStatsDriver.class, "stats"), List.of());
        var statistics = new DomainStatsCallsClient(client);

        statistics.connectGetAllDomainStats(new ConnectGetAllDomainStats(List.of(), 1, 0));
        assertThat(mirror.far().calls().getLast().arguments().getFirst()).isEqualTo(List.of());
        statistics.connectGetAllDomainStats(new ConnectGetAllDomainStats(List.of(WEB), 1, 0));
        assertThat(mirror.far().calls().getLast().arguments().getFirst())
                .isEqualTo(List.of(new DomainId("web", WEB.uuid(), 3)));
    }

    /// C's client leaves it as it finds it in memory.
    @Test
    void theNumberOfSevParametersIsNotRead() {
        mirror.far().answer(method(HostResourceDriver.class, "sevInfo"), LIMITS);
        var host = new HostResourceCallsClient(client);

        var reply = host.nodeGetSevInfo(new NodeGetSevInfo(-77, TEXTS));

        assertThat(names(reply.params())).containsExactly("a", "group_name", "b");
        assertThat(reply.nparams()).isZero();
    }

    @Test
    void aDisplayWithoutASocketIsRefused() {
        assertThat(refusal(() -> devices.domainOpenGraphics(new DomainOpenGraphics(WEB, 0, 0))))
                .isEqualTo("internal error: No FD available at slot 0");
    }
}
