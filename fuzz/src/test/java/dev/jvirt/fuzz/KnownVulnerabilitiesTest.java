package dev.jvirt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.fuzz.WireMessage.Kind;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What has hurt libvirt does not hurt here: the ideas behind vulnerabilities that were found in
/// it. Those of lists (CVE-2024-1441, CVE-2024-8235) are tried where the lists are, in the tests of
/// the daemon.
@Timeout(120)
class KnownVulnerabilitiesTest {
    private static final Set<String> SIZES =
            Set.of(
                    "maxnames",
                    "maxids",
                    "maxuuids",
                    "maxinfo",
                    "maxerrors",
                    "maxcells",
                    "maxstats",
                    "nparams",
                    "maplen",
                    "ncpumaps",
                    "ncpus",
                    "size");

    /// Permissions that a read-only client has.
    private static final Set<String> LOOKING = Set.of("read", "getattr", "search-domains");

    private static final int CALLERS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private LiveDaemon daemon;

    @BeforeEach
    void start() throws IOException {
        daemon = LiveDaemon.start(folder);
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    private static List<WireMessage> calls() {
        return WireMessage.all().stream()
                .filter(message -> message.kind() == Kind.ARGUMENTS)
                .filter(message -> message.program() != Program.ADMIN)
                .toList();
    }

    /// CVE-2024-2494: the daemon made room for as many entries as a client said it has, and a
    /// negative number was no number to it.
    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void cve2024_2494_negativeArrayLengthsAreRefused(int length) throws IOException {
        int tried = 0;
        for (WireMessage call : calls()) {
            if (Arrays.stream(call.type().getRecordComponents())
                    .noneMatch(KnownVulnerabilitiesTest::isSize)) {
                continue;
            }
            var arguments =
                    new RandomRecord(
                                    call.number(),
                                    component ->
                                            isSize(component)
                                                    ? Optional.of(length)
                                                    : Optional.empty())
                            .of(call.type());
            try (var client = daemon.connect("open")) {
                RpcException refusal = refusal(client, call, arguments);

                assertThat(refusal).as(call.type().toString()).isNotNull();
                assertThat(refusal.getMessage()).doesNotContain(LiveDaemon.DEFECT);
                assertThat(client.isOpen()).isTrue();
            }
            tried++;
        }
        assertThat(tried).isGreaterThan(30);
        assertThat(daemon.askedByAnother()).isEqualTo("TEST");
    }

    private static boolean isSize(RecordComponent component) {
        return component.getType() == int.class
                && SIZES.contains(component.getName().toLowerCase(Locale.ROOT));
    }

    private static RpcException refusal(RpcClient client, WireMessage call, Object arguments) {
        return catchThrowableOfType(
                RpcException.class,
                () ->
                        client.call(
                                call.program().number(),
                                call.program().version(),
                                call.number(),
                                call.codec(),
                                arguments,
                                EmptyCodec.INSTANCE));
    }

    /// CVE-2024-4418: one thread ended the client's loop while another still waited in it, and what
    /// it waited with was gone.
    @Test
    void cve2024_4418_closingWhileOthersReadEndsTheirCallsAndNothingElse() throws Exception {
        for (int round = 0; round < 100; round++) {
            var client = daemon.connect("open");
            if (round % 2 == 0) {
                client.readInBackground();
            }
            var under = new CountDownLatch(CALLERS);
            var ends = new ConcurrentLinkedQueue<Throwable>();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < CALLERS; i++) {
                threads.add(Thread.ofPlatform().start(() -> callOn(client, under, ends)));
            }
            under.await();
            client.close();
            for (Thread thread : threads) {
                assertThat(thread.join(LiveDaemon.PATIENCE)).isTrue();
            }

            assertThat(ends).hasSize(CALLERS).hasOnlyElementsOfType(RpcException.class);
            assertThat(ends)
                    .extracting(Throwable::getMessage)
                    .allMatch(message -> message.contains("client socket is closed"));
        }
    }

    private static void callOn(
            RpcClient client, CountDownLatch under, ConcurrentLinkedQueue<Throwable> ends) {
        var calls = new ConnectCallsClient(client);
        try {
            while (true) {
                calls.connectGetType();
                under.countDown();
            }
        } catch (Throwable e) {
            ends.add(e);
        }
    }

    /// CVE-2025-12748: documents of clients were read before anybody asked whether the client may
    /// make the call at all.
    @ParameterizedTest
    @ValueSource(strings = {"<", "", "<domain><", "<a:b xmlns:a='u'>"})
    void cve2025_12748_whoMayNotChangeAnythingHasNoDocumentRead(String document)
            throws IOException {
        int tried = 0;
        for (WireMessage call : calls()) {
            if (!takesDocument(call) || isLooking(call)) {
                continue;
            }
            var arguments =
                    new RandomRecord(
                                    call.number(),
                                    component ->
                                            isDocument(component)
                                                    ? Optional.of(document)
                                                    : Optional.empty())
                            .of(call.type());
            try (var client = daemon.connect("readonly")) {
                RpcException refusal = refusal(client, call, arguments);

                assertThat(refusal).as(call.type().toString()).isNotNull();
                assertThat(refusal.error().code())
                        .as("%s: %s", call.type(), refusal.getMessage())
                        .isEqualTo(ErrorCode.OPERATION_DENIED.code());
            }
            tried++;
        }
        assertThat(tried).isGreaterThan(20);
    }

    private static boolean isDocument(RecordComponent component) {
        return component.getType() == String.class
                && component.getName().toLowerCase(Locale.ROOT).contains("xml");
    }

    private static boolean takesDocument(WireMessage call) {
        return Arrays.stream(call.type().getRecordComponents())
                .anyMatch(KnownVulnerabilitiesTest::isDocument);
    }

    private static boolean isLooking(WireMessage call) {
        Procedure procedure = call.type().getAnnotation(Procedure.class);
        return procedure == null
                || Arrays.stream(procedure.acl())
                        .map(permission -> permission.substring(permission.indexOf(':') + 1))
                        .allMatch(LOOKING::contains);
    }
}
