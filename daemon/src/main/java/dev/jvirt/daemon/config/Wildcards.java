package dev.jvirt.daemon.config;

/// Patterns for names: `*` stands for anything, also nothing, and `?` for one character.
public final class Wildcards {
    private Wildcards() {}

    /// Whether the whole text fits. Takes at most the product of both lengths in steps.
    public static boolean match(String pattern, String text) {
        int p = 0;
        int t = 0;
        // Where to go on when the last star has to swallow one character more.
        int star = -1;
        int swallowed = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                swallowed = t;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++swallowed;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
