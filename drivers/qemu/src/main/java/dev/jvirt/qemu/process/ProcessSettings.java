package dev.jvirt.qemu.process;

/// What processes of QEMU have in common.
///
/// @param folders where files are
/// @param deadlines how long to wait
/// @param ports of displays
/// @param host who starts them
/// @param privileged whether the daemon serves the whole host, not one user
public record ProcessSettings(
        QemuFolders folders,
        Deadlines deadlines,
        PortRanges ports,
        HostFacts host,
        boolean privileged) {
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
