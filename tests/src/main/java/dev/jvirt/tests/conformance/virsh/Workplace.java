package dev.jvirt.tests.conformance.virsh;

import dev.jvirt.tests.conformance.Json;
import dev.jvirt.virsh.Virsh;
import dev.jvirt.virsh.admin.VirtAdmin;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder of its own with a home in it, and programs that run there.
///
/// @param folder where relative paths start
record Workplace(Path folder) implements AutoCloseable {
    static Workplace create() {
        try {
            return new Workplace(Files.createTempDirectory("virsh-case"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file.
    void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file of the user's libvirt configuration.
    void configure(String name, String text) {
        write("home/.config/libvirt/" + name, text);
    }

    /// The text of a file.
    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the program of a case.
    Outcome run(Json test, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var merged = new ByteArrayOutputStream();
        byte[] in = test.text("stdin").orElse("").getBytes(StandardCharsets.UTF_8);
        Map<String, String> variables = new HashMap<>(test.textsByName("env"));
        variables.putIfAbsent("HOME", folder.resolve("home").toString());
        var environment =
                new ShellEnvironment(
                        variables,
                        folder,
                        new ByteArrayInputStream(in),
                        new Both(out, merged),
                        new Both(err, merged),
                        false);
        String[] words = arguments.toArray(new String[0]);
        String program = test.text("program").orElse("virsh");
        int status =
                switch (program) {
                    case "virsh" -> Virsh.run(words, environment);
                    case "virt-admin" -> VirtAdmin.run(words, environment);
                    default -> runOutside(program, arguments, new Both(err, merged));
                };
        return new Outcome(status, text(out), text(err), text(merged));
    }

    /// Runs a program of the product that ends by itself.
    private int runOutside(String program, List<String> arguments, OutputStream printed) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("--enable-native-access=ALL-UNNAMED");
        if (!program.equals("libvirtd")) {
            throw new IllegalArgumentException("unknown program " + program);
        }
        command.add("dev.jvirt.daemon.Libvirtd");
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getInputStream().transferTo(printed);
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes everything twice.
    private static final class Both extends OutputStream {
        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int b) throws IOException {
            one.write(b);
            other.write(b);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            one.write(bytes, start, length);
            other.write(bytes, start, length);
        }
    }
}
