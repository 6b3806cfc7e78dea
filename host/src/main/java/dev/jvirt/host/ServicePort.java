package dev.jvirt.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.StringTokenizer;

/// Ports of TCP by number or by the names that the host knows.
public final class ServicePort {
    private static final Path SERVICES = Path.of("/etc/services");
    private static final int LARGEST = 0xffff;

    private ServicePort() {}

    /// The port that a word means; empty if it means none.
    public static OptionalInt of(String word) {
        return of(word, SERVICES);
    }

    static OptionalInt of(String word, Path services) {
        try {
            int number = Integer.parseInt(word);
            return number < 0 || number > LARGEST ? OptionalInt.empty() : OptionalInt.of(number);
        } catch (NumberFormatException e) {
            return named(word, services);
        }
    }

    private static OptionalInt named(String name, Path services) {
        try (BufferedReader reader = Files.newBufferedReader(services)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                OptionalInt port = match(line, name);
                if (port.isPresent()) {
                    return port;
                }
            }
        } catch (IOException e) {
            // A host without the file knows no names.
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    /// A line is `name 80/tcp alias ... # words`.
    private static OptionalInt match(String line, String name) {
        int comment = line.indexOf('#');
        var words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
        if (words.countTokens() < 2) {
            return OptionalInt.empty();
        }
        boolean matches = words.nextToken().equals(name);
        String port = words.nextToken();
        while (!matches && words.hasMoreTokens()) {
            matches = words.nextToken().equals(name);
        }
        int slash = port.indexOf("/tcp");
        return matches && slash > 0
                ? OptionalInt.of(Integer.parseInt(port.substring(0, slash)))
                : OptionalInt.empty();
    }
}
