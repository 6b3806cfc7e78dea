package dev.jvirt.qemu.process;

import dev.jvirt.base.audit.DomainAudit;
import dev.jvirt.host.process.Identity;
import dev.jvirt.host.process.Limit;
import java.util.Map;
import java.util.Optional;

/// What processes of QEMU have in common.
///
/// @param folders where files are
/// @param deadlines how long to wait
/// @param ports of displays
/// @param host who starts them
/// @param rights what they may do
/// @param privileged whether the daemon serves the whole host, not one user
/// @param audit who is told of them
public record ProcessSettings(
        QemuFolders folders,
        Deadlines deadlines,
        PortRanges ports,
        HostFacts host,
        Rights rights,
        boolean privileged,
        DomainAudit audit) {
    /// What a QEMU may do.
    ///
    /// @param identity who it runs as; absent: the daemon itself
    /// @param withoutCapabilities whether even root's rights are taken from it
    /// @param limits what the kernel limits for it
    public record Rights(
            Optional<Identity> identity, boolean withoutCapabilities, Map<Limit, Long> limits) {
        /// All that the daemon may.
        public static final Rights OF_DAEMON = new Rights(Optional.empty(), false, Map.of());

        /// Rights with their own copy.
        public Rights {
            limits = Map.copyOf(limits);
        }
    }

    /// The TCP ports of displays.
    public record PortRanges(
            int firstDisplay, int lastDisplay, int firstWebSocket, int lastWebSocket) {
        /// libvirt's own.
        public static final PortRanges DEFAULT = new PortRanges(5900, 65535, 5700, 65535);

        GraphicsPorts displays() {
            return new GraphicsPorts("display", firstDisplay, lastDisplay);
        }

        GraphicsPorts webSockets() {
            return new GraphicsPorts("webSocket", firstWebSocket, lastWebSocket);
        }
    }

    /// Who starts them, as logs name it.
    ///
    /// @param product version of libvirt and package
    /// @param hostname name of the host
    public record HostFacts(String product, String hostname) {}
}
