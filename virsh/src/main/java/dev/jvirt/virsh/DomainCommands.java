package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.domain.DomainCommandTable;
import dev.jvirt.virsh.job.JobCommandTable;
import dev.jvirt.virsh.qemu.QemuCommandTable;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that manage domains: [DomainLifeCycle] starts and stops them, [DomainDefinitions]
/// deals with their documents, [DomainConsole] and [DomainDisplays] talk to them, [JobCommandTable]
/// has those that take long, [QemuCommandTable] those for one kind of hypervisor,
/// [DomainCommandTable] the others.
final class DomainCommands implements CommandGroup {
    private final Hypervisor hypervisor;
    private final Domains domains;

    DomainCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
    }

    @Override
    public String title() {
        return "Domain Management";
    }

    @Override
    public String keyword() {
        return "domain";
    }

    @Override
    public List<String> names() {
        return DomainCommandNames.ALL;
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "attach-disk" -> new DomainAttachment(hypervisor).disk();
            case "create" -> lifeCycle().create();
            case "destroy" -> lifeCycle().destroy();
            case "reboot" -> lifeCycle().reboot();
            case "reset" -> lifeCycle().reset();
            case "resume" -> lifeCycle().resume();
            case "shutdown" -> lifeCycle().shutdown();
            case "start" -> lifeCycle().start();
            case "suspend" -> lifeCycle().suspend();
            case "autostart" -> definitions().autostart();
            case "define" -> definitions().define();
            case "domrename" -> definitions().rename();
            case "dumpxml" -> definitions().dumpXml();
            case "edit" -> definitions().edit();
            case "undefine" -> definitions().undefine();
            case "domdisplay" -> new DomainDisplays(hypervisor).display();
            case "ttyconsole" -> new DomainDisplays(hypervisor).tty();
            case "vncdisplay" -> new DomainDisplays(hypervisor).vnc();
            case "console" -> new DomainConsole(hypervisor).console();
            case "domid" -> id();
            case "domname" -> name();
            case "domuuid" -> uuid();
            default -> findMore(name);
        };
    }

    // The names stand here, too, so that no table is loaded for a command that is in none.

    private @Nullable Command findMore(String name) {
        return switch (name) {
            case "blkdeviotune",
                    "blkiotune",
                    "domiftune",
                    "memtune",
                    "numatune",
                    "perf",
                    "schedinfo",
                    "setmaxmem",
                    "setmem",
                    "desc",
                    "metadata",
                    "set-lifecycle-action",
                    "domxml-from-native",
                    "domxml-to-native",
                    "cpu-stats",
                    "emulatorpin",
                    "guestvcpus",
                    "iothreadadd",
                    "iothreaddel",
                    "iothreadinfo",
                    "iothreadpin",
                    "iothreadset",
                    "setvcpu",
                    "setvcpus",
                    "vcpucount",
                    "vcpuinfo",
                    "vcpupin" ->
                    new DomainCommandTable(hypervisor).find(name);
            default -> findDevice(name);
        };
    }

    private @Nullable Command findDevice(String name) {
        return switch (name) {
            case "attach-device",
                    "attach-interface",
                    "change-media",
                    "detach-device",
                    "detach-device-alias",
                    "detach-disk",
                    "detach-interface",
                    "dom-fd-associate",
                    "domblkthreshold",
                    "domdirtyrate-calc",
                    "domif-setlink",
                    "domlaunchsecinfo",
                    "domsetlaunchsecstate",
                    "screenshot",
                    "update-device",
                    "update-memory-device",
                    "domfsfreeze",
                    "domfsinfo",
                    "domfsthaw",
                    "domfstrim",
                    "domhostname",
                    "dompmsuspend",
                    "dompmwakeup",
                    "get-user-sshkeys",
                    "guest-agent-timeout",
                    "guestinfo",
                    "inject-nmi",
                    "send-key",
                    "send-process-signal",
                    "set-user-password",
                    "set-user-sshkeys" ->
                    new DomainCommandTable(hypervisor).find(name);
            default -> findJob(name);
        };
    }

    private @Nullable Command findJob(String name) {
        return switch (name) {
            case "domjobabort",
                    "domjobinfo",
                    "dump",
                    "managedsave",
                    "managedsave-define",
                    "managedsave-dumpxml",
                    "managedsave-edit",
                    "managedsave-remove",
                    "restore",
                    "save",
                    "save-image-define",
                    "save-image-dumpxml",
                    "save-image-edit",
                    "blockcommit",
                    "blockcopy",
                    "blockjob",
                    "blockpull",
                    "blockresize",
                    "migrate",
                    "migrate-compcache",
                    "migrate-getmaxdowntime",
                    "migrate-getspeed",
                    "migrate-postcopy",
                    "migrate-setmaxdowntime",
                    "migrate-setspeed" ->
                    new JobCommandTable(hypervisor).find(name);
            case "lxc-enter-namespace",
                    "qemu-agent-command",
                    "qemu-attach",
                    "qemu-monitor-command",
                    "qemu-monitor-event" ->
                    new QemuCommandTable(hypervisor).find(name);
            default -> null;
        };
    }

    private DomainLifeCycle lifeCycle() {
        return new DomainLifeCycle(hypervisor);
    }

    private DomainDefinitions definitions() {
        return new DomainDefinitions(hypervisor);
    }

    private Command id() {
        return command("domid", "show the id of a domain")
                .option(domains.option("domain name or uuid", DomainListFlag.ACTIVE))
                .run(
                        words ->
                                hypervisor
                                        .output()
                                        .line(
                                                domains.find(
                                                                words,
                                                                Domains.By.UUID,
                                                                Domains.By.NAME)
                                                        .id()
                                                        .map(id -> Integer.toString(id))
                                                        .orElse("-")));
    }

    private Command name() {
        return command("domname", "show the name of a domain")
                .option(Option.data("domain", "domain id or uuid").completedBy(domains.uuids()))
                .run(
                        words ->
                                hypervisor
                                        .output()
                                        .line(
                                                domains.find(words, Domains.By.ID, Domains.By.UUID)
                                                        .name()));
    }

    private Command uuid() {
        return command("domuuid", "show the UUID of a domain")
                .option(domains.option("domain id or name"))
                .run(
                        words ->
                                hypervisor
                                        .output()
                                        .line(
                                                domains.find(words, Domains.By.ID, Domains.By.NAME)
                                                        .uuid()
                                                        .toString()));
    }
}
