package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Audio;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;

/// Displays that QEMU can serve, and the audio that goes with them.
final class GraphicsRules {
    private static final int MAX_VNC_PASSWORD = 8;

    private GraphicsRules() {}

    static void check(Graphics graphics, Machine machine) {
        checkType(graphics, machine);
        checkHeadless(graphics, machine);
        switch (graphics) {
            case Graphics.Vnc vnc -> check(vnc, machine);
            case Graphics.Spice spice -> check(spice, machine);
            case Graphics.Dbus dbus -> check(dbus, machine);
            case Graphics.EglHeadless _, Graphics.Sdl _, Graphics.Rdp _, Graphics.Desktop _ -> {}
        }
    }

    private static void checkType(Graphics graphics, Machine machine) {
        boolean has =
                switch (graphics) {
                    case Graphics.Vnc _ -> machine.has(QemuFlag.VNC);
                    case Graphics.Spice _ -> machine.has(QemuFlag.SPICE);
                    case Graphics.Sdl _ -> machine.has(QemuFlag.SDL);
                    case Graphics.EglHeadless _ -> machine.has(QemuFlag.EGL_HEADLESS);
                    case Graphics.Dbus _ -> machine.has(QemuFlag.DISPLAY_DBUS);
                    case Graphics.Rdp _, Graphics.Desktop _ -> false;
                };
        unsupportedWhen(
                !has, "%s graphics are not supported with this QEMU".formatted(graphics.type()));
    }

    private static void checkHeadless(Graphics graphics, Machine machine) {
        boolean headless = false;
        for (Graphics other : machine.definition().devices().graphics()) {
            headless |= other instanceof Graphics.EglHeadless;
        }
        if (!headless) {
            return;
        }
        boolean pairs =
                switch (graphics) {
                    case Graphics.EglHeadless _, Graphics.Vnc _, Graphics.Spice _ -> true;
                    default -> false;
                };
        unsupportedWhen(
                !pairs,
                "graphics type 'egl-headless' is only supported with one of: 'vnc', 'spice'"
                        + " graphics types");
        unsupportedWhen(
                graphics instanceof Graphics.Spice spice && spice.settings().gl().orElse(false),
                "multiple OpenGL displays are not supported by QEMU");
    }

    private static void check(Graphics.Vnc vnc, Machine machine) {
        unsupportedWhen(
                vnc.options().powerControl().isPresent()
                        && !machine.has(QemuFlag.VNC_POWER_CONTROL),
                "VNC power control is not available");
        int length = vnc.password().map(p -> p.password().length()).orElse(0);
        unsupportedWhen(
                length > MAX_VNC_PASSWORD,
                "VNC password is %d characters long, only %d permitted"
                        .formatted(length, MAX_VNC_PASSWORD));
    }

    private static void check(Graphics.Spice spice, Machine machine) {
        unsupportedWhen(
                spice.tlsPort() > 0 && !machine.limits().spiceTls(),
                "spice TLS port set in XML configuration, but TLS is disabled in qemu.conf");
        if (spice.settings().gl().orElse(false)) {
            unsupportedWhen(
                    !machine.has(QemuFlag.SPICE_GL), "This QEMU doesn't support spice OpenGL");
            unsupportedWhen(
                    spice.settings().renderNode().isPresent()
                            && !machine.has(QemuFlag.SPICE_RENDERNODE),
                    "This QEMU doesn't support spice OpenGL rendernode");
        }
    }

    private static void check(Graphics.Dbus dbus, Machine machine) {
        if (dbus.audioId().isEmpty()) {
            return;
        }
        Optional<Audio> audio =
                machine.definition().devices().of(Audio.class).stream()
                        .filter(a -> a.id() == dbus.audioId().getAsInt())
                        .findFirst();
        unsupportedWhen(
                audio.filter(a -> a.type() != Audio.Type.DBUS).isPresent(),
                "The associated audio is not of 'dbus' kind.");
    }

    static void check(Audio audio, Machine machine) {
        boolean spice =
                machine.definition().devices().graphics().stream()
                        .anyMatch(g -> g instanceof Graphics.Spice);
        unsupportedWhen(
                audio.type() == Audio.Type.SPICE && !spice,
                "Spice audio is not supported without spice graphics");
        unsupportedWhen(
                audio.type() == Audio.Type.DBUS && !machine.has(QemuFlag.DISPLAY_DBUS),
                "D-Bus audio is not supported with this QEMU");
    }
}
