package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.QemuExtensions;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// Makes the command line of QEMU for a domain that is ready to start: complete, checked, with
/// aliases and all that [StartPreparation] fills in.
///
/// The order is libvirt's: some programs read it, and QEMU builds the machine in it.
public final class CommandLineBuilder {
    private final DomainScope scope;
    private final Arguments out;
    private final SmallDeviceArguments small;

    private CommandLineBuilder(DomainScope scope) {
        this.scope = scope;
        this.out = new Arguments(scope);
        this.small = new SmallDeviceArguments(scope, out);
    }

    /// The command line of a domain.
    public static QemuCommandLine build(
            DomainDefinition definition, QemuCapabilities capabilities, CommandContext context) {
        var scope = new DomainScope(definition, capabilities, context);
        return new CommandLineBuilder(scope).build();
    }

    private QemuCommandLine build() {
        out.add(scope.definition().devices().emulator().orElse(scope.capabilities().binary()));
        ProcessArguments.addEnvironment(scope, out);
        ProcessArguments.addName(scope, out);
        ProcessArguments.addPause(scope, out);
        ProcessArguments.addMasterKey(scope, out);
        addMachine();
        addBehaviour();
        addBuses();
        addConnections();
        addDisplays();
        addLast();
        return out.toCommandLine();
    }

    /// What there is before any device.
    private void addMachine() {
        ReservationArguments.add(scope, out);
        ProcessArguments.addFips(scope, out);
        FirmwareArguments.addNodes(scope, out);
        MachineArguments.addMachine(scope, out);
        MachineArguments.addAccelerator(scope, out);
        FirmwareArguments.addSmmMemory(scope, out);
        CpuArguments.add(scope, out);
        FirmwareArguments.addLoader(scope, out);
        MemoryArguments.add(scope, out);
        MemoryArguments.addOvercommit(scope, out);
        VcpuArguments.add(scope, out);
        IoThreadArguments.add(scope, out);
        NumaArguments.add(scope, out);
        IdentityArguments.add(scope, out);
    }

    private void addBehaviour() {
        GraphicsArguments.addAbsence(scope, out);
        out.add("-no-user-config");
        out.add("-nodefaults");
        MonitorArguments.add(scope, out);
        ClockArguments.add(scope, out);
        BootArguments.addPower(scope, out);
        BootArguments.addBoot(scope, out);
    }

    private void addBuses() {
        BusArguments.addIommu(scope, out);
        BusArguments.addHostBridge(scope, out);
        ControllerArguments.add(scope, out);
        InputArguments.addHubs(scope, out);
        MemoryArguments.addModules(scope, out);
    }

    /// Devices that are connected to something on the host.
    private void addConnections() {
        DiskArguments.add(scope, out);
        FilesystemArguments.add(scope, out);
        NetworkArguments.add(scope, out);
        small.addSmartcards();
        PortArguments.add(scope, out);
        TpmArguments.add(scope, out);
    }

    /// Devices that people see and hear.
    private void addDisplays() {
        InputArguments.add(scope, out);
        AudioArguments.addBackends(scope, out);
        GraphicsArguments.add(scope, out);
        VideoArguments.add(scope, out);
        AudioArguments.addCards(scope, out);
        small.addWatchdogs();
        RedirectionArguments.add(scope, out);
        HostDeviceArguments.add(scope, out);
    }

    private void addLast() {
        scope.context().mode().incoming().ifPresent(uri -> out.add("-incoming", uri));
        small.addBalloon();
        small.addRngs();
        small.addNvram();
        small.addVmCoreInfo();
        SecurityArguments.add(scope, out);
        QemuExtensions extensions = scope.definition().qemu();
        extensions.environment().forEach(v -> out.environment(v.name(), v.value().orElse("")));
        extensions.arguments().forEach(out::add);
        ProcessArguments.addSandbox(scope, out);
        small.addPanic();
        new SharedMemoryArguments(scope, out).add();
        small.addVsock();
        out.add("-msg", "timestamp=on");
    }
}
