package dev.jvirt.flight.replay;

import dev.jvirt.flight.dump.Names;
import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.Flight;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.Messages;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Says to a daemon what the recorded client said, and compares what it answers.
///
/// Before it says anything it waits until the daemon has said as much as it had when the recorded
/// client went on.
public final class ClientReplay {
    private final Flight flight;
    private final Duration patience;
    private final List<String> report = new ArrayList<>();

    /// @param patience how long to wait for an answer
    public ClientReplay(Flight flight, Duration patience) {
        this.flight = flight;
        this.patience = patience;
    }

    /// Talks to the daemon of a socket.
    ///
    /// @return what differs; empty if nothing does
    public List<String> run(Path socket) throws IOException {
        var recorded = new Heard();
        try (var daemon = DaemonConnection.open(socket, flight.streams())) {
            for (RecordedFrame frame : flight.frames()) {
                FrameHeader header = frame.header();
                if (KeepAlive.isKeepAlive(header)) {
                    continue;
                }
                if (frame.direction() == Direction.TO_CLIENT) {
                    recorded.add(frame);
                    continue;
                }
                daemon.awaitAsMuchAs(recorded, patience);
                if (!mayBeSaid(frame) || !daemon.send(frame.bytes())) {
                    break;
                }
            }
            daemon.awaitAsMuchAs(recorded, patience);
            compare(recorded, daemon.heard());
        }
        return report;
    }

    private boolean mayBeSaid(RecordedFrame frame) {
        FrameHeader header = frame.header();
        if (header.type() == MessageType.CALL_WITH_FDS && frame.descriptors() > 0) {
            report.add("%s passes descriptors: not replayed from here on".formatted(name(header)));
            return false;
        }
        if (!frame.isWhole() && !Messages.isPacket(header)) {
            report.add("%s was not kept: not replayed from here on".formatted(name(header)));
            return false;
        }
        return true;
    }

    private static String name(FrameHeader header) {
        return "#%s %s".formatted(Integer.toUnsignedString(header.serial()), Names.message(header));
    }

    private void compare(Heard recorded, Heard now) {
        recorded.replies()
                .forEach(
                        (serial, reply) -> {
                            RecordedFrame other = now.replies().get(serial);
                            if (other == null) {
                                report.add(name(reply.header()) + ": no reply");
                            } else {
                                add(name(reply.header()), Differences.of(reply, other));
                            }
                        });
        recorded.streams().forEach((serial, data) -> compare(serial, data, now.streamData(serial)));
        if (!recorded.events().equals(now.events())) {
            report.add("events differ");
            report.add("- " + recorded.events());
            report.add("+ " + now.events());
        }
    }

    private void add(String name, List<String> differences) {
        if (!differences.isEmpty()) {
            report.add(name + ":");
            report.addAll(differences);
        }
    }

    private void compare(int serial, Heard.StreamData recorded, Heard.StreamData now) {
        byte[] left = recorded.bytes();
        byte[] right = now.bytes();
        String name = "stream #" + Integer.toUnsignedString(serial);
        if (recorded.length() != now.length()) {
            report.add(
                    "%s: %d bytes recorded, %d now"
                            .formatted(name, recorded.length(), now.length()));
        } else if (!Arrays.equals(left, right)) {
            report.add("%s: differs from byte %d on".formatted(name, Arrays.mismatch(left, right)));
        }
        if (recorded.isEnded() != now.isEnded()) {
            report.add("%s: %s recorded, %s now".formatted(name, end(recorded), end(now)));
        }
    }

    private static String end(Heard.StreamData data) {
        return data.isEnded() ? "an end" : "no end";
    }
}
