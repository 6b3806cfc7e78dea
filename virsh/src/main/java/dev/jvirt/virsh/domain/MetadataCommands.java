package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.TextEditor;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.Optional;

/// The commands about what people and programs note of a domain.
final class MetadataCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    MetadataCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command description() {
        return command("desc", "show or set domain's description or title")
                .description("Print the description or the title of a domain, or change it.")
                .option(domains.option())
                .flag("live", "now, as it runs")
                .flag("config", "from the next start on")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("title", "the title instead of the description")
                .flag("edit", "change it with an editor")
                .option(Option.arguments("new-desc", "the new text"))
                .run(this::description);
    }

    private void description(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        boolean title = words.has("title");
        String wanted = String.join(" ", words.arguments());
        Domains.state(domain);
        boolean edit = words.has("edit");
        if (!edit && !words.has("new-desc")) {
            printDescription(domain, title, flags);
            return;
        }
        String what = title ? "title" : "description";
        if (edit) {
            String present = wanted.isEmpty() ? text(domain, title, flags) : wanted;
            wanted = new TextEditor(hypervisor.shell()).edit(present, ".xml");
            if (title && wanted.endsWith("\n")) {
                wanted = wanted.substring(0, wanted.length() - 1);
            }
            if (wanted.equals(present)) {
                output.extra("Domain " + what + " not changed\n");
                return;
            }
        }
        Optional<String> text = Optional.of(wanted);
        Attempt.to(
                "Failed to set new domain " + what,
                () ->
                        domain.tuning()
                                .setMetadata(
                                        title
                                                ? MetadataChange.title(text)
                                                : MetadataChange.description(text),
                                        flags));
        output.extra("Domain " + what + " updated successfully");
    }

    private void printDescription(Domain domain, boolean title, Flags<DomainAffectFlag> flags) {
        String text = text(domain, title, flags);
        if (!text.isEmpty()) {
            output.print(text);
            return;
        }
        String what = title ? "title" : "description";
        output.extra("No " + what + " for domain: " + domain.name());
    }

    private static String text(Domain domain, boolean title, Flags<DomainAffectFlag> flags) {
        try {
            return domain.tuning()
                    .metadata(title ? MetadataPart.title() : MetadataPart.description(), flags);
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_DOMAIN_METADATA) {
                return "";
            }
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
        }
        boolean config = flags.has(DomainAffectFlag.CONFIG);
        String xml = domain.xml(config ? Flags.of(DomainXmlFlag.INACTIVE) : Flags.none());
        return XmlQuery.of(xml).root().child(title ? "title" : "description").text();
    }

    Command metadata() {
        return command("metadata", "show or set domain's custom XML metadata")
                .description("Print the XML that a program keeps with a domain, or change it.")
                .option(domains.option())
                .option(Option.data("uri", "the URI of the namespace"))
                .flag("live", "now, as it runs")
                .flag("config", "from the next start on")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("edit", "change it with an editor")
                .string("key", "the prefix of the namespace")
                .string("set", "the new XML")
                .flag("remove", "remove it")
                .run(this::metadata);
    }

    private void metadata(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        words.exclusive("edit", "set");
        words.exclusive("remove", "set");
        words.exclusive("remove", "edit");
        Domain domain = domains.find(words);
        String uri = words.require("uri");
        Optional<String> key = words.text("key");
        Optional<String> set = words.text("set");
        boolean edit = words.has("edit");
        if ((set.isPresent() || edit) && key.isEmpty()) {
            throw new CommandFailure("namespace key is required when modifying metadata");
        }
        if (words.has("remove")) {
            domain.tuning().setMetadata(MetadataChange.withoutElement(uri), flags);
            output.extra("Metadata removed\n");
        } else if (set.isPresent()) {
            change(domain, new Named(uri, key.orElse("")), set.get(), flags);
        } else if (edit) {
            edit(domain, new Named(uri, key.orElse("")), flags);
        } else {
            output.line(domain.tuning().metadata(MetadataPart.element(uri), flags));
        }
    }

    /// A namespace.
    private record Named(String uri, String key) {}

    private void change(Domain domain, Named name, String xml, Flags<DomainAffectFlag> flags) {
        domain.tuning().setMetadata(MetadataChange.element(name.uri(), name.key(), xml), flags);
        output.extra("Metadata modified\n");
    }

    private void edit(Domain domain, Named name, Flags<DomainAffectFlag> flags) {
        String present;
        try {
            present = domain.tuning().metadata(MetadataPart.element(name.uri()), flags);
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_DOMAIN_METADATA) {
                throw e;
            }
            present = "\n";
        }
        String wanted = new TextEditor(hypervisor.shell()).edit(present, ".xml");
        if (wanted.equals(present)) {
            output.extra("Metadata not changed");
        } else {
            change(domain, name, wanted, flags);
        }
    }
}
