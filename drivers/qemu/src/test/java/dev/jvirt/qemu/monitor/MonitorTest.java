package dev.jvirt.qemu.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTest {
    private static final String HOLDER = "remoteDispatchDomainSuspend";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final MonitorLoop loop = new MonitorLoop();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private FakeQemu qemu;

    @SuppressWarnings("NullAway.Init")
    private Monitor monitor;

    @BeforeEach
    void connect() throws IOException {
        Path socket =
                Files.createTempDirectory("jvirt-mon")
                        .resolve("m.sock"); // @TempDir may be too long for a socket
        qemu = new FakeQemu(socket);
        monitor = loop.connect(socket, "web", Duration.ofSeconds(2), new Recorder());
    }

    @AfterEach
    void close() throws IOException {
        monitor.close();
        loop.close();
        qemu.close();
    }

    @Test
    void aCommandIsSentWithoutASpaceAndItsAnswerComesBack() throws Exception {
        var answer = ask("query-status");
        qemu.accept();

        assertThat(qemu.hear()).isEqualTo("{\"execute\":\"query-status\",\"id\":1}");
        qemu.say("{\"return\": {\"status\": \"running\", \"running\": true}, \"id\": 1}");

        assertThat(answer.get(5, TimeUnit.SECONDS)).contains("\"running\":true");
    }

    @Test
    void commandsSentTogetherAreAnsweredInOrder() throws Exception {
        var replies =
                CompletableFuture.supplyAsync(
                        () ->
                                monitor.execute(
                                        HOLDER,
                                        List.of(new MonitorCommand("a"), new MonitorCommand("b"))));
        qemu.accept();
        qemu.hear();
        qemu.hear();
        qemu.say(
                "{\"return\": 1, \"id\": 1}\r\n"
                        + "{\"id\": 2, \"error\": {\"class\": \"X\", \"desc\": \"no b\"}}");

        assertThat(replies.get(5, TimeUnit.SECONDS).getFirst().value().text()).isEqualTo("1");
        assertThatThrownBy(() -> replies.get().getLast().value())
                .hasMessage("internal error: unable to execute QEMU command 'b': no b");
    }

    @Test
    void anEventIsHeardBeforeTheAnswerThatFollowsIt() throws Exception {
        var order = ask("cont").thenApply(_ -> heard.poll());
        qemu.accept();
        qemu.hear();
        qemu.say(
                "{\"timestamp\": {\"seconds\": 5, \"microseconds\": 6}, \"event\": \"RESUME\"}\r\n"
                        + "{\"return\": {}, \"id\": 1}");

        assertThat(order.get(5, TimeUnit.SECONDS)).isEqualTo("RESUME");
    }

    @Test
    void aSilentQemuIsATimeoutThatNamesCommandAndHolder() throws Exception {
        qemu.accept();

        var error = catchThrowableOfType(LibvirtException.class, () -> execute("stop"));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        assertThat(error)
                .hasMessageContaining("'stop'")
                .hasMessageContaining("held by monitor=" + HOLDER);
    }

    @Test
    void nothingIsSentWhileAnAnswerIsOverdueAndALateAnswerIsDropped() throws Exception {
        qemu.accept();
        assertThatThrownBy(() -> execute("stop")).isInstanceOf(LibvirtException.class);

        var error = catchThrowableOfType(LibvirtException.class, () -> execute("cont"));
        assertThat(error)
                .hasMessage(
                        "Timed out during operation: cannot acquire state change lock (held by"
                                + " monitor="
                                + HOLDER
                                + ")");

        var answer = ask("query-status");
        assertThat(qemu.hear()).contains("stop");
        qemu.say("{\"return\": {\"late\": true}, \"id\": 1}");
        assertThat(qemu.hear()).contains("query-status").contains("\"id\":2");
        qemu.say("{\"return\": {}, \"id\": 2}");
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("{}");
    }

    @Test
    void theEndOfQemuEndsWhoWaitsAndIsToldOnce() throws Exception {
        var answer = ask("stop");
        qemu.accept();
        qemu.hear();
        qemu.hangUp();

        assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
                .hasMessageContaining("End of file from qemu monitor (vm='web')");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("closed");
        assertThat(heard).isEmpty();
    }

    @Test
    void nonsenseEndsTheConversation() throws Exception {
        qemu.accept();
        qemu.say("{nonsense");

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("closed");
    }

    @Test
    void aCommandLongerThanTheSocketTakesIsSentAsQemuReads() throws Exception {
        String name = "x".repeat(2_000_000);
        var answer = ask(name);
        qemu.accept();

        assertThat(qemu.hear()).hasSizeGreaterThan(2_000_000);
        qemu.say("{\"return\": {}, \"id\": 1}");
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("{}");
    }

    @Test
    void nobodyListeningIsAnError() {
        assertThatThrownBy(
                        () ->
                                loop.connect(
                                        folder.resolve("none"),
                                        "web",
                                        Duration.ofSeconds(1),
                                        new Recorder()))
                .hasMessageContaining("failed to connect to monitor socket");
    }

    private CompletableFuture<String> ask(String command) {
        return CompletableFuture.supplyAsync(() -> execute(command));
    }

    private String execute(String command) {
        return monitor.execute(HOLDER, new MonitorCommand(command)).text();
    }

    private final class Recorder implements MonitorListener {
        @Override
        public void event(MonitorEvent event) {
            heard.add(event.name());
        }

        @Override
        public void closed() {
            heard.add("closed");
        }
    }
}
