package dev.jvirt.flight.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.Flight;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.SampleFrames;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetXmlDesc;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByName;
import dev.jvirt.protocol.remote.DomainGetXmlDescReplyCodec;
import dev.jvirt.protocol.remote.DomainLookupByNameCodec;
import dev.jvirt.protocol.remote.DomainLookupByNameReplyCodec;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.rpc.frame.FrameHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final int CLOSE = 2;
    private static final int LOOKUP = 23;
    private static final int XML = 14;
    private static final int DOWNLOAD = 209;
    private static final int UPLOAD = 208;
    private static final int EVENT = 107;
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<RecordedFrame> frames = new ArrayList<>();

    @TempDir private Path folder;

    private void client(byte[] frame) {
        frames.add(new RecordedFrame(Direction.TO_SERVER, 0, frame.length, frame));
    }

    private void daemon(byte[] frame) {
        frames.add(new RecordedFrame(Direction.TO_CLIENT, 0, frame.length, frame));
    }

    private static byte[] lookup(int serial, String name) {
        return SampleFrames.call(
                LOOKUP, serial, DomainLookupByNameCodec.INSTANCE, new DomainLookupByName(name));
    }

    private static byte[] found(int serial, String name, int id) {
        return SampleFrames.reply(
                LOOKUP,
                serial,
                DomainLookupByNameReplyCodec.INSTANCE,
                new DomainLookupByName.Reply(new RemoteDomain(name, new UUID(1, 2), id)));
    }

    private static byte[] event() {
        return SampleFrames.raw(SampleFrames.remote(EVENT, 2, 1, 0));
    }

    private Flight flight() {
        return new Flight(Instant.EPOCH, true, "a test", List.copyOf(frames), true);
    }

    private static List<String> said(Script script, byte[] frame) {
        return script.answer(frame).orElseThrow().stream()
                .map(RecordedFrame::header)
                .map(ReplayTest::text)
                .toList();
    }

    private static String text(FrameHeader header) {
        return "%d/%d/%d #%d"
                .formatted(header.procedure(), header.type(), header.status(), header.serial());
    }

    @Test
    void callsAreAnsweredByTheirArgumentsInOrderWithTheSerialOfNow() {
        client(lookup(0, "a"));
        daemon(found(0, "a", 1));
        client(lookup(1, "b"));
        daemon(found(1, "b", 2));
        client(lookup(2, "a"));
        daemon(found(2, "a", 3));
        var script = new Script(frames, true);

        assertThat(script.answer(lookup(70, "b")).orElseThrow()).containsExactly(found(70, "b", 2));
        assertThat(script.answer(lookup(71, "a")).orElseThrow()).containsExactly(found(71, "a", 1));
        assertThat(script.answer(lookup(72, "a")).orElseThrow()).containsExactly(found(72, "a", 3));
        assertThat(script.answer(lookup(73, "a")).orElseThrow())
                .as("asked more often than recorded")
                .containsExactly(found(73, "a", 3));
        assertThat(script.answer(lookup(74, "c"))).isEmpty();
    }

    @Test
    void eventsComeOnceAllCallsBeforeThemAreMade() {
        client(lookup(0, "a"));
        client(lookup(1, "b"));
        daemon(found(1, "b", 2));
        daemon(event());
        daemon(found(0, "a", 1));
        var script = new Script(frames, true);

        assertThat(said(script, lookup(0, "b"))).containsExactly("23/1/0 #0");
        assertThat(said(script, lookup(1, "a"))).containsExactly("107/2/0 #1", "23/1/0 #1");
    }

    @Test
    void aStreamEndsWhenTheClientEndsIt() {
        client(SampleFrames.call(UPLOAD, 0));
        daemon(SampleFrames.reply(UPLOAD, 0));
        client(SampleFrames.data(UPLOAD, 0, (byte) 1));
        client(SampleFrames.end(UPLOAD, 0));
        daemon(SampleFrames.end(UPLOAD, 0));
        var script = new Script(frames, true);

        assertThat(said(script, SampleFrames.call(UPLOAD, 9))).containsExactly("208/1/0 #9");
        assertThat(said(script, SampleFrames.data(UPLOAD, 9, (byte) 1))).isEmpty();
        assertThat(said(script, SampleFrames.end(UPLOAD, 9))).containsExactly("208/3/0 #9");
    }

    private void recordSession() {
        client(lookup(0, "a"));
        daemon(found(0, "a", 1));
        client(SampleFrames.call(XML, 1));
        daemon(xml(1, "<a>\n <b/>\n</a>"));
        daemon(event());
        client(SampleFrames.call(DOWNLOAD, 2));
        daemon(SampleFrames.reply(DOWNLOAD, 2));
        daemon(SampleFrames.data(DOWNLOAD, 2, "some".getBytes(UTF_8)));
        daemon(SampleFrames.data(DOWNLOAD, 2, "thing".getBytes(UTF_8)));
        daemon(SampleFrames.data(DOWNLOAD, 2));
        client(SampleFrames.end(DOWNLOAD, 2));
        daemon(SampleFrames.end(DOWNLOAD, 2));
        client(SampleFrames.call(CLOSE, 3));
        daemon(SampleFrames.reply(CLOSE, 3));
    }

    private static byte[] xml(int serial, String text) {
        return SampleFrames.reply(
                XML, serial, DomainGetXmlDescReplyCodec.INSTANCE, new DomainGetXmlDesc.Reply(text));
    }

    /// Plays the client of one recording against the daemon of another.
    private List<String> replay(Flight client, Flight daemon) throws Exception {
        Path socket = folder.resolve("s");
        var complaints = new CopyOnWriteArrayList<String>();
        Thread accepting;
        List<String> report;
        try (var server = new FakeDaemon(daemon, complaints::add).listen(socket)) {
            accepting = Thread.ofPlatform().start(() -> run(server, complaints));
            report = new ClientReplay(client, SHORT).run(socket);
        }
        accepting.join();
        report.addAll(complaints);
        return report;
    }

    private static void run(SocketServer server, List<String> complaints) {
        try {
            server.run();
        } catch (IOException e) {
            complaints.add(e.toString());
        }
    }

    @Test
    void aSessionAgainstItselfDiffersInNothing() throws Exception {
        recordSession();

        assertThat(replay(flight(), flight())).isEmpty();
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void whatDiffersIsNamed() throws Exception {
        recordSession();
        Flight before = flight();
        frames.set(1, frame(found(0, "a", 8)));
        frames.set(3, frame(xml(1, "<a>\n <c/>\n</a>")));
        frames.set(8, frame(SampleFrames.data(DOWNLOAD, 2, "where".getBytes(UTF_8))));

        assertThat(replay(before, flight()))
                .containsExactly(
                        "#0 remote domain_lookup_by_name:",
                        "- domain.id = 1",
                        "+ domain.id = 8",
                        "#1 remote domain_get_xml_desc:",
                        "  xml:",
                        "-    <b/>",
                        "+    <c/>",
                        "stream #2: differs from byte 4 on");
    }

    private static RecordedFrame frame(byte[] bytes) {
        return new RecordedFrame(Direction.TO_CLIENT, 0, bytes.length, bytes);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        recordSession();
        Flight before = flight();
        frames.remove(9);
        frames.remove(8);
        frames.remove(4);

        assertThat(replay(before, flight()))
                .containsExactly(
                        "stream #2: 9 bytes recorded, 4 now",
                        "events differ",
                        "- [remote domain_event_lifecycle]",
                        "+ []");
    }

    @Test
    void aCallWithoutRecordedAnswerIsRefused() throws Exception {
        client(lookup(0, "a"));
        daemon(found(0, "a", 1));
        Flight before = flight();
        frames.clear();
        client(lookup(0, "b"));
        daemon(found(0, "b", 1));

        assertThat(replay(before, flight()))
                .contains(
                        "- status 0",
                        "+ status 1",
                        "no recorded answer to remote domain_lookup_by_name with these arguments");
    }

    @Test
    void socketsThatCannotBeUsedAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new FakeDaemon(flight(), _ -> {}).listen(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen on '%s'".formatted(file));
        assertThatThrownBy(() -> new ClientReplay(flight(), SHORT).run(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No such file or directory");
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).isEmpty();
    }
}
