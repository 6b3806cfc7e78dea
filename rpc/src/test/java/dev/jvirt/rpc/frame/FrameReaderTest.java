package dev.jvirt.rpc.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameReaderTest {
    private static final FrameHeader HEADER = new FrameHeader(1, 2, 3, 0, 5, 0);

    /// Hands out bytes in portions.
    private static final class Portions implements ByteSource {
        private final ByteBuffer bytes;
        private final int portion;
        private int largestAsked;

        Portions(byte[] bytes, int portion) {
            this.bytes = ByteBuffer.wrap(bytes);
            this.portion = portion;
        }

        @Override
        public int read(ByteBuffer into) {
            largestAsked = Math.max(largestAsked, into.remaining());
            int count = Math.min(Math.min(portion, into.remaining()), bytes.remaining());
            if (count == 0) {
                return -1;
            }
            into.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }
    }

    private static byte[] frames(int type, int... payloads) {
        var out = new XdrWriter(256, 100 << 20);
        for (int payload : payloads) {
            int start = Frames.begin(out, HEADER.with(type, payload));
            for (int i = 0; i < payload; i++) {
                out.writeRaw(new byte[] {(byte) (i * 7)}, 0, 1);
            }
            Frames.end(out, start);
        }
        return out.toByteArray();
    }

    private static List<Frame> readAll(FrameReader reader, ByteSource source) throws IOException {
        var all = new ArrayList<Frame>();
        while (reader.fill(source) >= 0) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                all.add(frame.detached());
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 7", "true, 100000", "false, 1", "false, 7", "false, 100000"})
    void framesAreCutInWhateverPortionsTheyArrive(boolean exact, int portion) throws IOException {
        int[] payloads = {0, 0, 4, 100, 0, 16_000, 16_384, 20_000, 4, 300_000, 8, 0};
        var source = new Portions(frames(MessageType.CALL, payloads), portion);

        List<Frame> read = readAll(new FrameReader(exact), source);

        assertThat(read).hasSize(payloads.length);
        for (int i = 0; i < payloads.length; i++) {
            Frame frame = read.get(i);
            assertThat(frame.header()).isEqualTo(HEADER.with(MessageType.CALL, payloads[i]));
            assertThat(frame.length()).isEqualTo(payloads[i]);
            for (int k = 0; k < payloads[i]; k += 97) {
                assertThat(frame.data()[frame.offset() + k]).isEqualTo((byte) (k * 7));
            }
        }
    }

    @Test
    void anExactReaderNeverReadsPastAMessageWithDescriptors() throws IOException {
        byte[] with = frames(MessageType.CALL_WITH_FDS, 40);
        byte[] bytes = new byte[with.length + 10];
        System.arraycopy(with, 0, bytes, 0, with.length);
        var source = new Portions(bytes, 1000);
        var reader = new FrameReader(true);
        while (reader.next() == null) {
            reader.fill(source);
        }

        assertThat(source.bytes.remaining()).isEqualTo(10);
    }

    @Test
    void aReaderThatRestsGoesOnWithTheNextFrame() throws IOException {
        var source = new Portions(frames(MessageType.CALL, 12_000, 8, 9_000), 7_000);
        var reader = new FrameReader(false);
        var lengths = new ArrayList<Integer>();
        while (reader.fill(source) >= 0) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                lengths.add(frame.length());
            }
            reader.rest();
        }

        assertThat(lengths).containsExactly(12_000, 8, 9_000);
    }

    @Test
    void anAnnouncedLengthTakesNoMemory() throws IOException {
        var out = new XdrWriter();
        Frames.begin(out, HEADER);
        out.patchInt(0, XdrWriter.LARGEST_FRAME);
        var source = new Portions(out.toByteArray(), 1000);
        var reader = new FrameReader(true);
        while (reader.fill(source) >= 0) {
            assertThat(reader.next()).isNull();
        }

        assertThat(source.largestAsked).isLessThanOrEqualTo(256 << 10);
        assertThat(reader.isMidway()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 27, XdrWriter.LARGEST_FRAME + 1, -1})
    void impossibleLengthsAreRefusedAtOnce(int length) throws IOException {
        var reader = new FrameReader(false);
        reader.fill(new Portions(ByteBuffer.allocate(4).putInt(length).array(), 4));

        assertThatThrownBy(reader::next).isInstanceOf(RpcException.class);
    }

    @Test
    void randomBytesNeverDoMoreThanFail() throws IOException {
        var random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 2) {
                noise[0] = 0;
                noise[1] = 0;
            }
            var reader = new FrameReader(random.nextBoolean());
            try {
                readAll(reader, new Portions(noise, 1 + random.nextInt(50)));
            } catch (RpcException e) {
                assertThat(e.error().code()).isEqualTo(39);
            }
        }
    }
}
