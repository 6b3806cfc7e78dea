package dev.jvirt.qemu.emulator;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.base.Undo;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.io.DescriptorChannel;
import dev.jvirt.host.io.Pipe;
import dev.jvirt.host.process.ChildProcess;
import dev.jvirt.host.process.ExitStatus;
import dev.jvirt.host.process.ProgramStart;
import dev.jvirt.qemu.capabilities.QmpRefusal;
import dev.jvirt.qemu.json.JsonException;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A QEMU without any machine, started only to be asked what it can do.
///
/// It answers on its standard input and output, which are a socket, so that there is no file to
/// clean up. Whoever started it closes it, which kills it. The whole conversation has one deadline.
final class ProbeProcess implements CapabilitiesProbe.Conversation {
    /// How many questions QEMU may have before it; it stops reading earlier by itself.
    private static final int AT_ONCE = 64;

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String binary;
    private final ChildProcess process;
    private final DescriptorChannel talk;
    private final DescriptorChannel errorChannel;
    private final AnswerLines answers;
    private final ErrorText errors;
    private final Duration allowed;
    private final long deadline;
    private long serial;

    private ProbeProcess(
            String binary,
            ChildProcess process,
            DescriptorChannel talk,
            DescriptorChannel errorChannel,
            Duration allowed) {
        this.binary = binary;
        this.process = process;
        this.talk = talk;
        this.errorChannel = errorChannel;
        this.allowed = allowed;
        this.deadline = System.nanoTime() + allowed.toNanos();
        this.answers = new AnswerLines(talk);
        this.errors = new ErrorText(errorChannel);
    }

    /// Starts a binary and waits until it takes commands.
    ///
    /// @param accelerators what it may use, by QEMU's names, the best first, parted by colons
    /// @throws LibvirtException INTERNAL_ERROR with QEMU's own words if it does not start,
    ///     OPERATION_TIMEOUT if it says nothing
    static ProbeProcess start(String binary, String accelerators, ProbeSettings settings) {
        ProbeProcess started;
        try {
            started = spawn(binary, accelerators, settings);
        } catch (IOException e) {
            throw notStarted(binary, String.valueOf(e.getMessage()), e);
        }
        try {
            started.greet();
            return started;
        } catch (LibvirtException e) {
            started.close();
            throw e;
        }
    }

    private static ProbeProcess spawn(String binary, String accelerators, ProbeSettings settings)
            throws IOException {
        var program =
                ProgramStart.of(Path.of("/").resolve(binary), arguments(accelerators))
                        .environment(settings.environment())
                        .folder(Path.of("/"))
                        .ownSession();
        settings.identity().ifPresent(program::identity);
        try (var undo = new Undo()) {
            Pipe socket = Pipe.socketPair();
            undo.onFailure(socket.readEnd(), Descriptor::close);
            Pipe said = undo.onFailure(Pipe.open(), Pipe::close);
            ChildProcess child;
            try (Descriptor theirs = socket.writeEnd()) {
                child = program.input(theirs).output(theirs).errors(said.writeEnd()).start();
            }
            undo.onFailure(child, ChildProcess::kill);
            said.writeEnd().close();
            var process =
                    new ProbeProcess(
                            binary,
                            child,
                            new DescriptorChannel(socket.readEnd()),
                            new DescriptorChannel(said.readEnd()),
                            settings.deadline());
            undo.done();
            return process;
        }
    }

    private static List<String> arguments(String accelerators) {
        return List.of(
                "-S",
                "-no-user-config",
                "-nodefaults",
                "-nographic",
                "-machine",
                "none,accel=" + accelerators,
                "-qmp",
                "stdio");
    }

    private static LibvirtException notStarted(
            String binary, String why, @Nullable Throwable cause) {
        return new LibvirtException(
                ErrorDomain.QEMU,
                ErrorCode.INTERNAL_ERROR,
                "Failed to start QEMU binary %s for probing: %s".formatted(binary, why),
                cause);
    }

    private void greet() {
        if (!nextMessage().has("QMP")) {
            throw unexpected("no QMP greeting");
        }
        execute("qmp_capabilities", JsonObject.EMPTY);
    }

    @Override
    public JsonValue execute(String command, JsonObject arguments) {
        Answer answer = executeAll(List.of(new Command(command, arguments))).getFirst();
        return answer.value().orElseThrow(() -> new QmpRefusal("", answer.error()));
    }

    @Override
    public List<Answer> executeAll(List<Command> commands) {
        var all = new ArrayList<Answer>(commands.size());
        for (int start = 0; start < commands.size(); start += AT_ONCE) {
            List<Command> batch =
                    commands.subList(start, Math.min(start + AT_ONCE, commands.size()));
            long first = send(batch);
            for (int i = 0; i < batch.size(); i++) {
                all.add(answer(first + i));
            }
        }
        return all;
    }

    /// @return the number of the first command
    private long send(List<Command> batch) {
        long first = serial;
        var text = new StringBuilder();
        for (Command command : batch) {
            var question = JsonObject.builder().put("execute", command.name());
            if (!command.arguments().isEmpty()) {
                question.put("arguments", command.arguments());
            }
            question.put("id", serial++).build().appendTo(text);
            text.append('\n');
        }
        try {
            talk.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw ended();
        }
        return first;
    }

    private Answer answer(long id) {
        while (true) {
            JsonObject message = nextMessage();
            if (message.has("event")) {
                continue;
            }
            if (message.number("id").orElse(-1) != id) {
                throw unexpected("answer without a question");
            }
            Optional<JsonObject> error = message.object("error");
            return error.isPresent()
                    ? new Answer(Optional.empty(), error.get().string("desc").orElse(""))
                    : new Answer(message.member("return"), "no return value");
        }
    }

    private JsonObject nextMessage() {
        String line;
        try {
            line = answers.next(deadline);
        } catch (IOException e) {
            throw ended();
        }
        try {
            if (JsonValue.parse(line) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            // said below
        }
        throw unexpected("'%s'".formatted(line.substring(0, Math.min(line.length(), 80))));
    }

    private LibvirtException unexpected(String what) {
        String said = errors.text();
        return notStarted(
                binary,
                "it does not speak QMP: %s%s".formatted(what, said.isEmpty() ? "" : "\n" + said),
                null);
    }

    /// The error for a binary that says no more: it ended, or it hangs.
    private LibvirtException ended() {
        boolean hung = System.nanoTime() - deadline >= 0 && process.isAlive();
        Optional<ExitStatus> status = hung ? Optional.empty() : status();
        String said = errors.text();
        if (hung) {
            return new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.OPERATION_TIMEOUT,
                    "QEMU binary %s did not answer within %d ms of probing%s"
                            .formatted(
                                    binary, allowed.toMillis(), said.isEmpty() ? "" : ": " + said));
        }
        String ending =
                status.map("it ended without a word, %s"::formatted)
                        .orElse("it closed its standard output");
        return notStarted(binary, said.isEmpty() ? ending : said, null);
    }

    private Optional<ExitStatus> status() {
        try {
            return Optional.of(process.exit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /// Kills the process and what it started, and reaps it.
    @Override
    public void close() {
        List<ProcessHandle> children =
                ProcessHandle.of(process.pid()).stream()
                        .flatMap(ProcessHandle::descendants)
                        .toList();
        process.kill();
        for (ProcessHandle child : children) {
            child.destroyForcibly();
        }
        var unused = status();
        talk.close();
        errorChannel.close();
    }
}
