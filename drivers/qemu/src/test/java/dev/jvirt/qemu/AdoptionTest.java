package dev.jvirt.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.host.process.ForeignProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("hasQemu")
@Timeout(60)
final class AdoptionTest {
    private TestHost host;
    private QemuDomainDriver driver;

    static boolean hasQemu() {
        return Files.isExecutable(Path.of(GuestProgram.QEMU));
    }

    @BeforeEach
    void startDriver(@TempDir Path folder) {
        host = new TestHost(folder);
        driver = host.startDriver();
    }

    @AfterEach
    void endGuests() throws Exception {
        host.close();
    }

    @Test
    void runningDomainsAreThereAfterARestart() throws Exception {
        DomainId persistent = create("persistent");
        DomainId transients = driver.createXml(TestHost.xml("transient"), Flags.none());
        int pid = host.pid("transient");
        String xml = driver.xml(persistent, Flags.none());

        restart();

        assertThat(driver.list(Flags.none())).containsExactlyInAnyOrder(persistent, transients);
        assertThat(host.pid("transient")).isEqualTo(pid);
        assertThat(driver.xml(persistent, Flags.none())).isEqualTo(xml);
        assertThat(driver.isPersistent(persistent)).isTrue();
        assertThat(driver.isPersistent(transients)).isFalse();
        assertThat(driver.state(persistent, 0))
                .isEqualTo(new DomainStatus(DomainState.RUNNING, RunningReason.BOOTED));
        driver.suspend(transients);
        assertThat(driver.state(transients, 0))
                .isEqualTo(new DomainStatus(DomainState.PAUSED, PausedReason.USER));
        driver.destroy(transients, Flags.none());
        assertThat(driver.list(Flags.none())).containsExactly(persistent);
    }

    @Test
    void idsAreNotGivenTwice() {
        create("first");

        restart();

        assertThat(create("second").id()).isEqualTo(2);
    }

    @Test
    void whatEndedMeanwhileHasCrashedOrVanished() throws Exception {
        DomainId persistent = create("persistent");
        driver.createXml(TestHost.xml("transient"), Flags.none());
        int one = host.pid("persistent");
        int two = host.pid("transient");
        host.stopDriver();
        end(one);
        end(two);

        driver = host.startDriver();

        host.awaitState(persistent, DomainState.SHUTOFF);
        host.awaitGone("transient");
        assertThat(driver.state(persistent, 0))
                .isEqualTo(new DomainStatus(DomainState.SHUTOFF, ShutoffReason.CRASHED));
        assertThat(host.folders().state()).isDirectoryNotContaining("glob:**.xml");
        assertThat(host.folders().lib()).isDirectoryNotContaining("glob:**/domain-*");
    }

    @Test
    void aFrozenQemuDoesNotHoldUpTheStart() throws Exception {
        DomainId frozen = create("frozen");
        DomainId other = create("other");
        int pid = host.pid("frozen");
        host.stopDriver();
        signal("STOP", pid);
        long begin = System.nanoTime();

        driver = host.startDriver();

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isLessThan(TestHost.DEADLINES.monitor());
        assertThat(driver.state(frozen, 0).state()).isEqualTo(DomainState.RUNNING);
        driver.suspend(other);
        assertThat(driver.state(other, 0).state()).isEqualTo(DomainState.PAUSED);
        driver.destroy(frozen, Flags.none());
        assertThat(driver.isActive(frozen)).isFalse();
    }

    @Test
    void aPausedDomainIsStillPausedAndKeepsItsReason() {
        DomainId paused =
                driver.createXml(TestHost.xml("web"), Flags.of(DomainCreateFlag.START_PAUSED));

        restart();

        assertThat(driver.state(paused, 0))
                .isEqualTo(new DomainStatus(DomainState.PAUSED, PausedReason.USER));
    }

    @Test
    void domainsThatStartWithTheHostStartOnce() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        driver.setAutostart(defined, true);
        host.stopDriver();
        Files.delete(host.folders().state().resolve("autostarted"));

        driver = host.startDriver();
        host.awaitEvent("STARTED_BOOTED");
        driver.destroy(defined, Flags.none());
        restart();

        assertThat(driver.autostart(defined)).isTrue();
        assertThat(driver.isActive(defined)).isFalse();
    }

    @Test
    void aQemuThatNoFileTellsOfIsEnded() throws Exception {
        create("web");
        int pid = host.pid("web");
        host.stopDriver();
        Files.delete(host.folders().state().resolve("web.xml"));

        driver = host.startDriver();

        assertThat(Path.of("/proc", Integer.toString(pid), "cmdline"))
                .satisfies(words -> assertThat(isGone(words)).isTrue());
        assertThat(host.folders().lib()).isDirectoryNotContaining("glob:**/domain-*");
        assertThat(driver.lookupByName("web").isActive()).isFalse();
    }

    private static boolean isGone(Path words) {
        try {
            return Files.readAllBytes(words).length == 0; // nobody has to have reaped it
        } catch (IOException gone) {
            return true;
        }
    }

    private DomainId create(String name) {
        DomainId started =
                driver.create(driver.defineXml(TestHost.xml(name), Flags.none()), Flags.none());
        host.live(name);
        return started;
    }

    private void restart() {
        host.stopDriver();
        driver = host.startDriver();
    }

    private static void end(int pid) throws Exception {
        try (var process = ForeignProcess.open(pid)) {
            process.kill();
            process.end().join();
        }
    }

    private static void signal(String name, int pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Integer.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }
}
