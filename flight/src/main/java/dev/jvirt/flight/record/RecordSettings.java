package dev.jvirt.flight.record;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/// What is recorded, as `FOLDER[,ring[=SIZE]][,streams]` says it.
///
/// @param folder where the files go
/// @param ring the bytes of the latest frames that are kept in memory for each connection; empty:
///     all frames go to a file at once
/// @param streams whether the data of streams are kept, which may be secret
public record RecordSettings(Path folder, OptionalLong ring, boolean streams) {
    private static final long RING = 1L << 20;
    private static final long RING_MIN = 1L << 10;
    private static final long RING_MAX = 1L << 30;

    /// Reads the words of a user.
    ///
    /// @throws IllegalArgumentException that names what is wrong
    public static RecordSettings parse(String text) {
        String[] words = text.split(",", -1);
        if (words[0].isEmpty()) {
            throw new IllegalArgumentException("recording: no folder in '%s'".formatted(text));
        }
        OptionalLong ring = OptionalLong.empty();
        boolean streams = false;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.equals("streams")) {
                streams = true;
            } else if (word.equals("ring")) {
                ring = OptionalLong.of(RING);
            } else if (word.startsWith("ring=")) {
                ring = OptionalLong.of(size(word.substring("ring=".length())));
            } else {
                throw new IllegalArgumentException(
                        "recording: unknown word '%s' in '%s'; known are ring, ring=SIZE and streams"
                                .formatted(word, text));
            }
        }
        return new RecordSettings(Path.of(words[0]).toAbsolutePath(), ring, streams);
    }

    private static long size(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        int shift = upper.endsWith("M") ? 20 : upper.endsWith("K") ? 10 : 0;
        try {
            long number =
                    Long.parseLong(shift == 0 ? upper : upper.substring(0, upper.length() - 1));
            if (number > 0 && number <= RING_MAX >> shift && number << shift >= RING_MIN) {
                return number << shift;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new IllegalArgumentException(
                "recording: ring=%s is no size between 1K and 1024M".formatted(text));
    }
}
