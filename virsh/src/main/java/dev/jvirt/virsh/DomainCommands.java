package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.domain.DomainCommandTable;
import dev.jvirt.virsh.job.JobCommandTable;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that manage domains: [DomainLifeCycle] starts and stops them, [DomainDefinitions]
/// deals with their documents, [DomainConsole] and [DomainDisplays] talk to them, [JobCommandTable]
/// has those that take long, [DomainCommandTable] the others.
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

    private @Nullable Command findMore(String name) {
        Command command = new DomainCommandTable(hypervisor).find(name);
        return command == null ? new JobCommandTable(hypervisor).find(name) : command;
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
