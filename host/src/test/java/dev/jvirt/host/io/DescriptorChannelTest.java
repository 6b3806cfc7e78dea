package dev.jvirt.host.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DescriptorChannelTest {
    private final DescriptorChannel one;
    private final DescriptorChannel other;

    DescriptorChannelTest() throws IOException {
        Pipe pair = Pipe.socketPair();
        one = new DescriptorChannel(pair.readEnd());
        other = new DescriptorChannel(pair.writeEnd());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static <T> FutureTask<T> onVirtualThread(Callable<T> action) {
        var task = new FutureTask<>(action);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static <T> T resultOf(FutureTask<T> task) throws Exception {
        return task.get(30, TimeUnit.SECONDS);
    }

    /// Waits until somebody waits for the channel.
    private static void awaitWaiter(DescriptorChannel channel, Readiness readiness) {
        while (!readiness.hasWaiter(channel.descriptor())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void bytesArriveAsTheyWereSent() throws IOException {
        one.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
        var buffer = ByteBuffer.allocate(100);

        assertThat(other.read(buffer)).isEqualTo(5);
        assertThat(new String(buffer.array(), 0, 5, StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @Test
    void aReadIntoNoRoomReadsNothing() throws IOException {
        assertThat(one.read(ByteBuffer.allocate(0))).isZero();
        assertThat(one.write(ByteBuffer.allocate(0))).isZero();
    }

    @Test
    void moreThanFitsIsWrittenWhileSomebodyReads() throws Exception {
        byte[] sent = new byte[10_000_000];
        new Random(1).nextBytes(sent);
        var writer = onVirtualThread(() -> one.write(ByteBuffer.wrap(sent)));
        var received = ByteBuffer.allocate(sent.length);
        while (received.hasRemaining()) {
            assertThat(other.read(received)).isPositive();
        }

        assertThat(received.array()).isEqualTo(sent);
        assertThat(resultOf(writer)).isEqualTo(sent.length);
    }

    @Test
    void bothDirectionsMayWaitAtOnce() throws Exception {
        var reader = onVirtualThread(() -> one.read(ByteBuffer.allocate(1)));
        awaitWaiter(one, Readiness.READABLE);
        var writer = onVirtualThread(() -> one.write(ByteBuffer.allocate(10_000_000)));
        awaitWaiter(one, Readiness.WRITABLE);

        other.write(ByteBuffer.allocate(1));
        assertThat(resultOf(reader)).isEqualTo(1);
        var sink = ByteBuffer.allocate(10_000_000);
        while (sink.hasRemaining()) {
            other.read(sink);
        }
        assertThat(resultOf(writer)).isEqualTo(10_000_000);
    }

    @Test
    void theEndIsSeenWhenTheOtherSideCloses() throws Exception {
        var reader = onVirtualThread(() -> one.read(ByteBuffer.allocate(1)));
        awaitWaiter(one, Readiness.READABLE);

        other.close();

        assertThat(resultOf(reader)).isEqualTo(-1);
        assertThatThrownBy(() -> one.write(ByteBuffer.allocate(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }

    @Test
    void closingWakesWhoReads() {
        var reader = onVirtualThread(() -> one.read(ByteBuffer.allocate(1)));
        awaitWaiter(one, Readiness.READABLE);

        one.close();

        assertThatThrownBy(() -> resultOf(reader))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AsynchronousCloseException.class);
    }

    @Test
    void closingWakesWhoWrites() {
        var writer = onVirtualThread(() -> one.write(ByteBuffer.allocate(10_000_000)));
        awaitWaiter(one, Readiness.WRITABLE);

        one.close();

        assertThatThrownBy(() -> resultOf(writer))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AsynchronousCloseException.class);
    }

    @Test
    void closingAtAnyMomentNeitherHangsNorTouchesAnotherDescriptor() throws Exception {
        for (int i = 0; i < 300; i++) {
            Pipe pair = Pipe.socketPair();
            var end = new DescriptorChannel(pair.readEnd());
            var reader = onVirtualThread(() -> end.read(ByteBuffer.allocate(1)));
            end.close();
            pair.writeEnd().close();

            assertThatThrownBy(() -> resultOf(reader))
                    .hasCauseInstanceOf(ClosedChannelException.class);
        }
    }

    @Test
    void whatIsClosedStaysClosed() {
        one.close();
        one.close();

        assertThat(one.isOpen()).isFalse();
        assertThat(one.descriptor().isClosed()).isTrue();
        assertThatThrownBy(() -> one.read(ByteBuffer.allocate(1)))
                .isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> one.write(ByteBuffer.allocate(1)))
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void anInterruptEndsTheWaitAndLeavesTheChannelOpen() throws Exception {
        var task = new FutureTask<>(() -> one.read(ByteBuffer.allocate(1)));
        Thread thread = Thread.ofVirtual().start(task);
        awaitWaiter(one, Readiness.READABLE);

        thread.interrupt();

        assertThatThrownBy(() -> resultOf(task)).hasCauseInstanceOf(InterruptedIOException.class);
        other.write(ByteBuffer.allocate(1));
        assertThat(one.read(ByteBuffer.allocate(1))).isEqualTo(1);
    }

    @Test
    void thousandsMayWait() throws Exception {
        var ends = new java.util.ArrayList<DescriptorChannel>();
        var readers = new java.util.ArrayList<FutureTask<Integer>>();
        try {
            for (int i = 0; i < 1000; i++) {
                Pipe pair = Pipe.socketPair();
                var end = new DescriptorChannel(pair.readEnd());
                ends.add(end);
                ends.add(new DescriptorChannel(pair.writeEnd()));
                readers.add(onVirtualThread(() -> end.read(ByteBuffer.allocate(1))));
            }
            for (int i = 1; i < ends.size(); i += 2) {
                ends.get(i).write(ByteBuffer.allocate(1));
            }
            for (var reader : readers) {
                assertThat(resultOf(reader)).isEqualTo(1);
            }
        } finally {
            ends.forEach(DescriptorChannel::close);
        }
    }
}
