package dev.jvirt.qemu.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.CacheStamp;
import dev.jvirt.qemu.capabilities.EmulatorFinder;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QemuBinariesTest {
    private final Path root;
    private final AtomicInteger started = new AtomicInteger();

    QemuBinariesTest(@TempDir Path folder) {
        this.root = folder;
    }

    private String install(String name) throws IOException {
        Path binary = root.resolve(name);
        Files.deleteIfExists(binary);
        Files.writeString(binary, "");
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
        return binary.toString();
    }

    private QemuBinaries binaries() {
        return binaries(
                (binary, accelerators) -> {
                    started.incrementAndGet();
                    String target = binary.substring(binary.lastIndexOf('-') + 1);
                    return new SmallQemu(target, false);
                });
    }

    private QemuBinaries binaries(CapabilitiesProbe.Conversations conversations) {
        return new QemuBinaries(
                new EmulatorFinder("x86_64", root.toString()),
                cache(),
                new CapabilitiesProbe(conversations),
                new ProbeWorld(root, "x86_64", new ProbingProgram(1, 9000000), List.of()));
    }

    private CapabilitiesCache cache() {
        return new CapabilitiesCache(root.resolve("cache"));
    }

    @Test
    void aBinaryIsStartedOnceInALifetime() throws IOException {
        String binary = install("qemu-system-x86_64");
        QemuBinaries binaries = binaries();

        QemuCapabilities first = binaries.capabilities(binary);

        assertThat(binaries.capabilities(binary)).isSameAs(first);
        assertThat(binaries.forArch("x86_64")).isSameAs(first);
        assertThat(started).hasValue(1);
        assertThat(first.version()).isEqualTo(8001002);
    }

    @Test
    void theNextDaemonNeedsToStartNoBinary() throws IOException {
        String binary = install("qemu-system-x86_64");
        QemuCapabilities first = binaries().capabilities(binary);

        QemuCapabilities again = binaries().capabilities(binary);

        assertThat(started).hasValue(1);
        assertThat(again.flags()).isEqualTo(first.flags());
        assertThat(again.stamp()).isEqualTo(first.stamp());
    }

    @Test
    void aChangedBinaryIsAskedAgain() throws IOException {
        String binary = install("qemu-system-x86_64");
        QemuBinaries binaries = binaries();
        QemuCapabilities first = binaries.capabilities(binary);

        // Times have seconds only: what was stored is made a little older instead of waiting.
        var older = new CacheStamp(first.stamp().binaryTime() - 10, 0, 1, 9000000);
        cache().store(first.toBuilder().stamp(older).build());

        binaries().capabilities(binary);

        assertThat(started).hasValue(2);
        assertThat(cache().load(binary).orElseThrow().stamp()).isEqualTo(first.stamp());
    }

    @Test
    void kvmThatBecomesUsableIsNoticedByARunningDaemon() throws IOException {
        String binary = install("qemu-system-x86_64");
        QemuBinaries binaries = binaries();
        binaries.capabilities(binary);
        Files.createDirectories(root.resolve("dev"));

        Files.writeString(root.resolve("dev/kvm"), "");
        binaries.capabilities(binary);

        assertThat(started).hasValue(2);
    }

    @Test
    void aBrokenCacheFileIsReplaced() throws IOException {
        String binary = install("qemu-system-x86_64");
        Files.createDirectories(root.resolve("cache"));
        Files.writeString(cache().file(binary), "<qemuCaps><flag");

        binaries().capabilities(binary);

        assertThat(started).hasValue(1);
        assertThat(cache().load(binary)).isPresent();
    }

    @Test
    void howeverManyAskOneBinaryIsStarted() throws Exception {
        String binary = install("qemu-system-x86_64");
        var allAsk = new CountDownLatch(20);
        QemuBinaries binaries =
                binaries(
                        (path, accelerators) -> {
                            started.incrementAndGet();
                            await(allAsk);
                            return new SmallQemu("x86_64", false);
                        });

        Callable<QemuCapabilities> ask =
                () -> {
                    allAsk.countDown();
                    return binaries.capabilities(binary);
                };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<QemuCapabilities>>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(ask));
            }
            for (Future<QemuCapabilities> answer : answers) {
                assertThat(answer.get().arch()).isEqualTo("x86_64");
            }
        }
        assertThat(started).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFailureIsNotRemembered() throws IOException {
        String binary = install("qemu-system-x86_64");
        QemuBinaries binaries =
                binaries(
                        (path, accelerators) -> {
                            if (started.incrementAndGet() == 1) {
                                throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "broken");
                            }
                            return new SmallQemu("x86_64", false);
                        });

        var error =
                catchThrowableOfType(LibvirtException.class, () -> binaries.capabilities(binary));

        assertThat(error).hasMessageEndingWith("broken");
        assertThat(binaries.capabilities(binary).arch()).isEqualTo("x86_64");
    }

    @Test
    void aMissingArchitectureIsNamed() {
        var error =
                catchThrowableOfType(LibvirtException.class, () -> binaries().forArch("aarch64"));

        assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(error).hasMessageEndingWith("No emulator found for arch 'aarch64'");
    }

    @Test
    void theHypervisorsVersionIsThatOfTheHostsOwnBinary() throws IOException {
        var error = catchThrowableOfType(LibvirtException.class, () -> binaries().version());
        assertThat(error).hasMessageEndingWith("Cannot find suitable emulator for x86_64");

        install("qemu-system-x86_64");

        assertThat(binaries().version()).isEqualTo(8001002);
    }

    @Test
    void guestsComeInLibvirtsOrderAndWithoutBrokenBinaries() throws IOException {
        String x86 = install("qemu-system-x86_64");
        String arm = install("qemu-system-arm");
        install("qemu-system-nonsense");
        install("qemu-system-sparc");
        QemuBinaries binaries =
                binaries(
                        (path, accelerators) -> {
                            if (path.endsWith("sparc")) {
                                throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "broken");
                            }
                            return new SmallQemu(path.endsWith("arm") ? "arm" : "x86_64", false);
                        });

        assertThat(binaries.guests())
                .extracting(GuestEmulator::arch)
                .containsExactly("armv6l", "armv7l", "i686", "x86_64");
        assertThat(binaries.emulators())
                .extracting(QemuCapabilities::binary)
                .containsExactly(arm, x86);
    }
}
