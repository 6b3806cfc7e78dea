package dev.jvirt.flight.dump;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A message as text: a line that says what it is, and a line for each value.
final class MessageText {
    private static final int LONGEST_LINE = 160;
    private static final int MOST_LINES = 12;
    private static final int MOST_VALUES = 200;
    private static final int SHORT_DATA = 48;
    private static final int HEX_LINE = 32;
    private static final double NANOS = 1e9;
    private static final String INDENT = "        ";

    private final StringBuilder out;
    private final DumpOptions options;

    MessageText(StringBuilder out, DumpOptions options) {
        this.out = out;
        this.options = options;
    }

    void add(RecordedFrame frame) {
        addFirstLine(frame);
        if (isData(frame.header())) {
            addData(frame);
        } else {
            addFields(frame);
        }
        if (options.hex()) {
            addHex(frame.bytes());
        }
    }

    private void addFirstLine(RecordedFrame frame) {
        FrameHeader header = frame.header();
        line(
                "%12.6f %s %s #%s %s, %d bytes%s",
                frame.nanos() / NANOS,
                frame.direction() == Direction.TO_SERVER ? "->" : "<-",
                Names.message(header),
                Integer.toUnsignedString(header.serial()),
                Names.kind(header),
                frame.size(),
                frame.descriptors() == 0
                        ? ""
                        : ", descriptors: " + Integer.toUnsignedString(frame.descriptors()));
    }

    private static boolean isData(FrameHeader header) {
        return header.type() == MessageType.STREAM && header.status() == MessageStatus.CONTINUE;
    }

    private void addData(RecordedFrame frame) {
        int length = frame.size() - Frames.OVERHEAD;
        if (length == 0) {
            line("%send of data", INDENT);
        } else if (!frame.isWhole()) {
            line("%s%d bytes of data, not kept", INDENT, length);
        } else {
            byte[] bytes = frame.bytes();
            int shown = options.full() ? length : Math.min(length, SHORT_DATA);
            byte[] data = Arrays.copyOfRange(bytes, Frames.OVERHEAD, Frames.OVERHEAD + shown);
            line("%s%d bytes of data: %s", INDENT, length, visible(data, shown < length));
        }
    }

    private static String visible(byte[] data, boolean shortened) {
        boolean text = true;
        for (byte b : data) {
            text &= b >= ' ' && b < 0x7f || b == '\n' || b == '\r' || b == '\t';
        }
        String shown = text ? quoted(new String(data, US_ASCII)) : HexFormat.of().formatHex(data);
        return shortened ? shown + " ..." : shown;
    }

    private void addFields(RecordedFrame frame) {
        Fields fields = Fields.of(frame);
        List<Fields.Value> values = fields.values();
        int shown = options.full() ? values.size() : Math.min(values.size(), MOST_VALUES);
        for (Fields.Value value : values.subList(0, shown)) {
            addValue(value);
        }
        if (shown < values.size()) {
            line("%s... %d values more", INDENT, values.size() - shown);
        }
        fields.problem().ifPresent(problem -> addUnknown(frame, problem));
    }

    private void addValue(Fields.Value value) {
        if (value.secret()) {
            line("%s%s = (secret)", INDENT, value.path());
        } else if (value.text().contains("\n")) {
            line("%s%s =", INDENT, value.path());
            addLines(value.text());
        } else {
            line("%s%s = %s", INDENT, value.path(), shortened(value.text()));
        }
    }

    private void addLines(String text) {
        List<String> lines = text.lines().toList();
        int shown = options.full() ? lines.size() : Math.min(lines.size(), MOST_LINES);
        for (String one : lines.subList(0, shown)) {
            line("%s  | %s", INDENT, shortened(one));
        }
        if (shown < lines.size()) {
            line("%s  ... %d lines more", INDENT, lines.size() - shown);
        }
    }

    private String shortened(String text) {
        String visible = escaped(text);
        return options.full() || visible.length() <= LONGEST_LINE
                ? visible
                : visible.substring(0, LONGEST_LINE)
                        + " ... (%d characters)".formatted(text.length());
    }

    private void addUnknown(RecordedFrame frame, String problem) {
        line("%s(%s)", INDENT, problem);
        if (!options.hex() && frame.stored().length > Frames.OVERHEAD) {
            addHex(Arrays.copyOfRange(frame.stored(), Frames.OVERHEAD, frame.stored().length));
        }
    }

    private void addHex(byte[] bytes) {
        int shown = options.full() || options.hex() ? bytes.length : Math.min(bytes.length, 512);
        for (int at = 0; at < shown; at += HEX_LINE) {
            int end = Math.min(shown, at + HEX_LINE);
            line("%s: %s", INDENT, HexFormat.of().formatHex(bytes, at, end));
        }
        if (shown < bytes.length) {
            line("%s: ... %d bytes more", INDENT, bytes.length - shown);
        }
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /// A terminal must not obey what a peer has sent.
    private static String escaped(String text) {
        var visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> visible.append("\\n");
                case '\r' -> visible.append("\\r");
                case '\t' -> visible.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        visible.append("\\x%02x".formatted((int) c));
                    } else {
                        visible.append(c);
                    }
                }
            }
        }
        return visible.toString();
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
