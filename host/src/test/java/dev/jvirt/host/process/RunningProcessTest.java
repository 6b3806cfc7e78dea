package dev.jvirt.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.io.Pipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RunningProcessTest {
    private static ChildProcess shell(String script, Descriptor input) throws IOException {
        return ProgramStart.of(Path.of("/bin/sh"), "-c", script).input(input).start();
    }

    @Test
    void aChildIsAliveUntilItEnds() throws Exception {
        Pipe pipe = Pipe.open();
        try (pipe) {
            ChildProcess child = shell("read line; exit 4", pipe.readEnd());
            boolean before = child.isAlive();
            pipe.writeEnd().close();
            child.end().get(30, TimeUnit.SECONDS);

            assertThat(before).isTrue();
            assertThat(child.isAlive()).isFalse();
            assertThat(child.exit()).isCompletedWithValue(new ExitStatus.Exited(4));
        }
    }

    @Test
    void aChildCanBeAskedToEnd() throws Exception {
        Pipe pipe = Pipe.open();
        try (pipe) {
            ChildProcess child = shell("exec sleep 1000", pipe.readEnd());
            child.terminate();

            assertThat(child.exit().get(30, TimeUnit.SECONDS)).isEqualTo(new ExitStatus.Killed(15));
        }
    }

    @Test
    void signalsToAChildThatHasEndedGoNowhere() throws Exception {
        ChildProcess child = ProgramStart.of(Path.of("/bin/true")).start();
        child.exit().get(30, TimeUnit.SECONDS);

        child.kill();
        child.terminate();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void whoWaitsForAChildMayTakeItsTime() throws Exception {
        var busy = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Pipe pipe = Pipe.open();
        try (pipe) {
            ChildProcess child = shell("read line", pipe.readEnd());
            var handler = child.exit().thenRun(() -> waitFor(busy, done));
            pipe.writeEnd().close();
            busy.await();

            ChildProcess other = ProgramStart.of(Path.of("/bin/true")).start();

            assertThat(other.exit().get(30, TimeUnit.SECONDS).isSuccess()).isTrue();
            done.countDown();
            handler.get(30, TimeUnit.SECONDS);
        }
    }

    private static void waitFor(CountDownLatch busy, CountDownLatch done) {
        busy.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void watchesAProcessThatSomebodyElseStarted() throws Exception {
        Process theirs = new ProcessBuilder("/bin/sh", "-c", "read line").start();
        try (var process = ForeignProcess.open((int) theirs.pid())) {
            boolean before = process.isAlive();
            assertThat(process.startTime())
                    .isEqualTo(ProcessStat.read((int) theirs.pid()).startTime())
                    .isPositive();

            theirs.getOutputStream().close();
            process.end().get(30, TimeUnit.SECONDS);

            assertThat(before).isTrue();
            assertThat(process.isAlive()).isFalse();
            assertThat(theirs.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void endsAProcessThatSomebodyElseStarted() throws Exception {
        Process theirs = new ProcessBuilder("/bin/sleep", "1000").start();
        try (var process = ForeignProcess.open((int) theirs.pid())) {
            process.kill();

            process.end().get(30, TimeUnit.SECONDS);
            assertThat(theirs.waitFor()).isEqualTo(128 + 9);
        }
    }

    @Test
    void aProcessGoesOnWhenNobodyLooksAfterItAnyMore() throws Exception {
        Process theirs = new ProcessBuilder("/bin/sh", "-c", "read line").start();
        var process = ForeignProcess.open((int) theirs.pid());
        process.close();

        assertThatThrownBy(() -> process.end().get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(theirs.isAlive()).isTrue();
        theirs.getOutputStream().close();
        assertThat(theirs.waitFor()).isEqualTo(1);
    }

    @Test
    void thereIsNoProcessOfANumberThatNobodyHas() throws Exception {
        Process theirs = new ProcessBuilder("/bin/true").start();
        theirs.waitFor();

        assertThatThrownBy(() -> ForeignProcess.open((int) theirs.pid()))
                .isInstanceOfSatisfying(
                        SystemException.class, e -> assertThat(e).hasMessage("No such process"));
    }
}
