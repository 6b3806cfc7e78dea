package dev.jvirt.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Java part of `bin/fuzz`.
public final class FuzzCommand {
    private FuzzCommand() {}

    /// `list`, `prepare TARGET FOLDER` or `replay TARGET FILE...`.
    public static void main(String[] arguments) throws IOException {
        var words = List.of(arguments);
        switch (words.getFirst()) {
            case "list" -> list();
            case "prepare" -> prepare(FuzzTargets.require(words.get(1)), Path.of(words.get(2)));
            case "replay" ->
                    replay(FuzzTargets.require(words.get(1)), words.subList(2, words.size()));
            default -> throw new IllegalArgumentException(words.getFirst());
        }
    }

    private static void list() {
        for (FuzzTarget target : FuzzTargets.all()) {
            System.out.printf("%-18s %s%n", target.name(), target.purpose());
        }
    }

    /// Writes the seeds and the dictionary of a target where Jazzer finds them.
    private static void prepare(FuzzTarget target, Path folder) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        int number = 0;
        for (byte[] seed : target.seeds().get()) {
            Files.write(seeds.resolve("seed-%03d".formatted(number++)), seed);
        }
        var dictionary = target.words().stream().map(word -> '"' + word + '"').toList();
        Files.write(folder.resolve("dictionary"), dictionary);
    }

    private static void replay(FuzzTarget target, List<String> files) throws IOException {
        for (String file : files) {
            boolean taken = target.feed(Files.readAllBytes(Path.of(file)));
            System.out.printf("%s: %s%n", file, taken ? "taken" : "refused");
        }
    }
}
