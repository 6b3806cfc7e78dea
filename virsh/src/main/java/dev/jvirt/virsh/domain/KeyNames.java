package dev.jvirt.virsh.domain;

import dev.jvirt.api.domain.KeycodeSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The names that some sets of keycodes have for their keys, read from a list when one is asked
/// for.
final class KeyNames {
    private KeyNames() {}

    /// The code of a key; empty if the set has no such name.
    static OptionalInt code(KeycodeSet set, String name) {
        for (String line : lines(set)) {
            int blank = line.indexOf(' ');
            if (line.substring(0, blank).equals(name)) {
                return OptionalInt.of(Integer.parseInt(line.substring(blank + 1)));
            }
        }
        return OptionalInt.empty();
    }

    /// All names of a set.
    static List<String> all(KeycodeSet set) {
        var names = new ArrayList<String>();
        for (String line : lines(set)) {
            names.add(line.substring(0, line.indexOf(' ')));
        }
        return names;
    }

    private static List<String> lines(KeycodeSet set) {
        String file =
                switch (set) {
                    case LINUX -> "keys-linux.txt";
                    case OSX -> "keys-os_x.txt";
                    case WIN32 -> "keys-win32.txt";
                    case XT, ATSET1, ATSET2, ATSET3, XT_KBD, USB, QNUM -> "";
                };
        if (file.isEmpty()) {
            return List.of();
        }
        try (@Nullable InputStream list = KeyNames.class.getResourceAsStream(file)) {
            if (list == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
