package dev.jvirt.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Inputs made of a target's seeds, always the same ones: cut off, with bits turned, with lengths
/// that no peer would send, with parts doubled, dropped and taken from each other, and with words
/// put where others were.
final class Mutations {
    /// Negative, huge, and at or just beyond the limits of the protocol.
    private static final int[] LENGTHS = {
        -1,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        0,
        1,
        20,
        21,
        64,
        65,
        1024,
        1025,
        16384,
        16385,
        1 << 20,
        (1 << 20) + 1,
        4_194_304,
        4_194_305,
        33_554_436,
        33_554_437,
        0x7fff_fffc
    };

    private static final String[] NUMBERS = {
        "-1",
        "0",
        "00",
        "0x",
        "2147483648",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "99999999999999999999",
        "1e999",
        "-0"
    };

    private static final String PUNCTUATION = "<>/=\"'&;:,.-+%[]{}()#\\ \n\t\r\0^*?@!\u007f\u00ff";
    private static final int MOST_STEPS = 4;
    private static final int MOST_COPIES = 300;

    private final Random random;
    private final List<byte[]> seeds;
    private final List<String> words;

    Mutations(FuzzTarget target) {
        random = new Random(target.name().hashCode());
        seeds = target.seeds().get();
        words = target.words();
    }

    /// The next input.
    byte[] next() {
        byte[] input = seed();
        for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
            input = mutated(input);
        }
        return input;
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] mutated(byte[] input) {
        int length = input.length;
        int at = random.nextInt(length + 1);
        int end = Math.min(length, at + random.nextInt(1 + length / 4));
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(input, at);
            case 1 -> flipped(input, at);
            case 2, 3 -> withWord(input, at & ~3, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 4 -> withWord(input, at, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 5 -> replaced(input, at, end, new byte[0]);
            case 6 -> replaced(input, at, at, copies(Arrays.copyOfRange(input, at, end)));
            case 7 -> replaced(input, at, end, seed());
            case 8 -> withText(input, at, NUMBERS[random.nextInt(NUMBERS.length)]);
            default -> withText(input, at, text());
        };
    }

    private byte[] flipped(byte[] input, int at) {
        byte[] changed = input.clone();
        if (at < changed.length) {
            changed[at] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] withWord(byte[] input, int at, int word) {
        byte[] changed = input.clone();
        for (int i = 0; i < 4 && at + i < changed.length; i++) {
            changed[at + i] = (byte) (word >>> (24 - 8 * i));
        }
        return changed;
    }

    private byte[] copies(byte[] part) {
        int count = random.nextInt(8) == 0 ? random.nextInt(MOST_COPIES) : 2;
        byte[] copies = new byte[part.length * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(part, 0, copies, i * part.length, part.length);
        }
        return copies;
    }

    private String text() {
        if (words.isEmpty() || random.nextInt(3) == 0) {
            int at = random.nextInt(PUNCTUATION.length());
            return PUNCTUATION.substring(at, at + 1).repeat(1 + random.nextInt(2));
        }
        return words.get(random.nextInt(words.size()));
    }

    /// Puts a text in the place of the name or number that stands there, or just there.
    private byte[] withText(byte[] input, int at, String text) {
        int start = at;
        int end = at;
        if (random.nextBoolean()) {
            while (start > 0 && isWord(input[start - 1])) {
                start--;
            }
            while (end < input.length && isWord(input[end])) {
                end++;
            }
        }
        return replaced(input, start, end, text.getBytes(ISO_8859_1));
    }

    private static boolean isWord(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    private static byte[] replaced(byte[] input, int start, int end, byte[] by) {
        byte[] changed = new byte[start + by.length + input.length - end];
        System.arraycopy(input, 0, changed, 0, start);
        System.arraycopy(by, 0, changed, start, by.length);
        System.arraycopy(input, end, changed, start + by.length, input.length - end);
        return changed;
    }
}
