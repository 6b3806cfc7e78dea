package dev.jvirt.qemu.capabilities;

import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A real QEMU without any machine that answers on its standard input and output.
public final class StdioQemu implements QmpQuery, AutoCloseable {
    public static final Path BINARY = Path.of("/usr/bin/qemu-system-x86_64");

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    public StdioQemu(String accelerator) throws IOException {
        process =
                new ProcessBuilder(
                                BINARY.toString(),
                                "-S",
                                "-no-user-config",
                                "-nodefaults",
                                "-nographic",
                                "-machine",
                                "none,accel=" + accelerator,
                                "-qmp",
                                "stdio")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers.readLine(); // the greeting
        execute("qmp_capabilities", JsonObject.EMPTY);
    }

    public static boolean isInstalled() {
        return Files.isExecutable(BINARY);
    }

    @Override
    public JsonValue execute(String command, JsonObject arguments) {
        try {
            var question = JsonObject.builder().put("execute", command);
            if (!arguments.isEmpty()) {
                question.put("arguments", arguments);
            }
            questions.write(question.build().text() + "\n");
            questions.flush();
            var answer = (JsonObject) JsonValue.parse(answers.readLine());
            if (answer.object("error").isPresent()) {
                JsonObject error = answer.object("error").get();
                throw new QmpRefusal(
                        error.string("class").orElse(""), error.string("desc").orElse(""));
            }
            return answer.member("return").orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }
}
