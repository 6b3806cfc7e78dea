package dev.jvirt.daemon.mirror;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.QemuMonitorReply;
import dev.jvirt.api.driver.DomainDeviceDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.LxcSpecificDriver;
import dev.jvirt.api.driver.QemuSpecificDriver;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainOpenGraphicsFd;
import dev.jvirt.protocol.domain.DomainDeviceCallsClient;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files travel between client and daemon, and however a call ends, no file stays open that was
/// not open before: the files of this process, which is both, are counted.
@Timeout(60)
class FilePassingTest {
    private static final DomainId WEB = new DomainId("web", new UUID(1, 2), 3);
    private static final int MANY = 33;
    private static final int CONNECT_GET_TYPE = 3;
    private static final int UNKNOWN = 5000;
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private Path socket;
    private Mirror mirror;
    private TestFiles files;
    private long before;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        socket = folder.resolve("socket");
        mirror = new Mirror(folder);
        files = new TestFiles(folder);
        warmUp();
        before = TestFiles.count();
    }

    @AfterEach
    void close() {
        mirror.close();
        files.close();
    }

    /// The first call opens what is opened once for the process.
    private void warmUp() throws Exception {
        answerWith("openNamespaces", LxcSpecificDriver.class, List.of(files.open(0)));
        lxc().openNamespaces(WEB, 0).forEach(OpenFile::close);
        files.open(0).close();
        TestFiles.count();
    }

    private LxcSpecificDriver lxc() {
        return mirror.near(LxcSpecificDriver.class);
    }

    private DomainDeviceDriver devices() {
        return mirror.near(DomainDeviceDriver.class);
    }

    private void answerWith(String name, Class<?> driver, Object answer) {
        mirror.far().answer(method(driver, name), answer);
    }

    private static Method method(Class<?> driver, String name) {
        return Arrays.stream(driver.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<OpenFile> some(int count) {
        return IntStream.range(0, count).mapToObj(files::open).toList();
    }

    /// Replies are sent before the daemon has closed everything, and a client may be gone before it
    /// was let in. Clients come in one after the other: once the last is served, all were let in.
    private void assertNothingLeftOpen() throws IOException {
        connect().close();
        long deadline = System.nanoTime() + PATIENCE;
        long open = TestFiles.count();
        while (open > before && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            open = TestFiles.count();
        }
        assertThat(open).isLessThanOrEqualTo(before);
    }

    @Test
    void filesComeWithReplies() throws IOException {
        List<OpenFile> given = some(3);
        Object expected = TestFiles.seen(given);
        answerWith("openNamespaces", LxcSpecificDriver.class, given);

        List<OpenFile> came = lxc().openNamespaces(WEB, 0);

        assertThat(TestFiles.seen(came)).isEqualTo(expected);
        came.forEach(OpenFile::close);
        assertNothingLeftOpen();
    }

    @Test
    void filesGoWithCallsAndStayOpenHere() throws IOException {
        List<OpenFile> given = some(3);
        answerWith("createXmlWithFiles", DomainDriver.class, WEB);

        mirror.near(DomainDriver.class).createXmlWithFiles("<domain/>", given, Flags.none());

        Method method = method(DomainDriver.class, "createXmlWithFiles");
        assertThat(mirror.far().calls(method).getLast().arguments().get(1))
                .isEqualTo(TestFiles.seen(given));
        given.forEach(OpenFile::close);
        assertNothingLeftOpen();
    }

    @Test
    void filesGoAndComeInOneCall() throws IOException {
        var reply = new QemuMonitorReply("{}", some(2));
        Object expected = TestFiles.seen(reply);
        answerWith("monitorCommandWithFiles", QemuSpecificDriver.class, reply);
        List<OpenFile> given = some(1);

        var answer =
                mirror.near(QemuSpecificDriver.class)
                        .monitorCommandWithFiles(WEB, "{}", given, Flags.none());

        assertThat(TestFiles.seen(answer)).isEqualTo(expected);
        answer.close();
        given.forEach(OpenFile::close);
        assertNothingLeftOpen();
    }

    @Test
    void aCallThatFailsLeavesNoFileOpen() throws IOException {
        List<OpenFile> given = some(3);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> devices().associateFiles(WEB, "group", given, Flags.none()));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        given.forEach(OpenFile::close);
        assertNothingLeftOpen();
    }

    @Test
    void aReplyWithTooManyFilesIsAnErrorAndLeavesNoneOpen() throws IOException {
        answerWith("openNamespaces", LxcSpecificDriver.class, some(MANY + 2));

        var error =
                catchThrowableOfType(LibvirtException.class, () -> lxc().openNamespaces(WEB, 0));

        assertThat(error).hasMessage("Too many FDs to send 33, expected 32 maximum");
        assertNothingLeftOpen();
    }

    @Test
    void aCallWithTooManyFilesIsNotSent() throws IOException {
        List<OpenFile> given = some(MANY);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> devices().associateFiles(WEB, "group", given, Flags.none()));

        assertThat(error).hasMessage("Too many FDs to send 33, expected 32 maximum");
        given.forEach(OpenFile::close);
        assertNothingLeftOpen();
    }

    @Test
    void aDisplayThatIsNoSocketIsRefusedByTheDaemon(@TempDir Path folder) throws IOException {
        Path plain = folder.resolve("plain");
        try (var channel = FileChannel.open(plain, StandardOpenOption.CREATE_NEW, WRITE)) {
            OpenFile file = OpenFile.borrowed(TestFiles.number(plain));

            var error =
                    catchThrowableOfType(
                            LibvirtException.class,
                            () -> devices().openGraphics(WEB, 0, file, Flags.none()));

            assertThat(channel.isOpen()).isTrue();
            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
            assertThat(error.getMessage()).matches("fd \\d+ must be a socket");
        }
        assertNothingLeftOpen();
    }

    @Test
    void filesThatNobodyWantsAreClosed() throws IOException {
        try (var client = connect()) {
            List<OpenFile> given = some(2);
            List<Integer> numbers = given.stream().map(OpenFile::number).toList();

            send(client, CONNECT_GET_TYPE, numbers);
            var error =
                    catchThrowableOfType(RpcException.class, () -> send(client, UNKNOWN, numbers));

            assertThat(error).hasMessage("unknown procedure: 5000");
            given.forEach(OpenFile::close);
        }
        assertNothingLeftOpen();
    }

    private RpcClient connect() throws IOException {
        var client = new RpcClient(UnixTransport.connect(socket, new UnixSockets()));
        new ConnectCallsClient(client).connectOpen(new ConnectOpen(Optional.of("mirror:///"), 0));
        return client;
    }

    private static void send(RpcClient client, int procedure, List<Integer> descriptors) {
        try {
            client.callWithDescriptors(
                    Program.REMOTE.number(),
                    Program.REMOTE.version(),
                    procedure,
                    EmptyCodec.INSTANCE,
                    Empty.INSTANCE,
                    descriptors,
                    EmptyCodec.INSTANCE);
        } catch (RpcException e) {
            if (e.error().message() != null && e.error().message().startsWith("unknown")) {
                throw e;
            }
        }
    }

    @Test
    void filesOfAnUnfinishedMessageAreClosedWithTheConnection() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                    OpenFile file = files.open(0)) {
                channel.write(callWithDescriptors(2));
                assertThat(new UnixSockets().sendDescriptor(channel, file.number())).isTrue();
            }
        }

        assertNothingLeftOpen();
    }

    /// A call of the remote program that announces descriptors.
    private static ByteBuffer callWithDescriptors(int count) {
        return ByteBuffer.allocate(32)
                .putInt(32)
                .putInt(Program.REMOTE.number())
                .putInt(Program.REMOTE.version())
                .putInt(CONNECT_GET_TYPE)
                .putInt(4)
                .putInt(0)
                .putInt(0)
                .putInt(count)
                .flip();
    }

    @Test
    void filesForAClientThatIsGoneAreClosed() throws IOException {
        Method open =
                Arrays.stream(DomainDeviceDriver.class.getMethods())
                        .filter(method -> method.getReturnType() == OpenFile.class)
                        .findFirst()
                        .orElseThrow();
        for (int i = 0; i < 3; i++) {
            mirror.far().answer(open, files.open(i));
            try (RpcClient client = connect()) {
                client.setDeadline(Duration.ofNanos(1));

                var error = catchThrowableOfType(RpcException.class, () -> openGraphics(client));

                assertThat(error).hasMessageContaining("no reply");
            }
            awaitCall();
        }
        assertNothingLeftOpen();
    }

    private static void openGraphics(RpcClient client) {
        var domain = new RemoteDomain(WEB.name(), WEB.uuid(), WEB.id());
        new DomainDeviceCallsClient(client)
                .domainOpenGraphicsFd(new DomainOpenGraphicsFd(domain, 0, 0));
    }

    /// Waits until the driver has given its file away.
    private void awaitCall() {
        long deadline = System.nanoTime() + PATIENCE;
        while (mirror.far().calls().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(mirror.far().calls()).isNotEmpty();
    }
}
