package dev.jvirt.qemu.command;

/// Chooses TCP ports for displays that leave the choice to the driver. Asked once for each port.
public interface DisplayPorts {
    /// The ports that a command line shows which nobody runs.
    DisplayPorts EXAMPLES =
            new DisplayPorts() {
                @Override
                public int vnc() {
                    return 5900;
                }

                @Override
                public int webSocket() {
                    return 5700;
                }

                @Override
                public int spice() {
                    return 5901;
                }

                @Override
                public int spiceTls() {
                    return 5902;
                }
            };

    /// A port for VNC.
    int vnc();

    /// A port for VNC in WebSockets.
    int webSocket();

    /// A port for SPICE.
    int spice();

    /// A port for SPICE over TLS.
    int spiceTls();
}
