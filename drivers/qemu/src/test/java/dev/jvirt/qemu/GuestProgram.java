package dev.jvirt.qemu;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.command.Descriptor;
import dev.jvirt.qemu.command.PassedDescriptor;
import dev.jvirt.qemu.command.QemuCommandLine;
import dev.jvirt.qemu.process.LiveFiles;
import dev.jvirt.qemu.process.PortLease;
import dev.jvirt.qemu.process.StartPlan;
import dev.jvirt.qemu.process.StartPlan.EmulatorFacts;
import dev.jvirt.qemu.process.StartPlan.Warnings;
import dev.jvirt.qemu.process.StartPlanner;
import dev.jvirt.qemu.status.StartFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts the smallest guest, or any other program in its place: commands as short as can be, so
/// that tests of processes do not hang on how commands are made.
final class GuestProgram implements StartPlanner {
    static final String QEMU = "/usr/bin/qemu-system-x86_64";
    private static final int MONITOR = 20;

    private final Path disk;

    GuestProgram(Path disk) {
        this.disk = disk;
    }

    @Override
    public StartPlan plan(
            DomainDefinition definition, LiveFiles files, PortLease display, byte[] masterKey) {
        var words = new ArrayList<String>();
        words.add(definition.devices().emulator().orElse(QEMU));
        words.addAll(
                List.of(
                        ("-name guest=%s -S -uuid %s -machine pc -accel tcg -m 16 -nodefaults -no-user-config"
                                        + " -display none -no-shutdown -msg timestamp=on"
                                        + " -chardev socket,id=charmonitor,fd=%d,server=on,wait=off"
                                        + " -mon chardev=charmonitor,id=monitor,mode=control"
                                        + " -object secret,id=masterKey0,format=raw,file=%s -chardev pty,id=charserial0"
                                        + " -device isa-serial,chardev=charserial0,id=serial0"
                                        + " -drive file=%s,format=raw,snapshot=on -device pvpanic,id=panic0")
                                .formatted(
                                        definition.name(),
                                        definition.uuid().orElseThrow(),
                                        MONITOR,
                                        files.masterKey(),
                                        disk)
                                .split(" ")));
        return new StartPlan(
                withAliases(definition),
                new QemuCommandLine(
                        words,
                        Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin"),
                        List.of(new PassedDescriptor(MONITOR, new Descriptor.Monitor()))),
                List.of(),
                new EmulatorFacts("7.2", List.of()),
                StartFacts.PLAIN,
                Warnings.NONE);
    }

    private static DomainDefinition withAliases(DomainDefinition definition) {
        var devices = new ArrayList<Device>();
        for (Device device : definition.devices().all()) {
            devices.add(
                    device instanceof CharDevice chars
                            ? chars.withInfo(chars.info().withAlias("serial0"))
                            : device);
        }
        return definition.withDevices(definition.devices().withAll(devices));
    }
}
