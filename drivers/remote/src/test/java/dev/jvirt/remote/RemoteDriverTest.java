package dev.jvirt.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleType;
import dev.jvirt.protocol.remote.AuthCalls.AuthList;
import dev.jvirt.protocol.remote.AuthCalls.AuthPolkit;
import dev.jvirt.protocol.remote.AuthListReplyCodec;
import dev.jvirt.protocol.remote.AuthPolkitReplyCodec;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetUri;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectDomainEventCallbackRegisterAnyCodec;
import dev.jvirt.protocol.remote.ConnectDomainEventCallbackRegisterAnyReplyCodec;
import dev.jvirt.protocol.remote.ConnectGetUriReplyCodec;
import dev.jvirt.protocol.remote.ConnectListAllDomainsReplyCodec;
import dev.jvirt.protocol.remote.ConnectOpenCodec;
import dev.jvirt.protocol.remote.ConnectSupportsFeatureReplyCodec;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListAllDomains;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetState;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByName;
import dev.jvirt.protocol.remote.DomainEventCallbackLifecycleCodec;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackRegisterAny;
import dev.jvirt.protocol.remote.DomainEventLifecycleCodec;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import dev.jvirt.protocol.remote.DomainGetStateReplyCodec;
import dev.jvirt.protocol.remote.DomainLookupByNameReplyCodec;
import dev.jvirt.protocol.remote.RemoteDomain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole client, from the public API to the bytes, with a daemon of prepared answers.
@Timeout(20)
class RemoteDriverTest {
    private static final UUID WEB_UUID = UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f");
    private static final RemoteDomain WEB = new RemoteDomain("web", WEB_UUID, 3);

    private FakeDaemon daemon;

    @BeforeEach
    void startDaemon(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
    }

    @AfterEach
    void stopDaemon() throws IOException {
        daemon.close();
    }

    @Test
    void aClientIntroducesItselfInLibvirtsOrder() {
        var opened = new AtomicReference<Object>();
        daemon.answer(1, (args, reply) -> opened.set(ConnectOpenCodec.INSTANCE.read(args)));

        try (var connection = open(daemon.uri())) {
            assertThat(connection.uri()).isEqualTo(daemon.uri());
        }

        assertThat(daemon.calls()).containsExactly(66, 1, 60, 60, 2);
        assertThat(opened.get()).hasToString("ConnectOpen[name=Optional[qemu:///system], flags=0]");
    }

    @Test
    void aConnectionIsRecordedIfWanted(@TempDir Path folder) throws IOException {
        System.setProperty("jvirt.rpc.record", folder + "/recordings");
        try {
            open(daemon.uri()).close();
        } finally {
            System.clearProperty("jvirt.rpc.record");
        }

        try (var files = Files.list(folder.resolve("recordings"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
        }
    }

    @Test
    void aRecordingThatCannotBeIsRefused() {
        System.setProperty("jvirt.rpc.record", "/proc/nowhere,ring=none");
        try {
            var error = catchThrowableOfType(LibvirtException.class, () -> open(daemon.uri()));

            assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
            assertThat(error).hasMessageContaining("ring=none is no size");
        } finally {
            System.clearProperty("jvirt.rpc.record");
        }
    }

    @Test
    void aDaemonThatChoosesIsAskedWhatItChose() {
        daemon.answer(
                110, ConnectGetUriReplyCodec.INSTANCE, new ConnectGetUri.Reply("qemu:///system"));
        var target =
                new RemoteTarget(
                        Optional.of(ConnectUri.parse(daemon.uri())), "unix", "", DaemonMode.AUTO);
        var flags = new OpenFlags(true, false, false);

        try (var client =
                new dev.jvirt.rpc.client.RpcClient(DaemonSocket.find(target, flags).connect())) {
            var handshake = Handshake.perform(new RemoteCaller(client), target, flags, true);

            assertThat(handshake.uri()).isEqualTo("qemu:///system");
            assertThat(daemon.calls()).containsExactly(1, 110, 60, 60);
        }
    }

    @Test
    void polkitIsAskedForWhenTheDaemonWantsIt() {
        daemon.answer(66, AuthListReplyCodec.INSTANCE, new AuthList.Reply(List.of(2)));
        daemon.answer(70, AuthPolkitReplyCodec.INSTANCE, new AuthPolkit.Reply(1));

        open(daemon.uri()).close();

        assertThat(daemon.calls()).startsWith(66, 70, 1);
    }

    @Test
    void aMissingDaemonIsNamedByItsSocket(@TempDir Path folder) {
        String uri = "qemu:///system?socket=" + folder.resolve("none");

        var error = catchThrowableOfType(LibvirtException.class, () -> open(uri));

        assertThat(error.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(error)
                .hasMessage(
                        "Failed to connect socket to '%s': No such file or directory"
                                .formatted(folder.resolve("none")));
        assertThat(error.int1()).isEqualTo(2);
    }

    @Test
    void transportsThatAreNotThereYetSaySo() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> open("qemu+libssh://host/system"));

        assertThat(error).hasMessageContaining("libssh");
    }

    @Test
    void domainsAreListedAndTheirStateIsRead() {
        daemon.answer(
                273,
                ConnectListAllDomainsReplyCodec.INSTANCE,
                new ConnectListAllDomains.Reply(List.of(WEB), 1));
        daemon.answer(212, DomainGetStateReplyCodec.INSTANCE, new DomainGetState.Reply(3, 1));

        try (var connection = open(daemon.uri())) {
            var domains = connection.domains(Flags.none());

            assertThat(domains).hasSize(1);
            assertThat(domains.getFirst().name()).isEqualTo("web");
            assertThat(domains.getFirst().id()).contains(3);
            var state = domains.getFirst().state(0);
            assertThat(state.state()).isEqualTo(DomainState.PAUSED);
            assertThat(state.reason()).isEqualTo(PausedReason.USER);
        }
    }

    @Test
    void aDaemonsErrorArrivesWhole() {
        daemon.refuse(23, 42, 10, "Domain not found: no domain with matching name 'x'");

        try (var connection = open(daemon.uri())) {
            var error =
                    catchThrowableOfType(
                            LibvirtException.class, () -> connection.lookupDomainByName("x"));

            assertThat(error.code()).isEqualTo(ErrorCode.NO_DOMAIN);
            assertThat(error.domain().code()).isEqualTo(10);
            assertThat(error).hasMessage("Domain not found: no domain with matching name 'x'");
        }
    }

    @Test
    void aProcedureThatTheDaemonDoesNotKnowIsNotSupported() {
        try (var connection = open(daemon.uri())) {
            var error =
                    catchThrowableOfType(
                            LibvirtException.class, () -> connection.lookupDomainByName("x"));

            assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
            assertThat(error).hasMessage("unknown procedure: 23");
        }
    }

    @Test
    void oneRegistrationServesAllSubscribersOfAKind() throws InterruptedException {
        var registrations = new LinkedBlockingQueue<ConnectDomainEventCallbackRegisterAny>();
        daemon.answer(
                316,
                (args, reply) -> {
                    registrations.add(
                            ConnectDomainEventCallbackRegisterAnyCodec.INSTANCE.read(args));
                    ConnectDomainEventCallbackRegisterAnyReplyCodec.INSTANCE.write(
                            reply, new ConnectDomainEventCallbackRegisterAny.Reply(7));
                });
        daemon.answer(317);
        var first = new LinkedBlockingQueue<DomainEvent>();
        var second = new LinkedBlockingQueue<DomainEvent>();

        try (var connection = open(daemon.uri())) {
            var one =
                    connection.onDomainEvent(DomainEventId.LIFECYCLE, Optional.empty(), first::add);
            var two =
                    connection.onDomainEvent(
                            DomainEventId.LIFECYCLE, Optional.empty(), second::add);
            daemon.sendEvent(
                    318,
                    DomainEventCallbackLifecycleCodec.INSTANCE,
                    new DomainEventCallbackLifecycle(7, new DomainEventLifecycle(WEB, 5, 1)));

            var event = (DomainEvent.Lifecycle) first.take();
            assertThat(event.domain().uuid()).isEqualTo(WEB_UUID);
            assertThat(event.type()).isEqualTo(LifecycleType.STOPPED);
            assertThat(event.detail()).isEqualTo(1);
            assertThat(second.take()).isEqualTo(event);
            assertThat(registrations)
                    .containsExactly(
                            new ConnectDomainEventCallbackRegisterAny(0, Optional.empty()));
            one.close();
            assertThat(daemon.calls()).doesNotContain(317);
            two.close();
            assertThat(daemon.calls()).contains(317);
        }
    }

    @Test
    void anOldDaemonsEventsAreFilteredHere() throws InterruptedException {
        daemon.answer(
                60, ConnectSupportsFeatureReplyCodec.INSTANCE, new ConnectSupportsFeature.Reply(0));
        daemon.answer(23, DomainLookupByNameReplyCodec.INSTANCE, new DomainLookupByName.Reply(WEB));
        daemon.answer(167);
        daemon.answer(168);
        var heard = new LinkedBlockingQueue<DomainEvent>();
        var other = new RemoteDomain("other", new UUID(1, 2), 4);

        try (var connection = open(daemon.uri())) {
            var web = connection.lookupDomainByName("web");
            var subscription =
                    connection.onDomainEvent(DomainEventId.LIFECYCLE, Optional.of(web), heard::add);
            daemon.sendEvent(
                    107, DomainEventLifecycleCodec.INSTANCE, new DomainEventLifecycle(other, 5, 0));
            daemon.sendEvent(
                    107, DomainEventLifecycleCodec.INSTANCE, new DomainEventLifecycle(WEB, 4, 0));

            assertThat(heard.take().domain().name()).isEqualTo("web");
            assertThat(heard).isEmpty();
            subscription.close();
            assertThat(daemon.calls()).contains(167, 168);
        }
    }

    @Test
    void aRegistrationThatFailsLeavesNothingBehind() {
        daemon.refuse(316, 8, 20, "invalid argument: unsupported event ID 26");

        try (var connection = open(daemon.uri())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                var error =
                        catchThrowableOfType(
                                LibvirtException.class,
                                () ->
                                        connection.onDomainEvent(
                                                DomainEventId.MEMORY_DEVICE_SIZE_CHANGE,
                                                Optional.empty(),
                                                _ -> {}));
                assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
            }
        }

        assertThat(daemon.calls()).containsSequence(316, 316);
    }

    @Test
    void aHandlerMayCallTheDaemon() throws InterruptedException {
        daemon.answer(
                316,
                ConnectDomainEventCallbackRegisterAnyReplyCodec.INSTANCE,
                new ConnectDomainEventCallbackRegisterAny.Reply(0));
        daemon.answer(317);
        daemon.answer(23, DomainLookupByNameReplyCodec.INSTANCE, new DomainLookupByName.Reply(WEB));
        var looked = new LinkedBlockingQueue<String>();

        try (var connection = open(daemon.uri())) {
            connection.onDomainEvent(
                    DomainEventId.LIFECYCLE,
                    Optional.empty(),
                    _ -> looked.add(connection.lookupDomainByName("web").name()));
            daemon.sendEvent(
                    318,
                    DomainEventCallbackLifecycleCodec.INSTANCE,
                    new DomainEventCallbackLifecycle(0, new DomainEventLifecycle(WEB, 5, 1)));

            assertThat(looked.poll(10, TimeUnit.SECONDS)).isEqualTo("web");
        }
    }

    @Test
    void aConsoleCarriesBytesBothWays() throws InterruptedException {
        daemon.answer(23, DomainLookupByNameReplyCodec.INSTANCE, new DomainLookupByName.Reply(WEB));
        daemon.answer(201);

        try (var connection = open(daemon.uri());
                var console =
                        connection
                                .lookupDomainByName("web")
                                .openConsole(Optional.empty(), Flags.none())) {
            daemon.sendPacket(FakeDaemon.CONTINUE, "login: ".getBytes(UTF_8));
            var buffer = ByteBuffer.allocate(100);
            console.read(buffer);
            console.write(ByteBuffer.wrap("root\n".getBytes(UTF_8)));

            assertThat(new String(buffer.array(), 0, buffer.position(), UTF_8))
                    .isEqualTo("login: ");
            assertThat(daemon.packets().take())
                    .satisfies(
                            packet -> {
                                assertThat(packet.status()).isEqualTo(FakeDaemon.CONTINUE);
                                assertThat(packet.data().text()).isEqualTo("root\n");
                            });
            daemon.sendPacket(FakeDaemon.CONTINUE, new byte[0]);
            assertThat(console.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            daemon.sendPacket(FakeDaemon.OK, new byte[0]);
            console.finish();
        }
    }

    @Test
    void theEndOfTheDaemonIsTold() throws Exception {
        daemon.answer(360);
        var told = new CountDownLatch(1);
        var reason = new AtomicReference<CloseReason>();

        try (var connection = open(daemon.uri())) {
            connection.onClose(
                    why -> {
                        reason.set(why);
                        told.countDown();
                    });
            daemon.dropClient();

            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(reason.get()).isEqualTo(CloseReason.EOF);
            assertThat(connection.isAlive()).isFalse();
        }
    }

    private static Connection open(String uri) {
        return FakeDaemon.connect(uri);
    }
}
