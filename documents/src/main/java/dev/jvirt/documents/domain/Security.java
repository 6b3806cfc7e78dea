package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/// Labels of the domain, and how it is kept from the host.
///
/// @param wrapAes whether IBM Z wraps AES keys for the guest
/// @param wrapDea whether IBM Z wraps DEA keys for the guest
public record Security(
        List<SecurityLabel> labels,
        Optional<Boolean> wrapAes,
        Optional<Boolean> wrapDea,
        Optional<LaunchSecurity> launch) {
    /// Nothing said.
    public static final Security NONE =
            new Security(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Security with its own copy of the labels.
    public Security {
        labels = List.copyOf(labels);
    }

    /// The same with other labels.
    public Security withLabels(List<SecurityLabel> value) {
        return new Security(value, wrapAes, wrapDea, launch);
    }

    /// The same kept in another way.
    public Security withLaunch(LaunchSecurity value) {
        return new Security(labels, wrapAes, wrapDea, Optional.of(value));
    }

    static Security parse(Element domain, ParseFlags flags) {
        Optional<Boolean> aes = Optional.empty();
        Optional<Boolean> dea = Optional.empty();
        for (Element cipher :
                domain.child("keywrap").map(k -> k.children("cipher")).orElse(List.of())) {
            String name = cipher.required("name");
            cipher.required("state");
            boolean second = name.equals("aes") ? aes.isPresent() : dea.isPresent();
            if (second) {
                throw new LibvirtException(
                        INTERNAL_ERROR,
                        "A domain definition can have no more than one cipher node with name %s"
                                .formatted(name));
            }
            switch (name) {
                case "aes" -> aes = cipher.onOff("state");
                case "dea" -> dea = cipher.onOff("state");
                default -> throw cipher.invalid("name", name);
            }
        }
        return new Security(
                SecurityLabel.parseAll(domain, flags),
                aes,
                dea,
                domain.child("launchSecurity").map(LaunchSecurity::parse));
    }

    void format(XmlWriter out, FormatFlags flags) {
        for (SecurityLabel label : labels) {
            label.format(out, flags);
        }
        out.startOptional("keywrap");
        format(out, "aes", wrapAes);
        format(out, "dea", wrapDea);
        out.end();
        launch.ifPresent(l -> l.format(out));
    }

    private static void format(XmlWriter out, String name, Optional<Boolean> state) {
        if (state.isPresent()) {
            out.start("cipher").attribute("name", name).onOff("state", state).end();
        }
    }
}
