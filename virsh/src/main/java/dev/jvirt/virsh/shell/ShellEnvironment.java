package dev.jvirt.virsh.shell;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/// Where a shell runs: what it reads, where it writes, which variables are set.
///
/// @param variables of the environment
/// @param directory that relative paths start from
/// @param terminal whether the input is a terminal
public record ShellEnvironment(
        Map<String, String> variables,
        Path directory,
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean terminal) {

    /// The one of this process.
    public static ShellEnvironment ofProcess() {
        return new ShellEnvironment(
                System.getenv(),
                Path.of(""),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminal.isStandardInput());
    }

    /// The value of a variable; empty if it is not set.
    public String variable(String name) {
        String value = variables.get(name);
        return value == null ? "" : value;
    }

    /// Whether text beyond ASCII is printed as it is: the locale's encoding is UTF-8.
    public boolean unicode() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = variable(name);
            if (!locale.isEmpty()) {
                return isUtf8(locale);
            }
        }
        return false;
    }

    private static boolean isUtf8(String locale) {
        int dot = locale.indexOf('.');
        String encoding = dot < 0 ? "" : locale.substring(dot + 1);
        int at = encoding.indexOf('@');
        encoding = at < 0 ? encoding : encoding.substring(0, at);
        return encoding.equalsIgnoreCase("UTF-8") || encoding.equalsIgnoreCase("utf8");
    }
}
