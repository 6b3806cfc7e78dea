package dev.jvirt.benchmarks.client;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;

/// `JvirtCalls CALL THREADS URI`: our client library. The words are those of `calls.c`.
public final class JvirtCalls {
    private JvirtCalls() {}

    public static void main(String[] words) throws Exception {
        try (var connection = Connection.open(words[2])) {
            Turns.take(call(words[0], connection), Integer.parseInt(words[1]));
        }
    }

    private static Turns.Call call(String word, Connection connection) {
        String name = word.substring(word.indexOf(':') + 1);
        if (word.startsWith("lookup:")) {
            return () -> connection.lookupDomainByName(name);
        }
        if (word.startsWith("xml:")) {
            Domain domain = connection.lookupDomainByName(name);
            return () -> domain.xml(Flags.none());
        }
        return switch (word) {
            case "version" -> connection::libraryVersion;
            case "list" -> () -> connection.domains(Flags.none());
            default -> throw new IllegalArgumentException(word);
        };
    }
}
