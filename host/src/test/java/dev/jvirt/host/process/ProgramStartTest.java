package dev.jvirt.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.host.Users;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.io.DescriptorChannel;
import dev.jvirt.host.io.MemoryFile;
import dev.jvirt.host.io.Pipe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramStartTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ProgramStart shell(String script, String... arguments) {
        var words = new java.util.ArrayList<>(List.of("-c", script, "sh"));
        words.addAll(List.of(arguments));
        return ProgramStart.of(SHELL, words);
    }

    private static ExitStatus endOf(ProgramStart start) throws Exception {
        return start.start().exit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void tellsWhatTheProgramReturned() throws Exception {
        ExitStatus status = endOf(shell("exit 3"));

        assertThat(status).isEqualTo(new ExitStatus.Exited(3)).hasToString("exit status 3");
        assertThat(status.isSuccess()).isFalse();
        assertThat(endOf(shell("exit 0")).isSuccess()).isTrue();
    }

    @Test
    void tellsWhichSignalEndedTheProgram() throws Exception {
        ExitStatus status = endOf(shell("kill -9 $$"));

        assertThat(status).isEqualTo(new ExitStatus.Killed(9)).hasToString("fatal signal 9");
        assertThat(status.isSuccess()).isFalse();
    }

    @Test
    void passesArgumentsAndEnvironmentAsTheyAre() throws IOException {
        ProgramOutput output =
                shell("printf '%s|' \"$@\" \"$NAME\" \"${HOME-none}\"", "a b", "", "$x", "ü")
                        .environment(Map.of("NAME", "v=1"))
                        .run(PATIENCE);

        assertThat(output.output()).isEqualTo("a b||$x|ü|v=1|none|");
    }

    @Test
    void inheritsOurEnvironmentUnlessToldOtherwise() throws IOException {
        assertThat(shell("echo \"$PATH\"").run(PATIENCE).output().strip())
                .isEqualTo(System.getenv("PATH"));
    }

    @Test
    void worksInTheGivenFolder(@TempDir Path folder) throws IOException {
        assertThat(shell("pwd -P").folder(folder).run(PATIENCE).output().strip())
                .isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void keepsOutputAndErrorsApart() throws IOException {
        ProgramOutput output = shell("echo to out; echo to err >&2; exit 1").run(PATIENCE);

        assertThat(output.output()).isEqualTo("to out\n");
        assertThat(output.errors()).isEqualTo("to err\n");
        assertThatThrownBy(output::requireSuccess)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Child process (/bin/sh -c 'echo to out; echo to err >&2; exit 1' sh)"
                                + " unexpected exit status 1: to err");
    }

    @Test
    void readsItsInput() throws IOException {
        assertThat(ProgramStart.of(Path.of("/bin/cat")).run("some\ninput", PATIENCE).output())
                .isEqualTo("some\ninput");
    }

    @Test
    void hasTheNullDeviceWhereNothingIsGiven() throws IOException {
        var start = shell("readlink /proc/self/fd/0 /proc/self/fd/2 >&5");
        try (var file = MemoryFile.create("test")) {
            start.inherit(5, file.descriptor()).start().exit().join();

            assertThat(new String(file.content(), StandardCharsets.UTF_8))
                    .isEqualTo("/dev/null\n/dev/null\n");
        }
    }

    @Test
    void printsToAPipeWhileItRuns() throws Exception {
        Pipe pipe = Pipe.open();
        try (var channel = new DescriptorChannel(pipe.readEnd())) {
            ChildProcess child;
            try (var writeEnd = pipe.writeEnd()) {
                child = shell("echo hello; exec sleep 1000").output(writeEnd).start();
            }
            var buffer = java.nio.ByteBuffer.allocate(100);
            channel.read(buffer);

            assertThat(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8))
                    .isEqualTo("hello\n");

            child.kill();
            assertThat(channel.read(buffer)).isEqualTo(-1);
            assertThat(child.exit().get(30, TimeUnit.SECONDS)).isEqualTo(new ExitStatus.Killed(9));
        }
    }

    @Test
    void inheritsDescriptorsUnderTheNumbersThatWereAskedFor() throws IOException {
        try (var first = MemoryFile.create("first");
                var second = MemoryFile.create("second")) {
            // Each gets the number that the other one has here.
            ProgramOutput output =
                    shell(
                                    "readlink /proc/self/fd/$1 /proc/self/fd/$2 /proc/self/fd/99",
                                    number(second),
                                    number(first))
                            .inherit(first.descriptor().number(), second.descriptor())
                            .inherit(second.descriptor().number(), first.descriptor())
                            .inherit(99, first.descriptor())
                            .run(PATIENCE);

            assertThat(output.output().lines())
                    .containsExactly(
                            "/memfd:first (deleted)",
                            "/memfd:second (deleted)",
                            "/memfd:first (deleted)");
        }
    }

    private static String number(MemoryFile file) {
        return Integer.toString(file.descriptor().number());
    }

    @Test
    void inheritsADescriptorUnderTheNumberThatItHas() throws IOException {
        try (var file = MemoryFile.create("same")) {
            assertThat(
                            shell("readlink /proc/self/fd/$1", number(file))
                                    .inherit(file.descriptor().number(), file.descriptor())
                                    .run(PATIENCE)
                                    .output())
                    .isEqualTo("/memfd:same (deleted)\n");
        }
    }

    @Test
    void inheritsNothingElse(@TempDir Path folder) throws IOException {
        // What Java opens is not closed on exec.
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var file =
                        FileChannel.open(
                                folder.resolve("f"),
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE);
                var given = MemoryFile.create("given")) {
            ProgramOutput output =
                    shell("ls /proc/$$/fd").inherit(20, given.descriptor()).run(PATIENCE);

            assertThat(output.output().lines()).containsExactlyInAnyOrder("0", "1", "2", "20");
            assertThat(socket.isClosed()).isFalse();
            assertThat(file.isOpen()).isTrue();
        }
    }

    @Test
    void leadsItsOwnSessionIfAsked() throws IOException {
        // pid, parent, group, session
        String script = "cut -d ' ' -f 1,4,5,6 /proc/$$/stat";
        String[] own = shell(script).ownSession().run(PATIENCE).output().strip().split(" ");
        String[] ours = shell(script).run(PATIENCE).output().strip().split(" ");

        assertThat(own[1]).isEqualTo(Long.toString(ProcessHandle.current().pid()));
        assertThat(own[2]).isEqualTo(own[0]);
        assertThat(own[3]).isEqualTo(own[0]);
        assertThat(ours[3]).isNotEqualTo(ours[0]);
    }

    @Test
    void blocksAndIgnoresNoSignal() throws IOException {
        String status =
                ProgramStart.of(Path.of("/bin/grep"), "^Sig[BI]", "/proc/self/status")
                        .run(PATIENCE)
                        .output();

        // Two signals belong to the C library.
        assertThat(status.replaceAll("\\s+", " ").strip())
                .matches("SigBlk: 0{16} SigIgn: 0{7}[01][08]0{7}");
    }

    @Test
    void hasItsUmaskAndLeavesOursAlone(@TempDir Path folder) throws IOException {
        assertThat(shell("umask").umask(0027).run(PATIENCE).output().strip()).isEqualTo("0027");

        Path before = Files.createFile(folder.resolve("before"));
        shell("umask").umask(0777).run(PATIENCE);
        Path after = Files.createFile(folder.resolve("after"));
        assertThat(Files.getPosixFilePermissions(after))
                .isEqualTo(Files.getPosixFilePermissions(before));
    }

    @Test
    void runsAsSomebodyElse() throws IOException {
        assumeTrue(Users.current() == 0, "needs the rights of root");

        ProgramOutput output =
                shell("id -u; id -g; id -G; grep '^Cap[IPEA]' /proc/$$/status")
                        .identity(new Identity(4001, 4002, List.of(4003, 4004)))
                        .run(PATIENCE);

        assertThat(output.output().lines().limit(3))
                .containsExactly("4001", "4002", "4002 4003 4004");
        assertThat(output.output().lines().skip(3))
                .allMatch(line -> line.endsWith("\t0000000000000000"));
        assertThat(Users.current()).isZero();
    }

    @Test
    void dropsAllCapabilities() throws IOException {
        assumeTrue(Users.current() == 0, "needs the rights of root");

        ProgramOutput output =
                shell("id -u; grep ^Cap /proc/$$/status").withoutCapabilities().run(PATIENCE);

        assertThat(output.output().lines().findFirst()).contains("0");
        assertThat(output.output().lines().skip(1))
                .hasSize(5)
                .allMatch(line -> line.endsWith("\t0000000000000000"));
    }

    @Test
    void isLimited() throws Exception {
        // The limit comes after the start: wait for it.
        Pipe pipe = Pipe.open();
        try (pipe;
                var output = MemoryFile.create("output")) {
            ChildProcess child =
                    shell("read line; ulimit -n; ulimit -c")
                            .input(pipe.readEnd())
                            .output(output.descriptor())
                            .limit(Limit.FILES, 77)
                            .limit(Limit.CORE, 0)
                            .start();
            pipe.writeEnd().close();
            child.exit().get(30, TimeUnit.SECONDS);

            assertThat(new String(output.content(), StandardCharsets.UTF_8)).isEqualTo("77\n0\n");
        }
    }

    @Test
    void namesAProgramThatDoesNotExist() {
        assertThatThrownBy(() -> ProgramStart.of(Path.of("/no/such/program")).start())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot execute binary /no/such/program: No such file or directory");
    }

    @Test
    void namesAProgramThatMayNotBeExecuted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "just text");

        assertThatThrownBy(() -> ProgramStart.of(file).start())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot execute binary %s: Permission denied", file);
    }

    @Test
    void namesAProgramOfTheWrongFormat(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "just text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> ProgramStart.of(file).start())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot execute binary %s: Exec format error", file);
    }

    @Test
    void namesAFolderThatDoesNotExist() {
        assertThatThrownBy(() -> shell("true").folder(Path.of("/no/such/folder")).start())
                .isInstanceOf(IOException.class)
                .hasMessage("Unable to change to /no/such/folder: No such file or directory");
    }

    @Test
    void killsWhatTakesTooLong() {
        assertThatThrownBy(() -> shell("exec sleep 1000").run(Duration.ofMillis(50)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not end within");
        assertThat(children()).isEmpty();
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    @Test
    void thousandsOfProgramsLeaveNothingBehind() throws IOException {
        var truth = ProgramStart.of(Path.of("/bin/true"));
        assertThat(truth.run(PATIENCE).status().isSuccess()).isTrue();
        long before = openDescriptors();

        for (int round = 0; round < 20; round++) {
            var running = IntStream.range(0, 100).mapToObj(i -> started()).toList();
            assertThat(running).allMatch(child -> child.exit().join().isSuccess());
        }

        assertThat(openDescriptors()).isLessThanOrEqualTo(before + 5);
        assertThat(children()).isEmpty();
    }

    private static ChildProcess started() {
        try {
            return ProgramStart.of(Path.of("/bin/true")).start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long openDescriptors() throws IOException {
        try (var entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.count();
        }
    }

    @Test
    void leavesJavasOwnChildrenToJava() throws Exception {
        Process theirs = new ProcessBuilder("/bin/sh", "-c", "read line; exit 7").start();
        var children = IntStream.range(0, 50).mapToObj(i -> started()).toList();
        theirs.getOutputStream().close();

        assertThat(theirs.waitFor()).isEqualTo(7);
        assertThat(children).allMatch(child -> child.exit().join().isSuccess());
    }

    @Test
    void refusesWhatAProgramWouldSeeHalfOf() {
        assertThatThrownBy(() -> shell("true", "a\0b").start())
                .isInstanceOf(IOException.class)
                .hasMessage("zero byte in argument or environment: 'a?b'");
        assertThatThrownBy(() -> shell("true").environment(Map.of("N", "a\0b")).start())
                .isInstanceOf(IOException.class)
                .hasMessage("zero byte in argument or environment: 'N=a?b'");
    }

    @Test
    void givesNothingAwayThatIsClosed() throws IOException {
        Descriptor closed = Descriptor.openForReading(Path.of("/dev/null"));
        closed.close();

        assertThatThrownBy(() -> shell("true").inherit(5, closed).start())
                .isInstanceOf(IOException.class)
                .hasMessage("Bad file descriptor");
    }
}
