package dev.jvirt.documents.domain.validation;

/// Properties of texts.
final class Texts {
    private Texts() {}

    /// Whether all characters are printable ASCII.
    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
