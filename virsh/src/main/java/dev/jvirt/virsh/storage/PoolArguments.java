package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.List;
import java.util.Optional;

/// The commands that make pools of what their options say.
record PoolArguments(Hypervisor hypervisor) {
    /// The options that say something about the source.
    private static final List<String> OF_SOURCE =
            List.of(
                    "source-host",
                    "source-path",
                    "source-dev",
                    "source-name",
                    "source-format",
                    "adapter-name",
                    "source-protocol-ver",
                    "source-initiator");

    Command create() {
        var begun =
                command("pool-create-as", "start a pool that the options describe")
                        .description("Start a pool that will be gone when it stops.");
        return options(begun)
                .option(PoolBuilding.BUILD)
                .option(PoolBuilding.NO_OVERWRITE)
                .option(PoolBuilding.OVERWRITE)
                .run(this::create);
    }

    private void create(Words words) {
        var flags = PoolBuilding.flags(words);
        make(
                words,
                new Outcome("Pool %s created", "Failed to create pool %s"),
                xml -> hypervisor.connection().storagePools().createXml(xml, flags));
    }

    Command define() {
        var begun =
                command("pool-define-as", "define a pool that the options describe")
                        .description("Define a pool.");
        return options(begun).run(this::define);
    }

    private void define(Words words) {
        make(
                words,
                new Outcome("Pool %s defined", "Failed to define pool %s"),
                xml -> hypervisor.connection().storagePools().defineXml(xml, Flags.none()));
    }

    private interface Maker {
        Object make(String xml);
    }

    private void make(Words words, Outcome outcome, Maker maker) {
        String name = words.require("name");
        String xml = xml(words);
        if (words.has("print-xml")) {
            hypervisor.output().print(xml);
            return;
        }
        outcome.of(hypervisor.output(), name, () -> maker.make(xml));
    }

    private static Command.Builder options(Command.Builder begun) {
        return begun.option(Option.data("name", "the name of the pool"))
                .option(Option.data("type", "the type of the pool").completedBy(w -> PoolTypes.ALL))
                .flag("print-xml", "print the XML and do nothing")
                .string("source-host", "the host that has the source")
                .string("source-path", "the path of the source")
                .string("source-dev", "the device of the source")
                .string("source-name", "the name of the source")
                .string("target", "where its volumes are to be found")
                .string("source-format", "the format of the source")
                .string("auth-type", "the way of the login to the source")
                .string("auth-username", "the user that logs in")
                .string("secret-usage", "the usage of the secret with the password")
                .string("secret-uuid", "the UUID of the secret with the password")
                .string("adapter-name", "the name of the adapter")
                .string("adapter-wwnn", "the WWNN of the adapter")
                .string("adapter-wwpn", "the WWPN of the adapter")
                .string("adapter-parent", "the scsi_hostN that is the parent of the vHBA")
                .string("adapter-parent-wwnn", "the WWNN of that parent")
                .string("adapter-parent-wwpn", "the WWPN of that parent")
                .string("adapter-parent-fabric-wwn", "the WWN of that parent's fabric")
                .string("source-protocol-ver", "the version of NFS to mount with")
                .string("source-initiator", "the IQN that logs in to the source");
    }

    private static String xml(Words words) {
        words.exclusive("secret-usage", "secret-uuid");
        String name = words.require("name");
        String type = words.require("type");
        for (String option : OF_SOURCE) {
            words.text(option);
        }
        var xml = new XmlBuilder().open("pool").attribute("type", type).element("name", name);
        if (hasSource(words)) {
            source(words, xml);
        }
        words.text("target")
                .ifPresent(target -> xml.open("target").content().element("path", target).close());
        return xml.close().toString();
    }

    private static boolean hasSource(Words words) {
        for (String option : OF_SOURCE) {
            if (words.has(option)) {
                return true;
            }
        }
        return hasLogin(words) || hasFibreChannel(words);
    }

    private static boolean hasLogin(Words words) {
        return words.has("auth-type")
                && words.has("auth-username")
                && (words.has("secret-usage") || words.has("secret-uuid"));
    }

    private static boolean hasFibreChannel(Words words) {
        return words.has("adapter-wwnn") && words.has("adapter-wwpn");
    }

    private static void source(Words words, XmlBuilder xml) {
        xml.open("source").content();
        empty(xml, "host", "name", words.text("source-host"));
        empty(xml, "dir", "path", words.text("source-path"));
        empty(xml, "device", "path", words.text("source-dev"));
        if (hasFibreChannel(words) || words.has("adapter-name")) {
            adapter(words, xml);
        }
        if (hasLogin(words)) {
            xml.open("auth")
                    .attribute("type", words.text("auth-type"))
                    .attribute("username", words.text("auth-username"));
            empty(xml, "secret", "usage", words.text("secret-usage"));
            empty(xml, "secret", "uuid", words.text("secret-uuid"));
            xml.close();
        }
        empty(xml, "format", "type", words.text("source-format"));
        xml.element("name", words.text("source-name"));
        empty(xml, "protocol", "ver", words.text("source-protocol-ver"));
        words.text("source-initiator").ifPresent(iqn -> initiator(xml, iqn));
        xml.close();
    }

    private static void adapter(Words words, XmlBuilder xml) {
        xml.open("adapter");
        if (hasFibreChannel(words)) {
            xml.attribute("type", "fc_host");
            if (words.has("adapter-parent")) {
                xml.attribute("parent", words.text("adapter-parent"));
            } else if (words.has("adapter-parent-wwnn") && words.has("adapter-parent-wwpn")) {
                xml.attribute("parent_wwnn", words.text("adapter-parent-wwnn"))
                        .attribute("parent_wwpn", words.text("adapter-parent-wwpn"));
            } else {
                xml.attribute("parent_fabric_wwn", words.text("adapter-parent-fabric-wwn"));
            }
            xml.attribute("wwnn", words.text("adapter-wwnn"))
                    .attribute("wwpn", words.text("adapter-wwpn"));
        } else {
            xml.attribute("type", "scsi_host").attribute("name", words.text("adapter-name"));
        }
        xml.close();
    }

    /// An `<initiator>` with an `<iqn>`, as pools and their sources have it.
    static void initiator(XmlBuilder xml, String iqn) {
        xml.open("initiator").content();
        empty(xml, "iqn", "name", Optional.of(iqn));
        xml.close();
    }

    private static void empty(
            XmlBuilder xml, String element, String attribute, Optional<String> value) {
        value.ifPresent(text -> xml.open(element).attribute(attribute, text).close());
    }
}
