package dev.jvirt.flight.record;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.Note;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.MessageType;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// What is recorded of one connection. Guarded by [#lock].
///
/// A recording that only keeps the latest frames becomes a file when the connection breaks: when it
/// ends without a farewell of the client. A connection on which nobody said anything leaves
/// nothing.
public final class Recording {
    private static final String FAREWELL = "connect_close";

    private final ReentrantLock lock = new ReentrantLock();
    private final long start = System.nanoTime();
    private final Censor censor;
    private final Store store;
    private final Consumer<Recording> ended;
    private boolean anything;
    private boolean farewell;
    private boolean over;

    private Recording(Censor censor, Store store, Consumer<Recording> ended) {
        this.censor = censor;
        this.store = store;
        this.ended = ended;
    }

    /// Begins a recording.
    ///
    /// @param ended is told once when it is over
    public static Recording start(
            RecordSettings settings, RecordingTarget target, Consumer<Recording> ended) {
        Instant now = Instant.now();
        var file = new NewFile(target, now, settings.streams());
        Store store =
                settings.ring().isPresent()
                        ? new RingStore(settings.ring().getAsLong(), file)
                        : new FileStore(file);
        return new Recording(new Censor(settings.streams()), store, ended);
    }

    /// Something that is done while nothing else is recorded.
    interface Step<T> {
        T run() throws IOException;
    }

    /// Does something whose frames must come before those of whoever answers them.
    <T> T inOrder(Step<T> step) throws IOException {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    /// Records a frame, which is then the recording's own.
    public void frame(Direction direction, byte[] frame) {
        lock.lock();
        try {
            if (over) {
                return;
            }
            anything = true;
            FrameHeader header = RecordedFrame.header(frame);
            noteFarewell(direction, header);
            byte[] stored = censor.keep(frame);
            store.add(new RecordedFrame(direction, now(), frame.length, stored));
        } catch (IOException | RuntimeException e) {
            giveUp(e);
        } finally {
            lock.unlock();
        }
    }

    private void noteFarewell(Direction direction, FrameHeader header) {
        if (direction == Direction.TO_SERVER && header.type() == MessageType.CALL) {
            farewell =
                    WireShapes.find(header.program(), header.procedure())
                            .filter(shape -> shape.name().equals(FAREWELL))
                            .isPresent();
        }
    }

    /// Records a remark.
    public void note(String text) {
        lock.lock();
        try {
            if (!over) {
                store.add(new Note(now(), text));
            }
        } catch (IOException e) {
            giveUp(e);
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        return System.nanoTime() - start;
    }

    /// Writes what is in memory to a file, if it is not there already.
    public void dump() {
        lock.lock();
        try {
            if (anything && !over) {
                store.dump();
            }
        } catch (IOException e) {
            giveUp(e);
        } finally {
            lock.unlock();
        }
    }

    /// Ends the recording: the connection has ended.
    public void end() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (anything) {
                store.add(new Note(now(), farewell ? "closed" : "closed without a farewell"));
                if (!farewell) {
                    store.dump();
                }
            }
            finish();
        } catch (IOException e) {
            giveUp(e);
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(Exception e) {
        Recorder.LOG.log(Level.WARNING, "a recording ends early", e);
        finish();
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        ended.accept(this);
        try {
            store.close();
        } catch (IOException e) {
            Recorder.LOG.log(Level.WARNING, "a recording was not closed", e);
        }
    }
}
