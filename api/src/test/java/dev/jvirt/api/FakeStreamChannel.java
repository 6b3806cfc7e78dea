package dev.jvirt.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.stream.StreamEvent;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A driver's end of a stream whose far side is the test. What happens is guarded by [#lock].
final class FakeStreamChannel implements StreamChannel {
    private static final int TAKEN_NOW = 3;

    private final ArrayDeque<Object> pieces = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Object> copies = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Flags<StreamEvent> there = Flags.none();
    private boolean woken;
    private boolean broken;

    /// Texts are data, numbers the lengths of holes.
    void gives(Object... what) {
        for (Object piece : what) {
            pieces.add(piece instanceof Integer length ? Long.valueOf(length) : piece);
        }
    }

    void givesWhatItTook() {
        pieces.addAll(copies);
    }

    /// What came in, text of data or what was called.
    List<String> taken() {
        return taken;
    }

    void breaksOnFinish() {
        broken = true;
    }

    void happens(StreamEvent... events) {
        lock.lock();
        try {
            there = Flags.of(events);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read(ByteBuffer into) {
        Object piece = pieces.peek();
        if (piece == null) {
            return END;
        }
        if (!(piece instanceof String text)) {
            return HOLE;
        }
        pieces.remove();
        int count = Math.min(into.remaining(), text.length());
        into.put(text.substring(0, count).getBytes(ISO_8859_1));
        if (count < text.length()) {
            pieces.push(text.substring(count));
        }
        return count;
    }

    @Override
    public int readNow(ByteBuffer into) {
        return pieces.isEmpty() ? 0 : read(into);
    }

    @Override
    public long takeHole() {
        if (pieces.peek() instanceof Long length) {
            pieces.remove();
            return length;
        }
        return 0;
    }

    @Override
    public void write(ByteBuffer from) {
        String text = ISO_8859_1.decode(from).toString();
        taken.add(text);
        copies.add(text);
    }

    @Override
    public int writeNow(ByteBuffer from) {
        int count = Math.min(from.remaining(), TAKEN_NOW);
        write(from.slice(from.position(), count));
        from.position(from.position() + count);
        return count;
    }

    @Override
    public void writeHole(long length) {
        taken.add("hole " + length);
        copies.add(length);
    }

    @Override
    public Flags<StreamEvent> await(Flags<StreamEvent> events) {
        lock.lock();
        try {
            while ((there.bits() & events.bits()) == 0 && !woken) {
                changed.awaitUninterruptibly();
            }
            woken = false;
            return new Flags<>(there.bits() & events.bits());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wakeup() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void finish() {
        if (broken) {
            throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "no space");
        }
        taken.add("finish");
    }

    @Override
    public void abort() {
        taken.add("abort");
    }

    @Override
    public void close() {
        taken.add("close");
    }
}
