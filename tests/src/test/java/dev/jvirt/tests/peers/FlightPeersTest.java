package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// C's virsh cannot tell C's daemon from a recording of it.
@Timeout(300)
class FlightPeersTest {
    private static final String TEST = "test:///default";
    private static final String QEMU = "qemu:///system";

    @TempDir private static Path lab;

    @SuppressWarnings("NullAway.Init")
    private static CLibvirtd daemon;

    @TempDir private Path folder;

    @BeforeAll
    static void startDaemon() {
        Peers.needProduct();
        Peers.needCLibvirtd();
        daemon = CLibvirtd.start(Peers.root(lab, "c"));
    }

    @AfterAll
    static void stopDaemon() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private Path file() {
        return folder.resolve("x.flight");
    }

    private Output recorded(String uri, String... words) {
        try (var proxy = RecordingTool.record(folder.resolve("p"), daemon.socket(), file())) {
            return proxy.virsh(uri, words);
        }
    }

    private Output replayed(String uri, String... words) {
        try (var fake = RecordingTool.replay(folder.resolve("r"), file())) {
            Output output = fake.virsh(uri, words);
            assertThat(fake.complaints()).isEmpty();
            return output;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test:///default|list --all",
                "test:///default|dumpxml test",
                "test:///default|dominfo nosuch",
                "test:///default|pool-list --all --details",
                "test:///default|vol-list default-pool --details",
                "test:///default|net-dumpxml default",
                "test:///default|version; nodeinfo; list; domstats; schedinfo test; cpu-models i686",
                "test:///default|suspend test; domstate test; resume test; domstate test",
                "test:///default|event --all --loop --timeout 1",
                "qemu:///system|capabilities",
                "qemu:///system|domcapabilities",
                "qemu:///system|nwfilter-list; secret-list; net-list --all; list --all"
            })
    void commandsPrintTheSame(String uri, String words) {
        Output first = recorded(uri, words);

        assertThat(replayed(uri, words)).isEqualTo(first);
    }

    @Test
    void anEventComesOnceMore() {
        Output first;
        try (var proxy = RecordingTool.record(folder.resolve("p"), daemon.socket(), file())) {
            var waiting =
                    CompletableFuture.supplyAsync(
                            () -> proxy.virsh(TEST, "event", "--event", "lifecycle"));
            while (!waiting.isDone()) {
                Peers.virsh(daemon.uri(TEST), "suspend test; resume test");
            }
            first = waiting.join();
        }

        assertThat(first.out()).contains("event 'lifecycle' for domain 'test':");
        assertThat(replayed(TEST, "event", "--event", "lifecycle")).isEqualTo(first);
    }

    @Test
    void aVolumeWithHolesComesOnceMore() throws IOException {
        Path pool = Files.createDirectories(folder.resolve("pool"));
        Path down = folder.resolve("down");
        String download = "vol-download v %s --pool flight --sparse".formatted(down);
        byte[] content = new byte[300_000];
        content[7] = 1;
        content[content.length - 1] = 2;
        Path up = Files.write(folder.resolve("up"), content);
        Peers.virsh(
                        daemon.uri(QEMU),
                        "pool-create-as flight dir --target %s; vol-create-as flight v 300000;"
                                        .formatted(pool)
                                + "vol-upload v %s --pool flight".formatted(up))
                .orFail();

        Output first = recorded(QEMU, download);
        assertThat(Files.readAllBytes(down)).isEqualTo(content);
        Files.delete(down);
        Peers.virsh(daemon.uri(QEMU), "vol-delete v flight; pool-destroy flight").orFail();

        assertThat(replayed(QEMU, download)).isEqualTo(first);
        assertThat(Files.readAllBytes(down)).isEqualTo(content);
    }

    @Test
    void anUploadIsTakenOnceMore() throws IOException {
        Path pool = Files.createDirectories(folder.resolve("pool"));
        Path up = Files.write(folder.resolve("up"), new byte[600_000]);
        String upload = "vol-upload v %s --pool flight".formatted(up);
        Peers.virsh(
                        daemon.uri(QEMU),
                        "pool-create-as flight dir --target %s; vol-create-as flight v 600000"
                                .formatted(pool))
                .orFail();

        Output first = recorded(QEMU, upload);
        Peers.virsh(daemon.uri(QEMU), "vol-delete v flight; pool-destroy flight").orFail();

        assertThat(replayed(QEMU, upload)).isEqualTo(first);
    }

    @Test
    void theSameCallsToTheSameDaemonDifferInNothingUntilSomethingChanges() {
        String[] replay = {
            "--connect", daemon.socket().toString(), "--wait", "20", file().toString()
        };
        Output same;
        Output changed;

        // The test hypervisor forgets everything when its last client goes.
        try (var connection = Connection.open(daemon.uri(TEST))) {
            recorded(TEST, "list --all; dumpxml test");
            same = RecordingTool.run("rpc-replay", replay);
            Peers.virsh(daemon.uri(TEST), "desc test changed").orFail();
            changed = RecordingTool.run("rpc-replay", replay);
            assertThat(connection.isAlive()).isTrue();
        }

        assertThat(same).isEqualTo(new Output(0, "", ""));
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out())
                .contains("remote domain_get_xml_desc:")
                .contains("+     <description>changed</description>");
    }

    @Test
    void aRecordingCanBeRead() {
        recorded(TEST, "list --all");

        assertThat(RecordingTool.run("rpc-dump", file().toString()).orFail())
                .contains("-> remote connect_open #2 call")
                .contains("name = test:///default")
                .contains("domains[0].name = test");
    }
}
