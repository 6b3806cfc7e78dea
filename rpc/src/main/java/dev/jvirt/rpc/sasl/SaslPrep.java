package dev.jvirt.rpc.sasl;

import java.text.Normalizer;

/// SASLprep (RFC 4013): one spelling for names and passwords that look alike.
public final class SaslPrep {
    private SaslPrep() {}

    /// Prepares a text that is compared with a stored one.
    ///
    /// @throws SaslFailure if it has characters that nobody can type or see
    public static String query(String text) {
        if (isPlain(text)) {
            return text;
        }
        String prepared = Normalizer.normalize(mapped(text), Normalizer.Form.NFKC);
        boolean rightToLeft = false;
        boolean leftToRight = false;
        for (int i = 0; i < prepared.length(); i += Character.charCount(prepared.codePointAt(i))) {
            int c = prepared.codePointAt(i);
            if (isProhibited(c)) {
                throw SaslFailure.protocol("a character that names and passwords cannot have");
            }
            rightToLeft |= isRightToLeft(c);
            leftToRight |= Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
        }
        boolean framed =
                !rightToLeft
                        || isRightToLeft(prepared.codePointAt(0))
                                && isRightToLeft(prepared.codePointBefore(prepared.length()));
        if (rightToLeft && (leftToRight || !framed)) {
            throw SaslFailure.protocol("a text that runs in both directions");
        }
        return prepared;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String mapped(String text) {
        var mapped = new StringBuilder();
        text.codePoints()
                .filter(c -> !vanishes(c))
                .map(c -> Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c)
                .forEach(mapped::appendCodePoint);
        return mapped.toString();
    }

    private static boolean vanishes(int c) {
        return c == 0xAD
                || c == 0x34F
                || c == 0x1806
                || c >= 0x180B && c <= 0x180D
                || c >= 0x200B && c <= 0x200D
                || c == 0x2060
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFEFF;
    }

    private static boolean isProhibited(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default ->
                    c >= 0xFFF9 && c <= 0xFFFD
                            || c >= 0x2FF0 && c <= 0x2FFB
                            || c >= 0x200E && c <= 0x200F
                            || c >= 0x202A && c <= 0x202E
                            || c >= 0x206A && c <= 0x206F
                            || c == 0x06DD
                            || c == 0x070F
                            || c == 0x180E
                            || c == 0xE0001
                            || c >= 0xE0020 && c <= 0xE007F;
        };
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
