package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The password of a display.
///
/// @param validTo until when it is valid, in UTC
/// @param connected what happens to clients when it is changed
public record GraphicsPassword(
        String password, Optional<LocalDateTime> validTo, Optional<Connected> connected) {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /// What happens to clients when the password is changed.
    public enum Connected implements Word {
        FAIL,
        DISCONNECT,
        KEEP
    }

    static Optional<GraphicsPassword> ofGraphics(Element graphics, boolean vnc) {
        var password = graphics.attribute("passwd");
        if (password.isEmpty()) {
            return Optional.empty();
        }
        var word = graphics.attribute("connected");
        var connected = word.flatMap(w -> Word.find(Connected.class, w));
        if (word.isPresent() && connected.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown connected value %s".formatted(word.get()));
        }
        if (vnc && connected.filter(c -> c != Connected.KEEP).isPresent()) {
            throw new LibvirtException(CONFIG_UNSUPPORTED, "VNC supports connected='keep' only");
        }
        return Optional.of(
                new GraphicsPassword(
                        password.get(),
                        graphics.attribute("passwdValidTo").map(GraphicsPassword::time),
                        connected));
    }

    private static LocalDateTime time(String text) {
        try {
            String[] parts = text.split("[-T:]", -1);
            if (parts.length == 6) {
                int[] numbers = new int[parts.length];
                for (int i = 0; i < parts.length; i++) {
                    numbers[i] = Integer.parseInt(parts[i]);
                }
                return LocalDateTime.of(
                        numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
            }
        } catch (NumberFormatException | DateTimeException _) {
            // Falls through to the error below.
        }
        throw new LibvirtException(
                INTERNAL_ERROR,
                "cannot parse password validity time '%s', expect YYYY-MM-DDTHH:MM:SS"
                        .formatted(text));
    }

    void format(XmlWriter out, FormatFlags flags) {
        if (flags.secure()) {
            out.attribute("passwd", password);
        }
        validTo.ifPresent(t -> out.attribute("passwdValidTo", FORMAT.format(t)));
        out.word("connected", connected);
    }
}
