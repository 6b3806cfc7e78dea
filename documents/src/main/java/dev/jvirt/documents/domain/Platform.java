package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;

/// The machine as the guest finds it: how it boots, what it offers, its clock, how it ends.
public record Platform(Os os, Features features, Clock clock, Lifecycle lifecycle) {
    static Platform parse(Element domain, VirtType type, ParseFlags flags) {
        return new Platform(
                Os.parse(domain, type, flags),
                domain.child("features").map(Features::parse).orElse(Features.NONE),
                Clock.parse(domain),
                Lifecycle.parse(domain));
    }
}
