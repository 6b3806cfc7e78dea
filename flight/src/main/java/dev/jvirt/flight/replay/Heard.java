package dev.jvirt.flight.replay;

import dev.jvirt.flight.dump.Names;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.Messages;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a daemon has said, by the serials of the calls. Not thread-safe.
final class Heard {
    private final Map<Integer, RecordedFrame> replies = new LinkedHashMap<>();
    private final Map<Integer, StreamData> streams = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();

    /// What came through a stream.
    static final class StreamData {
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private long length;
        private int packetsWithoutData;
        private boolean ended;

        private void add(RecordedFrame packet) {
            FrameHeader header = packet.header();
            int count = packet.size() - Frames.OVERHEAD;
            if (header.type() == MessageType.STREAM && header.status() != MessageStatus.CONTINUE) {
                ended = true;
            } else if (count == 0 || header.type() == MessageType.STREAM_HOLE) {
                packetsWithoutData++;
            } else {
                length += count;
                byte[] stored = packet.stored();
                data.write(stored, Frames.OVERHEAD, stored.length - Frames.OVERHEAD);
            }
        }

        long length() {
            return length;
        }

        byte[] bytes() {
            return data.toByteArray();
        }

        boolean isEnded() {
            return ended;
        }

        private boolean isAsMuchAs(StreamData other) {
            return length >= other.length
                    && packetsWithoutData >= other.packetsWithoutData
                    && (ended || !other.ended);
        }
    }

    /// Hears a frame of the daemon.
    void add(RecordedFrame frame) {
        FrameHeader header = frame.header();
        if (Messages.isReply(header)) {
            replies.put(header.serial(), frame);
        } else if (Messages.isPacket(header)) {
            streams.computeIfAbsent(header.serial(), _ -> new StreamData()).add(frame);
        } else {
            events.add(Names.message(header));
        }
    }

    /// Whether it said as much as the other at least; a stream that failed says no more.
    boolean isAsMuchAs(Heard other) {
        if (!replies.keySet().containsAll(other.replies.keySet())
                || events.size() < other.events.size()) {
            return false;
        }
        return other.streams.entrySet().stream()
                .allMatch(
                        stream -> {
                            StreamData ours = streamData(stream.getKey());
                            return ours.isEnded()
                                    || failed(stream.getKey())
                                    || ours.isAsMuchAs(stream.getValue());
                        });
    }

    private boolean failed(int serial) {
        @Nullable RecordedFrame reply = replies.get(serial);
        return reply != null && reply.header().status() == MessageStatus.ERROR;
    }

    Map<Integer, RecordedFrame> replies() {
        return replies;
    }

    Map<Integer, StreamData> streams() {
        return streams;
    }

    StreamData streamData(int serial) {
        return streams.getOrDefault(serial, new StreamData());
    }

    /// The names of the events, in order.
    List<String> events() {
        return events;
    }
}
