package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.INVALID_ARG;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharBackend;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.RedirectedDevice;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.Smartcard;
import java.util.Optional;

/// Rules of character devices and of all that have their sources.
final class CharRules {
    private CharRules() {}

    static void check(CharDevice device, DomainDefinition definition) {
        boolean pathChosenLater =
                device.target() instanceof CharTarget.VirtioChannel
                        || device.target() instanceof CharTarget.XenChannel;
        check(device.backend(), pathChosenLater, definition);
    }

    static void check(RedirectedDevice device, DomainDefinition definition) {
        for (Controller controller : definition.devices().controllers()) {
            unsupportedWhen(
                    controller.is(ControllerModel.USB_NONE),
                    "cannot add redirected USB device: USB is disabled for this domain");
        }
        check(device.backend(), false, definition);
    }

    static void check(Smartcard card, DomainDefinition definition) {
        unsupportedWhen(
                card.info().address().filter(a -> !(a instanceof Address.Ccid)).isPresent(),
                "Controllers must use the 'ccid' address type");
        card.backend().ifPresent(b -> check(b, false, definition));
    }

    static void check(Rng rng, DomainDefinition definition) {
        if (rng.backend() instanceof Rng.EntropyDaemon daemon) {
            check(daemon.backend(), false, definition);
        }
    }

    private static void check(
            CharBackend backend, boolean pathChosenLater, DomainDefinition definition) {
        switch (backend.source()) {
            case CharSource.File file -> requirePath(file.path());
            case CharSource.HostDevice device -> requirePath(device.path());
            case CharSource.Pipe pipe -> requirePath(pipe.path());
            case CharSource.Nmdm nmdm ->
                    when(
                            nmdm.master().isPresent() != nmdm.slave().isPresent(),
                            INTERNAL_ERROR,
                            "Should define both master and slave path attributes for nmdm device");
            case CharSource.Tcp tcp -> {
                require(tcp.host(), "host");
                require(tcp.service(), "service");
                refuseReconnect(tcp.listen() && tcp.reconnect().isPresent());
            }
            case CharSource.Udp udp -> require(udp.connectService(), "service");
            case CharSource.Unix unix -> {
                if (!pathChosenLater) {
                    requirePath(unix.path());
                }
                refuseReconnect(unix.listen() && unix.reconnect().isPresent());
            }
            case CharSource.SpicePort port -> checkChannel(port.channel());
            case CharSource.Dbus dbus -> checkChannel(dbus.channel());
            case CharSource.Null _,
                    CharSource.Pty _,
                    CharSource.VirtualConsole _,
                    CharSource.Stdio _,
                    CharSource.SpiceVmc _,
                    CharSource.QemuVdagent _ -> {}
        }
        LabelRules.check(backend.labels(), definition);
    }

    private static void requirePath(Optional<String> path) {
        require(path, "path");
    }

    private static void require(Optional<String> value, String attribute) {
        when(
                value.isEmpty(),
                INTERNAL_ERROR,
                "Missing source %s attribute for char device",
                attribute);
    }

    private static void refuseReconnect(boolean wrong) {
        when(wrong, INTERNAL_ERROR, "chardev reconnect is possible only for connect mode");
    }

    private static void checkChannel(Optional<String> name) {
        unsupportedWhen(name.isEmpty(), "Missing source channel attribute for char device");
        for (int i = 0; i < name.orElse("").length(); i++) {
            char c = name.get().charAt(i);
            boolean allowed =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_'
                            || c == '-'
                            || c == '.';
            when(!allowed, INVALID_ARG, "Invalid character in source channel for char device");
        }
    }
}
