package dev.jvirt.virsh.object;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.DocumentEdit;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.XmlOutput;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Handler;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.function.Function;
import java.util.function.Supplier;

/// The commands about documents, which are alike for all kinds of objects.
public record Documents(Hypervisor hypervisor) {

    /// Does something with a document.
    public interface Taker {
        /// Does it.
        ///
        /// @return what the document describes
        String take(String xml, boolean validated);
    }

    /// Completes a command that makes an object of the document in a file.
    ///
    /// @param outcome its first `%s` stands for the object if all went well, another for the file
    public Command fromFile(Command.Builder begun, Outcome outcome, Taker taker) {
        return begun.option(file())
                .option(validate())
                .run(words -> fromFile(words, outcome, taker));
    }

    /// Does what such a command is for.
    public void fromFile(Words words, Outcome outcome, Taker taker) {
        String file = words.require("file");
        boolean validated = words.has("validate");
        String xml = FileTexts.read(hypervisor.shell(), file);
        String name =
                Attempt.get(outcome.failed().formatted(file), () -> taker.take(xml, validated));
        hypervisor.output().extra(outcome.done().formatted(name, file) + "\n");
    }

    /// The option that names the file.
    public static Option file() {
        return Option.data("file", "the file with the XML");
    }

    /// The option that has the document checked.
    public static Option validate() {
        return Option.flag("validate", "check the XML against the schema first");
    }

    /// Completes a command that prints a document.
    public static Command dump(Command.Builder begun, Option object, Handler printer) {
        return begun.option(object).option(XmlOutput.xpath()).option(XmlOutput.wrap()).run(printer);
    }

    /// Completes a command that prints a document as it is now or as it will be.
    public static Command dumpEither(Command.Builder begun, Option object, Handler printer) {
        return begun.option(object)
                .flag("inactive", "as of the next start, not as it is now")
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(printer);
    }

    /// What prints the document of the object that is found.
    public <T> Handler printer(Function<Words, T> find, XmlOf<T> xml) {
        return words -> {
            T object = find.apply(words);
            words.checkNotEmpty("xpath");
            XmlOutput.print(hypervisor.output(), xml.of(object, words.has("inactive")), words);
        };
    }

    /// The document of an object.
    public interface XmlOf<T> {
        /// The document, as of the next start if that is wanted.
        String of(T object, boolean inactive);
    }

    /// The definition of an object, or its document as it is from a driver that knows no other.
    public static String definition(Supplier<String> inactive, Supplier<String> present) {
        try {
            return inactive.get();
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.INVALID_ARG) {
                throw e;
            }
            return present.get();
        }
    }

    /// Lets the user edit a document.
    public void edit(DocumentEdit.Subject subject) {
        new DocumentEdit(hypervisor.shell(), subject, true).run();
    }
}
