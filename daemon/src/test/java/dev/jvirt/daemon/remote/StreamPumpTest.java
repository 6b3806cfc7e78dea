package dev.jvirt.daemon.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Stream;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.daemon.FakeCall;
import dev.jvirt.daemon.FakeConnection;
import dev.jvirt.rpc.server.StreamPacket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StreamPumpTest {
    private static final String OVER = "<end>";
    private static final String BROKEN = "<broken>";
    private static final String HOLE_OF = "<hole> ";

    private final FakeCall call = new FakeCall(new FakeConnection(false));
    private final Console console = new Console();
    private final Stream driver = new Stream(console);

    /// A console that says what the test tells it to.
    private static final class Console implements StreamChannel {
        final BlockingQueue<String> says = new LinkedBlockingQueue<>();
        final BlockingQueue<String> hears = new LinkedBlockingQueue<>();
        private long hole;

        @Override
        public int read(ByteBuffer into) {
            String text;
            try {
                text = says.take();
            } catch (InterruptedException e) {
                return -1;
            }
            if (text.equals(BROKEN)) {
                throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "cut off");
            }
            if (text.equals(OVER)) {
                return END;
            }
            if (text.startsWith(HOLE_OF)) {
                hole = Long.parseLong(text.substring(HOLE_OF.length()));
                return HOLE;
            }
            into.put(text.getBytes(StandardCharsets.UTF_8));
            return text.length();
        }

        @Override
        public long takeHole() {
            return hole;
        }

        @Override
        public void writeHole(long length) {
            hears.add(HOLE_OF + length);
        }

        @Override
        public void write(ByteBuffer from) {
            String text = StandardCharsets.UTF_8.decode(from).toString();
            if (text.equals(BROKEN)) {
                throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "deaf");
            }
            hears.add(text);
        }

        @Override
        public void finish() {
            hears.add("finish");
            says.add(OVER);
        }

        @Override
        public void abort() {
            hears.add("abort");
            says.add(OVER);
        }

        @Override
        public void close() {
            hears.add("close");
        }
    }

    private static StreamPacket data(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StreamPacket.Data(ByteBuffer.wrap(bytes));
    }

    @Test
    void carriesBothWaysUntilTheClientFinishes() throws InterruptedException {
        StreamPump.start(call, driver);

        console.says.add("login:");
        assertThat(call.stream.outgoing.take()).isEqualTo("login:");
        call.stream.incoming.add(data("root"));
        assertThat(console.hears.take()).isEqualTo("root");
        call.stream.incoming.add(new StreamPacket.Finish());

        assertThat(console.hears.take()).isEqualTo("finish");
        assertThat(console.hears.take()).isEqualTo("close");
        assertThat(call.stream.outgoing).contains("confirm");
    }

    @Test
    void tellsTheEndAndWaitsForTheClient() throws InterruptedException {
        StreamPump.start(call, driver);

        console.says.add(OVER);
        assertThat(call.stream.outgoing.take()).isEqualTo("end");
        call.stream.incoming.add(new StreamPacket.Abort());

        assertThat(console.hears.take()).isEqualTo("abort");
        assertThat(call.stream.outgoing.take()).isEqualTo("confirm");
    }

    @Test
    void tellsWhatWentWrong() throws InterruptedException {
        StreamPump.start(call, driver);

        console.says.add(BROKEN);
        assertThat(call.stream.outgoing.take()).isEqualTo("fail internal error: cut off");
        call.stream.incoming.add(new StreamPacket.Closed());

        assertThat(console.hears.take()).isEqualTo("abort");
        assertThat(console.hears.take()).isEqualTo("close");
    }

    @Test
    void aConsoleThatTakesNothingEndsTheStream() throws InterruptedException {
        StreamPump.start(call, driver);

        call.stream.incoming.add(data(BROKEN));

        assertThat(call.stream.outgoing.take()).isEqualTo("fail internal error: deaf");
        assertThat(console.hears.take()).isEqualTo("close");
    }

    @Test
    void carriesHolesOfADownloadThatAskedForThem() throws InterruptedException {
        StreamPump.startSending(call, driver, true);

        console.says.add("boot");
        console.says.add(HOLE_OF + 4096);
        console.says.add(OVER);

        assertThat(call.stream.outgoing.take()).isEqualTo("boot");
        assertThat(call.stream.outgoing.take()).isEqualTo("hole 4096");
        assertThat(call.stream.outgoing.take()).isEqualTo("end");
    }

    @Test
    void sendsTheZerosOfHolesThatNobodyAskedFor() throws InterruptedException {
        StreamPump.startSending(call, driver, false);

        console.says.add(HOLE_OF + 3);
        console.says.add(OVER);

        assertThat(call.stream.outgoing.take()).isEqualTo("\0\0\0");
        assertThat(call.stream.outgoing.take()).isEqualTo("end");
    }

    @Test
    void carriesHolesOfAnUpload() throws InterruptedException {
        StreamPump.startReceiving(call, driver, true);

        call.stream.incoming.add(new StreamPacket.Hole(512));
        call.stream.incoming.add(data("tail"));
        call.stream.incoming.add(new StreamPacket.Finish());

        assertThat(console.hears.take()).isEqualTo(HOLE_OF + 512);
        assertThat(console.hears.take()).isEqualTo("tail");
        assertThat(console.hears.take()).isEqualTo("finish");
        assertThat(call.stream.outgoing.take()).isEqualTo("confirm");
    }

    @Test
    void aDownloadTakesNoData() throws InterruptedException {
        StreamPump.startSending(call, driver, false);

        call.stream.incoming.add(data("what for"));

        assertThat(call.stream.outgoing.take()).isEqualTo("fail stream had unexpected termination");
        assertThat(console.hears.take()).isEqualTo("close");
        console.says.add(OVER);
    }
}
