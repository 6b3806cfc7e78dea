package dev.jvirt.virsh.domain;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import org.jspecify.annotations.Nullable;

/// Finds the commands of this package; only what a command needs is loaded.
public record DomainCommandTable(Hypervisor hypervisor) {

    /// The command of that name that manages domains, or null.
    public @Nullable Command find(String name) {
        Command command = limits(name);
        if (command == null) {
            command = cpus(name);
        }
        if (command == null) {
            command = devices(name);
        }
        return command == null ? guest(name) : command;
    }

    private @Nullable Command limits(String name) {
        return switch (name) {
            case "blkdeviotune" -> new DiskLimitCommand(hypervisor).tune();
            case "blkiotune" -> new LimitCommands(hypervisor).disks();
            case "domiftune" -> new InterfaceLimitCommand(hypervisor).tune();
            case "memtune" -> new LimitCommands(hypervisor).memory();
            case "numatune" -> new LimitCommands(hypervisor).numa();
            case "perf" -> new SchedulerCommands(hypervisor).perf();
            case "schedinfo" -> new SchedulerCommands(hypervisor).scheduler();
            case "setmaxmem" -> new MemoryCommands(hypervisor).setMaximum();
            case "setmem" -> new MemoryCommands(hypervisor).set();
            case "desc" -> new MetadataCommands(hypervisor).description();
            case "metadata" -> new MetadataCommands(hypervisor).metadata();
            case "set-lifecycle-action" -> new LifecycleActionCommand(hypervisor).set();
            case "domxml-from-native" -> new NativeFormCommands(hypervisor).read();
            case "domxml-to-native" -> new NativeFormCommands(hypervisor).write();
            default -> null;
        };
    }

    private @Nullable Command cpus(String name) {
        return switch (name) {
            case "cpu-stats" -> new CpuStatistics(hypervisor).statistics();
            case "emulatorpin" -> new VcpuCommands(hypervisor).pinEmulator();
            case "guestvcpus" -> new VcpuCounts(hypervisor).ofGuest();
            case "iothreadadd" -> new IoThreadCommands(hypervisor).add();
            case "iothreaddel" -> new IoThreadCommands(hypervisor).delete();
            case "iothreadinfo" -> new IoThreadCommands(hypervisor).info();
            case "iothreadpin" -> new IoThreadCommands(hypervisor).pin();
            case "iothreadset" -> new IoThreadCommands(hypervisor).set();
            case "setvcpu" -> new VcpuCounts(hypervisor).setOne();
            case "setvcpus" -> new VcpuCounts(hypervisor).setCount();
            case "vcpucount" -> new VcpuCounts(hypervisor).count();
            case "vcpuinfo" -> new VcpuCommands(hypervisor).info();
            case "vcpupin" -> new VcpuCommands(hypervisor).pin();
            default -> null;
        };
    }

    private @Nullable Command devices(String name) {
        return switch (name) {
            case "attach-device" -> new DeviceCommands(hypervisor).attach();
            case "attach-interface" -> new InterfaceAttachment(hypervisor).attach();
            case "change-media" -> new MediaCommands(hypervisor).change();
            case "detach-device" -> new DeviceCommands(hypervisor).detach();
            case "detach-device-alias" -> new DeviceCommands(hypervisor).detachAlias();
            case "detach-disk" -> new MediaCommands(hypervisor).detach();
            case "detach-interface" -> new InterfaceCommands(hypervisor).detach();
            case "dom-fd-associate" -> new DescriptorCommands(hypervisor).associate();
            case "domblkthreshold" -> new MeasuringCommands(hypervisor).threshold();
            case "domdirtyrate-calc" -> new MeasuringCommands(hypervisor).dirtyRate();
            case "domif-setlink" -> new InterfaceCommands(hypervisor).link();
            case "domlaunchsecinfo" -> new LaunchSecurityCommands(hypervisor).info();
            case "domsetlaunchsecstate" -> new LaunchSecurityCommands(hypervisor).set();
            case "screenshot" -> new ScreenshotCommand(hypervisor).screenshot();
            case "update-device" -> new DeviceCommands(hypervisor).update();
            case "update-memory-device" -> new MemoryDeviceCommand(hypervisor).update();
            default -> null;
        };
    }

    private @Nullable Command guest(String name) {
        return switch (name) {
            case "domfsfreeze" -> new GuestFiles(hypervisor).freeze();
            case "domfsinfo" -> new GuestFiles(hypervisor).list();
            case "domfsthaw" -> new GuestFiles(hypervisor).thaw();
            case "domfstrim" -> new GuestFiles(hypervisor).trim();
            case "domhostname" -> new GuestCommands(hypervisor).hostname();
            case "dompmsuspend" -> new GuestCommands(hypervisor).suspend();
            case "dompmwakeup" -> new GuestCommands(hypervisor).wakeUp();
            case "get-user-sshkeys" -> new GuestUsers(hypervisor).keys();
            case "guest-agent-timeout" -> new GuestCommands(hypervisor).agentTimeout();
            case "guestinfo" -> new GuestCommands(hypervisor).info();
            case "inject-nmi" -> new GuestSignals(hypervisor).nmi();
            case "send-key" -> new GuestSignals(hypervisor).keys();
            case "send-process-signal" -> new GuestSignals(hypervisor).signal();
            case "set-user-password" -> new GuestUsers(hypervisor).password();
            case "set-user-sshkeys" -> new GuestUsers(hypervisor).setKeys();
            default -> null;
        };
    }

    /// The command of that name that looks at domains, or null.
    public @Nullable Command findMonitoring(String name) {
        return switch (name) {
            case "domblkerror" -> new BlockMonitoring(hypervisor).errors();
            case "domblkinfo" -> new BlockMonitoring(hypervisor).info();
            case "domblkstat" -> new BlockMonitoring(hypervisor).statistics();
            case "domcontrol" -> new DomainMonitoring(hypervisor).control();
            case "domifaddr" -> new DomainMonitoring(hypervisor).addresses();
            case "domifstat" -> new DomainMonitoring(hypervisor).interfaceStatistics();
            case "dommemstat" -> new MemoryCommands(hypervisor).statistics();
            case "domstats" -> new StatisticsCommand(hypervisor).statistics();
            case "domtime" -> new GuestCommands(hypervisor).time();
            default -> null;
        };
    }
}
