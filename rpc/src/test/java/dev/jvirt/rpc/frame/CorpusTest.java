package dev.jvirt.rpc.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The recorded messages of libvirt's own tests, where the corpus is there.
final class CorpusTest {
    private static final Path CASES = corpus().resolve("rpcmessage/cases.jsonl");

    private static Path corpus() {
        String told = System.getProperty("jvirt.corpus");
        return told == null ? Path.of("..", "..", "shared", "corpus") : Path.of(told);
    }

    private static String member(String line, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static Frame frame(byte[] bytes) throws IOException {
        var reader = new FrameReader(false);
        var source = ByteBuffer.wrap(bytes);
        Frame frame = null;
        while (frame == null) {
            reader.fill(
                    into -> {
                        int count = Math.min(into.remaining(), source.remaining());
                        into.put(source.slice(source.position(), count));
                        source.position(source.position() + count);
                        return count;
                    });
            frame = reader.next();
        }
        return frame;
    }

    @Test
    void recordedMessagesAreReadAndWrittenAlike() throws IOException {
        assumeTrue(Files.exists(CASES), "no corpus at " + CASES.toAbsolutePath());
        List<String> lines = Files.readAllLines(CASES);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            byte[] bytes = HexFormat.of().parseHex(member(line, "\"bytes\": \"([0-9a-f]+)\""));
            Frame frame = frame(bytes);
            assertThat(frame.header().program()).isEqualTo(0x11223344);
            assertThat(frame.header().procedure()).isEqualTo(0x666);
            assertThat(frame.header().serial()).isEqualTo(0x99);
            assertThat(written(line, frame)).as(line).isEqualTo(bytes);
        }
    }

    private static byte[] written(String line, Frame frame) {
        var out = new XdrWriter();
        if (line.contains("error-payload")) {
            RpcError error = RpcErrorCodec.INSTANCE.read(frame.payload());
            assertThat(error)
                    .isEqualTo(new RpcError(1, 7, "Hello World", 2, "One", "Two", "Three", 1, 2));
            Frames.writeError(out, frame.header(), error);
        } else if (line.contains("stream-payload")) {
            byte[] text = member(line, "\"stream\": \"([^\"]*)\"").getBytes(UTF_8);
            int start = Frames.begin(out, frame.header());
            out.writeRaw(text, 0, text.length);
            Frames.end(out, start);
        } else {
            Frames.writeEmpty(out, frame.header());
        }
        return out.toByteArray();
    }
}
