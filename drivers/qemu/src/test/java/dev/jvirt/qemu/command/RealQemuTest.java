package dev.jvirt.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.guests.BootSector;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuCapabilitiesProber;
import dev.jvirt.qemu.capabilities.StdioQemu;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An installed QEMU takes what the builder makes.
@Timeout(60)
class RealQemuTest {
    private static final String DEVICES =
            """
            <controller type='virtio-serial' index='0'>
              <address type='pci' domain='0' bus='0' slot='4' function='0'/>
            </controller>
            <disk type='file' device='disk'>
              <driver name='qemu' type='raw'/>
              <source file='%1$s/disk'/>
              <target dev='vda' bus='virtio'/>
              <boot order='1'/>
              <address type='pci' domain='0' bus='0' slot='3' function='0'/>
            </disk>
            <interface type='user'>
              <mac address='52:54:00:01:02:03'/>
              <model type='virtio'/>
              <address type='pci' domain='0' bus='0' slot='5' function='0'/>
            </interface>
            <serial type='unix'>
              <source mode='bind' path='%1$s/serial.sock'/>
              <target type='isa-serial' port='0'><model name='isa-serial'/></target>
            </serial>
            <channel type='unix'>
              <source mode='bind' path='%1$s/agent.sock'/>
              <target type='virtio' name='org.qemu.guest_agent.0'/>
              <address type='virtio-serial' controller='0' bus='0' port='1'/>
            </channel>
            <audio id='1' type='none'/>
            <graphics type='vnc'><listen type='socket' socket='%1$s/vnc.sock'/></graphics>
            <video>
              <model type='vga' vram='16384' heads='1' primary='yes'/>
              <address type='pci' domain='0' bus='0' slot='2' function='0'/>
            </video>
            <memballoon model='virtio'>
              <address type='pci' domain='0' bus='0' slot='6' function='0'/>
            </memballoon>
            <rng model='virtio'>
              <backend model='random'>/dev/urandom</backend>
              <address type='pci' domain='0' bus='0' slot='7' function='0'/>
            </rng>
            """;

    @Test
    void aGuestStartsAndEchoes(@TempDir Path folder) throws Exception {
        assumeTrue(StdioQemu.isInstalled(), "qemu-system-x86_64 is not installed");
        BootSector.write(folder.resolve("disk"));
        Files.write(folder.resolve("master-key.aes"), new byte[32]);
        var line = commandLine(folder, capabilities());
        Process qemu = start(folder, line);
        try (var serial = connect(folder.resolve("serial.sock"))) {

            serial.write(ByteBuffer.wrap(new byte[] {'x'}));

            assertThat(readUntil(serial, 'x')).endsWith("x");
        } finally {
            qemu.destroy();
            boolean ended = qemu.waitFor(10, TimeUnit.SECONDS);
            qemu.destroyForcibly();
            assertThat(ended).isTrue();
        }
    }

    private static QemuCapabilities capabilities() throws IOException {
        try (var qemu = new StdioQemu("tcg")) {
            return QemuCapabilitiesProber.probe(StdioQemu.BINARY.toString(), qemu);
        }
    }

    private static QemuCommandLine commandLine(Path folder, QemuCapabilities capabilities) {
        var example = CommandLines.context(StartMode.STANDALONE);
        var context =
                new CommandContext(
                        new DomainFolders(
                                "1-small", folder.toString(), folder.toString(), "", "", "", ""),
                        example.environment(),
                        example.memory(),
                        example.host(),
                        example.descriptors(),
                        example.ports(),
                        example.settings(),
                        example.secrets(),
                        example.mode());
        var definition =
                DomainDefinition.parse(
                        CommandLines.pc(DEVICES.formatted(folder)), ParseFlags.INACTIVE);
        var live = StartPreparation.prepare(definition, capabilities, context);
        return CommandLineBuilder.build(live, capabilities, context);
    }

    /// Starts QEMU and waits until it listens on its last socket.
    private static Process start(Path folder, QemuCommandLine line) throws Exception {
        var builder = new ProcessBuilder(line.arguments()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(line.environment());
        try (var watcher = FileSystems.getDefault().newWatchService()) {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            Process qemu = builder.start();
            while (!Files.exists(folder.resolve("vnc.sock"))) {
                var key = watcher.poll(20, TimeUnit.SECONDS);
                assertThat(key).as("QEMU makes its sockets").isNotNull();
                key.reset();
            }
            return qemu;
        }
    }

    private static SocketChannel connect(Path socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return channel;
    }

    private static String readUntil(SocketChannel channel, char last) throws IOException {
        var text = new StringBuilder();
        var buffer = ByteBuffer.allocate(1);
        while (channel.read(buffer.clear()) > 0) {
            text.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
            if (text.charAt(text.length() - 1) == last) {
                break;
            }
        }
        return text.toString();
    }
}
