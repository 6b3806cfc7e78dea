package dev.jvirt.qemu.command;

/// Words as a shell reads them back.
public final class ShellText {
    private static final String SPECIAL = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";

    private ShellText() {}

    /// The word, in single quotes if anything in it means something to a shell.
    public static String quote(String word) {
        if (word.isEmpty()) {
            return "''";
        }
        if (isPlain(word)) {
            return word;
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (SPECIAL.indexOf(word.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
