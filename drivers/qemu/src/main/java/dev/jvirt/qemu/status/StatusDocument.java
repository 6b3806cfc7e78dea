package dev.jvirt.qemu.status;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// `<domstatus>`: a running domain as the next daemon must find it.
///
/// @param status its state and why it is in it
/// @param pid its QEMU
/// @param taints what makes it one that nobody vouches for
/// @param qemu what the driver knows of its QEMU
/// @param definition the live definition
public record StatusDocument(
        DomainStatus status,
        int pid,
        Set<Taint> taints,
        QemuStatus qemu,
        DomainDefinition definition) {
    private static final String DOCUMENT = "(domain_status)";

    /// A document with its own copy of the taints.
    public StatusDocument {
        var sorted = EnumSet.noneOf(Taint.class);
        sorted.addAll(taints);
        taints = Collections.unmodifiableSet(sorted);
    }

    /// Reads a document.
    ///
    /// @throws LibvirtException if it is none
    public static StatusDocument parse(String xml) {
        Element root = XmlParser.parse(xml, DOCUMENT, "domstatus");
        Element domain =
                root.child("domain")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorCode.INTERNAL_ERROR, "no domain config"));
        return new StatusDocument(
                status(root),
                pid(root),
                taints(root),
                QemuStatus.parse(root),
                FormerNames.complete(DomainDefinition.parse(domain, ParseFlags.STATUS)));
    }

    private static DomainStatus status(Element root) {
        String word =
                root.attribute("state")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorCode.INTERNAL_ERROR, "missing domain state"));
        DomainState state =
                StateWords.state(word)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorCode.INTERNAL_ERROR,
                                                "invalid domain state '%s'".formatted(word)));
        DomainStateReason unknown = DomainStateReason.of(state, 0);
        return new DomainStatus(
                state,
                root.attribute("reason")
                        .map(
                                reason ->
                                        StateWords.reason(state, reason)
                                                .orElseThrow(
                                                        () ->
                                                                new LibvirtException(
                                                                        ErrorCode.INTERNAL_ERROR,
                                                                        "invalid domain state reason '%s'"
                                                                                .formatted(
                                                                                        reason))))
                        .orElse(unknown));
    }

    private static int pid(Element root) {
        return root.integer("pid")
                .orElseThrow(() -> new LibvirtException(ErrorCode.INTERNAL_ERROR, "invalid pid"));
    }

    private static Set<Taint> taints(Element root) {
        var taints = EnumSet.noneOf(Taint.class);
        for (Element taint : root.children("taint")) {
            String word = taint.attribute("flag").orElse("");
            taints.add(
                    Taint.of(word)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    ErrorCode.INTERNAL_ERROR,
                                                    "Unknown taint flag %s".formatted(word))));
        }
        return taints;
    }

    /// The same with another definition.
    public StatusDocument withDefinition(DomainDefinition value) {
        return new StatusDocument(status, pid, taints, qemu, value);
    }

    /// What its QEMU could do when it was started, as far as the file says it: the binary may have
    /// been replaced since.
    public QemuCapabilities capabilities() {
        var builder =
                QemuCapabilities.builder()
                        .binary(definition.devices().emulator().orElse(""))
                        .arch(definition.os().arch().orElse(""));
        for (String word : qemu.capabilities()) {
            QemuFlag.of(word).ifPresent(builder::set);
        }
        return builder.build();
    }

    /// The document as it stands on disk, without the warning to those who want to edit it.
    public String format() {
        var out = new XmlWriter();
        out.start("domstatus")
                .attribute("state", StateWords.of(status.state()))
                .attribute("reason", StateWords.of(status.reason()))
                .attribute("pid", pid);
        for (Taint taint : taints) {
            out.start("taint").attribute("flag", taint.word()).end();
        }
        qemu.format(out);
        definition.format(out, FormatFlags.STATUS);
        out.end();
        return out.toString();
    }
}
