package dev.jvirt.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.CrashedReason;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.guests.BootSector;
import dev.jvirt.host.process.ForeignProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("hasQemu")
@Timeout(60)
final class DomainLifeCycleTest {
    private Path root;
    private TestHost host;
    private QemuDomainDriver driver;

    static boolean hasQemu() {
        return Files.isExecutable(Path.of(GuestProgram.QEMU));
    }

    @BeforeEach
    void startDriver(@TempDir Path folder) {
        root = folder;
        host = new TestHost(folder);
        driver = host.startDriver();
    }

    @AfterEach
    void endGuests() throws Exception {
        host.close();
    }

    @Test
    void aDefinedDomainStartsIsListedAndIsDestroyed() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());

        DomainId started = driver.create(defined, Flags.none());

        assertThat(host.events(3))
                .containsExactly("DEFINED_ADDED", "RESUMED_UNPAUSED", "STARTED_BOOTED");
        assertThat(started.id()).isEqualTo(1);
        assertThat(driver.list(Flags.none())).containsExactly(started);
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.RUNNING, RunningReason.BOOTED));
        assertThat(driver.xml(started, Flags.none())).contains("<source path='/dev/pts/");
        int pid = host.pid("web");

        driver.destroy(started, Flags.none());

        assertThat(host.events(2)).containsExactly("SHUTDOWN_HOST", "STOPPED_DESTROYED");
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.SHUTOFF, ShutoffReason.DESTROYED));
        assertThat(Path.of("/proc", Integer.toString(pid))).doesNotExist();
        assertThat(host.folders().state()).isDirectoryNotContaining("glob:**/web.*");
        assertThat(host.folders().lib()).isDirectoryNotContaining("glob:**/domain-*");
        assertThat(host.log("web"))
                .containsPattern(
                        "starting up libvirt version: 9.0.0, package: test, qemu version: 7.2, kernel: ")
                .contains("-name guest=web \\\n-S \\\n")
                .contains("shutting down, reason=destroyed");
    }

    @Test
    void auditorsHearOfStartsAndStops() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        String names = "vm=\"web\" uuid=" + defined.uuid();

        DomainId started = driver.create(defined, Flags.none());
        int pid = host.pid("web");
        driver.destroy(started, Flags.none());

        assertThat(host.audited())
                .contains(
                        "RESOURCE yes virt=qemu resrc=vcpu reason=start %s old-vcpu=0 new-vcpu=1"
                                .formatted(names))
                .endsWith(
                        "CONTROL yes virt=qemu op=start reason=booted %s vm-pid=%d"
                                .formatted(names, pid),
                        "CONTROL yes virt=qemu op=stop reason=destroyed %s vm-pid=0"
                                .formatted(names));
    }

    @Test
    void auditorsHearOfStartsThatFail() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        Files.delete(root.resolve("guest.img"));

        assertThatThrownBy(() -> driver.create(defined, Flags.none()))
                .isInstanceOf(LibvirtException.class);

        assertThat(host.audited())
                .filteredOn(record -> record.startsWith("CONTROL"))
                .containsExactly(
                        "CONTROL no virt=qemu op=start reason=booted vm=\"web\" uuid=%s vm-pid=0"
                                .formatted(defined.uuid()));
    }

    @Test
    void aGuestThatStartsPausedGoesOnLater() throws Exception {
        DomainId started =
                driver.createXml(TestHost.xml("web"), Flags.of(DomainCreateFlag.START_PAUSED));

        assertThat(host.events(2)).containsExactly("STARTED_BOOTED", "SUSPENDED_PAUSED");
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.PAUSED, PausedReason.USER));

        driver.resume(started);

        assertThat(host.event()).isEqualTo("RESUMED_UNPAUSED");
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.RUNNING, RunningReason.UNPAUSED));
    }

    @Test
    void aProgramThatEndsAtOnceIsQuotedAndLeavesNothing() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        Files.delete(root.resolve("guest.img"));

        assertThatThrownBy(() -> driver.create(defined, Flags.none()))
                .isInstanceOf(LibvirtException.class)
                // Which one depends on what is noticed first, as in libvirt.
                .hasMessageMatching(
                        "(?s)internal error: (qemu unexpectedly closed the monitor"
                                + "|process exited while connecting to monitor): .*")
                .hasMessageContaining("qemu-system-x86_64: -drive file=")
                .hasMessageContaining("Could not open");

        assertNothingIsLeft("web");
        assertThat(driver.state(defined, 0))
                .isEqualTo(new DomainStatus(DomainState.SHUTOFF, ShutoffReason.FAILED));
        assertThat(host.log("web")).contains("shutting down, reason=failed");
    }

    @Test
    void aProgramThatSaysNothingIsReportedAllTheSame() {
        DomainId defined = driver.defineXml(TestHost.xml("web", "/bin/false"), Flags.none());

        assertThatThrownBy(() -> driver.create(defined, Flags.none()))
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining("monitor");

        assertNothingIsLeft("web");
    }

    @Test
    void aMissingEmulatorIsNamed() {
        DomainId defined = driver.defineXml(TestHost.xml("web", "/usr/bin/no-qemu"), Flags.none());

        assertThatThrownBy(() -> driver.create(defined, Flags.none()))
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining("/usr/bin/no-qemu")
                .hasMessageContaining("No such file or directory");

        assertNothingIsLeft("web");
    }

    @Test
    void aTransientDomainThatDoesNotStartWasNeverThere() {
        assertThatThrownBy(() -> driver.createXml(TestHost.xml("web", "/bin/false"), Flags.none()))
                .isInstanceOf(LibvirtException.class);

        assertThat(driver.list(Flags.none())).isEmpty();
        assertThatThrownBy(() -> driver.lookupByName("web")).hasMessageContaining("web");
    }

    @Test
    void aTransientDomainVanishesWhenItsQemuIsKilled() throws Exception {
        driver.createXml(TestHost.xml("web"), Flags.none());
        int pid = host.pid("web");

        kill(pid);

        host.awaitEvent("STOPPED_FAILED");
        host.awaitGone("web");
        assertNothingIsLeft("web");
        assertThat(host.log("web")).contains("shutting down, reason=crashed");
    }

    @Test
    void aPersistentDomainWhoseQemuIsKilledHasCrashed() throws Exception {
        DomainId started = start("web");

        kill(host.pid("web"));

        host.awaitEvent("STOPPED_FAILED");
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.SHUTOFF, ShutoffReason.CRASHED));
        assertThat(driver.create(started, Flags.none()).id()).isEqualTo(2);
    }

    @Test
    void aGuestThatSwitchesItselfOffHasShutDown() throws Exception {
        DomainId started = startPaused("web");
        try (StreamChannel console = driver.openConsole(started, Optional.empty(), Flags.none())) {
            driver.resume(started);
            read(console, BootSector.GREETING);

            console.write(ByteBuffer.wrap(new byte[] {'q'}));

            assertThat(read(console, "nothing more")).doesNotContain("nothing more");
        }
        host.awaitEvent("SHUTDOWN_GUEST");
        assertThat(host.event()).isEqualTo("STOPPED_SHUTDOWN");
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.SHUTOFF, ShutoffReason.SHUTDOWN));
        assertThat(host.log("web")).contains("shutting down, reason=shutdown");
    }

    @Test
    void aGuestThatWasAskedToRebootGoesOnAfterItsShutdown() throws Exception {
        DomainId started = startPaused("web");
        int pid = host.pid("web");
        try (StreamChannel console = driver.openConsole(started, Optional.empty(), Flags.none())) {
            driver.resume(started);
            read(console, BootSector.GREETING);
            driver.reboot(started, Flags.none());

            console.write(ByteBuffer.wrap(new byte[] {'q'}));

            assertThat(read(console, BootSector.GREETING)).contains(BootSector.GREETING);
        }
        host.awaitEvent("REBOOT");
        assertThat(host.pid("web")).isEqualTo(pid);
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.RUNNING, RunningReason.UNPAUSED));
    }

    @Test
    void aResetGuestGreetsAgain() throws Exception {
        DomainId started = startPaused("web");
        try (StreamChannel console = driver.openConsole(started, Optional.empty(), Flags.none())) {
            driver.resume(started);
            // A firmware that is reset while it is busy may hang.
            read(console, BootSector.GREETING);
            driver.reset(started, 0);

            assertThat(read(console, BootSector.GREETING)).contains(BootSector.GREETING);
        }
        host.awaitEvent("REBOOT");
    }

    @Test
    void aPausedGuestStaysPausedUntilItIsResumed() throws Exception {
        DomainId started = start("web");
        host.awaitEvent("STARTED_BOOTED");

        driver.suspend(started);
        driver.suspend(started);

        assertThat(host.event()).isEqualTo("SUSPENDED_PAUSED");
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.PAUSED, PausedReason.USER));
        assertThatThrownBy(() -> driver.shutdown(started, Flags.none()))
                .hasMessage("Requested operation is not valid: domain is not running");
        driver.resume(started);
        assertThat(host.event()).isEqualTo("RESUMED_UNPAUSED");
        assertThatThrownBy(() -> driver.resume(started))
                .hasMessage("Requested operation is not valid: domain is already running");
    }

    @Test
    void aFrozenQemuCostsItsCallersABoundedTimeAndNobodyElse() throws Exception {
        DomainId frozen = start("frozen");
        DomainId other = start("other");
        signal("STOP", host.pid("frozen"));

        assertThatThrownBy(() -> driver.suspend(frozen))
                .isInstanceOfSatisfying(
                        LibvirtException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT))
                .hasMessageContaining("virDomainSuspend");

        driver.suspend(other);
        assertThat(driver.state(other, 0).state()).isEqualTo(DomainState.PAUSED);
        driver.destroy(other, Flags.none());
        assertThat(driver.info(frozen).state()).isEqualTo(DomainState.RUNNING);
        driver.destroy(frozen, Flags.none());
        assertThat(driver.isActive(frozen)).isFalse();
    }

    @Test
    void whoeverWaitsForTheJobOfAFrozenGuestLearnsWhoHoldsIt() throws Exception {
        DomainId frozen = start("frozen");
        signal("STOP", host.pid("frozen"));
        var holder = CompletableFuture.runAsync(() -> driver.suspend(frozen));
        host.awaitJob("frozen");

        assertThatThrownBy(() -> driver.resume(frozen))
                .isInstanceOfSatisfying(
                        LibvirtException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT))
                .hasMessageContaining("virDomainSuspend");

        // Destroying does not wait: it releases the one that holds the job.
        driver.destroy(frozen, Flags.none());
        assertThatThrownBy(holder::join).hasCauseInstanceOf(LibvirtException.class);
    }

    @Test
    void autodestroyEndsADomainWithItsConnection() throws Exception {
        DomainId started =
                driver.createXml(TestHost.xml("web"), Flags.of(DomainCreateFlag.START_AUTODESTROY));
        host.live("web");
        var other = new QemuDomainDriver(host.parts());
        other.close();
        assertThat(driver.isActive(started)).isTrue();

        driver.close();

        host.awaitEvent("STOPPED_DESTROYED");
    }

    @Test
    void aGuestThatPanicsIsDestroyed() throws Exception {
        DomainId started = startPanicking("destroy");

        host.awaitEvent("CRASHED_PANICKED");
        assertThat(host.event()).isEqualTo("STOPPED_CRASHED");
        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.SHUTOFF, ShutoffReason.CRASHED));
        assertThat(host.log("web")).contains("shutting down, reason=crashed");
    }

    @Test
    void aGuestThatPanicsIsKeptIfItsDefinitionSaysSo() throws Exception {
        DomainId started = startPanicking("preserve");

        host.awaitEvent("CRASHED_PANICKED");

        assertThat(driver.state(started, 0))
                .isEqualTo(new DomainStatus(DomainState.CRASHED, CrashedReason.PANICKED));
        driver.reset(started, 0);
        assertThat(driver.state(started, 0).state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void aGuestThatPanicsStartsAnewIfItsDefinitionSaysSo() throws Exception {
        DomainId started = startPanicking("restart");
        int pid = host.pid("web");

        host.awaitEvent("CRASHED_PANICKED");
        host.awaitEvent("RESUMED_UNPAUSED");

        assertThat(host.pid("web")).isEqualTo(pid);
        driver.destroy(started, Flags.none());
    }

    @Test
    void theMemoryOfAGuestThatPanicsIsKeptIfItsDefinitionSaysSo() throws Exception {
        startPanicking("coredump-destroy");

        host.awaitEvent("STOPPED_CRASHED");

        assertThat(host.folders().dumps()).isDirectoryContaining("glob:**/1-web-*");
    }

    private DomainId startPanicking(String action) {
        PanicSector.write(root.resolve("guest.img"));
        String xml =
                TestHost.xml("web")
                        .replace("<devices>", "<on_crash>%s</on_crash><devices>".formatted(action));
        DomainId started = driver.create(driver.defineXml(xml, Flags.none()), Flags.none());
        host.note();
        return started;
    }

    private DomainId start(String name) {
        DomainId started =
                driver.create(driver.defineXml(TestHost.xml(name), Flags.none()), Flags.none());
        host.live(name);
        return started;
    }

    private DomainId startPaused(String name) {
        DomainId started =
                driver.create(
                        driver.defineXml(TestHost.xml(name), Flags.none()),
                        Flags.of(DomainCreateFlag.START_PAUSED));
        host.live(name);
        return started;
    }

    private static String read(StreamChannel console, String wanted) {
        var text = new StringBuilder();
        var buffer = ByteBuffer.allocate(256);
        while (text.indexOf(wanted) < 0 && console.read(buffer.clear()) >= 0) {
            text.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
        }
        return text.toString();
    }

    private void assertNothingIsLeft(String name) {
        assertThat(host.folders().state()).isDirectoryNotContaining("glob:**/" + name + ".*");
        assertThat(host.folders().lib()).isDirectoryNotContaining("glob:**/domain-*");
        assertThat(host.folders().channels()).isDirectoryNotContaining("glob:**/domain-*");
        assertThat(host.runningGuests()).isEmpty();
    }

    private static void kill(int pid) throws IOException {
        try (var process = ForeignProcess.open(pid)) {
            process.kill();
        }
    }

    private static void signal(String name, int pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Integer.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }
}
