package dev.jvirt.documents.network;

import java.util.Optional;

/// IPv6 addresses as text, written as C's `inet_ntop` writes them: the longest run of zeros is left
/// out, and the end of an embedded IPv4 address has its own form.
final class Ipv6Text {
    private static final int WORDS = 8;

    private Ipv6Text() {}

    static Optional<InternetAddress> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] words = words(text);
            return words.length == WORDS ? Optional.of(address(words)) : Optional.empty();
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int[] first = before.isEmpty() ? new int[0] : words(before);
        int[] last = after.isEmpty() ? new int[0] : words(after);
        boolean malformed =
                !before.isEmpty() && first.length == 0 || !after.isEmpty() && last.length == 0;
        if (malformed || before.contains(".") || first.length + last.length >= WORDS) {
            return Optional.empty();
        }
        int[] all = new int[WORDS];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(last, 0, all, WORDS - last.length, last.length);
        return Optional.of(address(all));
    }

    /// The words of a part without gap; none if it is malformed.
    private static int[] words(String text) {
        String[] parts = text.split(":", -1);
        String end = parts[parts.length - 1];
        boolean embedded = end.contains(".");
        int[] words = new int[parts.length + (embedded ? 1 : 0)];
        for (int i = 0; i < parts.length - (embedded ? 1 : 0); i++) {
            if (!isWord(parts[i])) {
                return new int[0];
            }
            words[i] = Integer.parseInt(parts[i], 16);
        }
        if (embedded) {
            var address = dotted(end);
            if (address.isEmpty()) {
                return new int[0];
            }
            words[parts.length - 1] = (int) (address.get().low() >>> 16);
            words[parts.length] = (int) (address.get().low() & 0xFFFF);
        }
        return words;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 4;
    }

    /// Within IPv6 there is but one form.
    private static Optional<InternetAddress> dotted(String text) {
        return Ipv4Text.parse(text).filter(address -> address.toString().equals(text));
    }

    private static InternetAddress address(int[] words) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < WORDS / 2; i++) {
            high = high << 16 | words[i];
            low = low << 16 | words[WORDS / 2 + i];
        }
        return new InternetAddress(true, high, low);
    }

    static String format(long high, long low) {
        int[] words = new int[WORDS];
        for (int i = 0; i < WORDS / 2; i++) {
            words[i] = (int) (high >>> 48 - 16 * i) & 0xFFFF;
            words[WORDS / 2 + i] = (int) (low >>> 48 - 16 * i) & 0xFFFF;
        }
        int gap = longestGap(words);
        int length = gap < 0 ? 0 : zeros(words, gap);
        var text = new StringBuilder();
        int at = 0;
        while (at < WORDS) {
            if (at == gap) {
                text.append("::");
                at += length;
            } else if (at == 6 && gap == 0 && isEmbedded(words, length)) {
                text.append(separator(text)).append(Ipv4Text.format(low & 0xFFFFFFFFL));
                at = WORDS;
            } else {
                text.append(separator(text)).append(Integer.toHexString(words[at]));
                at++;
            }
        }
        return text.toString();
    }

    private static boolean isEmbedded(int[] words, int gapLength) {
        return gapLength == 6 || gapLength == 5 && words[5] == 0xFFFF;
    }

    private static String separator(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":";
    }

    private static int longestGap(int[] words) {
        int longest = -1;
        for (int i = 0; i < WORDS; i++) {
            int length = zeros(words, i);
            if (length > 1 && (longest < 0 || length > zeros(words, longest))) {
                longest = i;
            }
        }
        return longest;
    }

    private static int zeros(int[] words, int from) {
        int end = from;
        while (end < WORDS && words[end] == 0) {
            end++;
        }
        return end - from;
    }
}
