package dev.jvirt.flight.replay;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.Censor;
import dev.jvirt.flight.record.Messages;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a daemon says to one client according to a recording. Not thread-safe.
///
/// A call is answered as the first recorded call of the same procedure and arguments that was not
/// made yet. An event is sent once all calls are made that came before it; packets of a stream
/// follow the call that opens it, and what ends a stream waits until the client has ended its side,
/// if it did so in the recording.
final class Script {
    private final List<RecordedFrame> frames;
    private final Censor censor;

    /// The frames that belong to a call, by the place of the call.
    private final Map<Integer, Integer> callOf = new HashMap<>();

    /// Frames that wait for the client's end of their stream.
    private final BitSet waiting = new BitSet();

    /// Frames that were said, on whatever side.
    private final BitSet said = new BitSet();

    /// The serials that calls have now, by their place, and the reverse.
    private final Map<Integer, Integer> serials = new HashMap<>();

    private final Map<Integer, Integer> places = new HashMap<>();

    /// Calls whose stream the client has ended.
    private final Set<Integer> ended = new HashSet<>();

    Script(List<RecordedFrame> frames, boolean streams) {
        this.frames = frames;
        this.censor = new Censor(streams);
        findCalls();
    }

    private void findCalls() {
        var current = new HashMap<Integer, Integer>();
        var endedThen = new HashSet<Integer>();
        for (int at = 0; at < frames.size(); at++) {
            FrameHeader header = frames.get(at).header();
            if (KeepAlive.isKeepAlive(header)) {
                said.set(at);
            } else if (frames.get(at).direction() == Direction.TO_SERVER) {
                if (Messages.isCall(header)) {
                    current.put(header.serial(), at);
                } else {
                    said.set(at);
                    if (endsStream(header)) {
                        Optional.ofNullable(current.get(header.serial())).ifPresent(endedThen::add);
                    }
                }
            } else if (header.type() != MessageType.MESSAGE) {
                Integer call = current.get(header.serial());
                callOf.put(at, call == null ? -1 : call);
                waiting.set(at, endsStream(header) && endedThen.contains(call));
            }
        }
    }

    private static boolean endsStream(FrameHeader header) {
        return header.type() == MessageType.STREAM && header.status() != MessageStatus.CONTINUE;
    }

    /// Takes what the client says.
    ///
    /// @return what to say to it now; empty if the recording knows no answer to a call
    Optional<List<byte[]>> answer(byte[] frame) {
        FrameHeader header = RecordedFrame.header(frame);
        if (Messages.isCall(header)) {
            OptionalInt call = find(header, frame.clone());
            if (call.isEmpty()) {
                return Optional.empty();
            }
            if (said.get(call.getAsInt())) {
                return Optional.of(repeated(call.getAsInt(), header.serial()));
            }
            said.set(call.getAsInt());
            serials.put(call.getAsInt(), header.serial());
            places.put(header.serial(), call.getAsInt());
        } else if (endsStream(header)) {
            Optional.ofNullable(places.get(header.serial())).ifPresent(ended::add);
        }
        return Optional.of(ready());
    }

    /// The call in the recording: one that was not made yet, else the last that was.
    private OptionalInt find(FrameHeader header, byte[] frame) {
        var asked = new RecordedFrame(Direction.TO_SERVER, 0, frame.length, censor.keep(frame));
        int found = -1;
        for (int at = 0; at < frames.size(); at++) {
            RecordedFrame candidate = frames.get(at);
            if (candidate.direction() == Direction.TO_SERVER
                    && isSame(candidate.header(), header)
                    && hasSameBody(candidate, asked)) {
                found = at;
                if (!said.get(at)) {
                    break;
                }
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private static boolean isSame(FrameHeader one, FrameHeader other) {
        return Messages.isCall(one)
                && one.program() == other.program()
                && one.version() == other.version()
                && one.procedure() == other.procedure();
    }

    private static boolean hasSameBody(RecordedFrame one, RecordedFrame other) {
        byte[] left = one.bytes();
        byte[] right = other.bytes();
        return Arrays.equals(left, one.body(), left.length, right, other.body(), right.length);
    }

    private List<byte[]> repeated(int call, int serial) {
        for (int at = call; at < frames.size(); at++) {
            if (Messages.isReply(frames.get(at).header()) && callOf.getOrDefault(at, -1) == call) {
                return List.of(frames.get(at).withSerial(serial));
            }
        }
        return List.of();
    }

    private List<byte[]> ready() {
        var now = new ArrayList<byte[]>();
        boolean allCallsMade = true;
        for (int at = said.nextClearBit(0); at < frames.size(); at = said.nextClearBit(at + 1)) {
            RecordedFrame frame = frames.get(at);
            Integer call = callOf.get(at);
            if (frame.direction() == Direction.TO_SERVER) {
                allCallsMade = false;
            } else if (call == null && allCallsMade) {
                said.set(at);
                now.add(frame.bytes());
            } else if (call != null && isDue(at, call)) {
                said.set(at);
                now.add(frame.withSerial(serials.getOrDefault(call, 0)));
            }
        }
        return now;
    }

    private boolean isDue(int at, int call) {
        return serials.containsKey(call) && (!waiting.get(at) || ended.contains(call));
    }
}
