package dev.jvirt.tests.bench;

import dev.jvirt.tests.lab.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A client program that takes its turns: told for how long, it makes calls and says how many.
final class Player implements AutoCloseable {
    private final List<String> command;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;

    private Player(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /// Starts one and waits until it is connected.
    static Player start(List<String> command) {
        try {
            var builder = Programs.builder(command);
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            var player = new Player(command, builder.start());
            player.answer(); // "ready"
            return player;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives it a turn.
    ///
    /// @return calls a second
    double turn(int milliseconds) {
        questions.println(milliseconds);
        return Long.parseLong(answer()) * 1000.0 / milliseconds;
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("ended: " + String.join(" ", command));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            answers.close();
            questions.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
