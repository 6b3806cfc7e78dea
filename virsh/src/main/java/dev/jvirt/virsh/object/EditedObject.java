package dev.jvirt.virsh.object;

import dev.jvirt.virsh.DocumentEdit;
import java.util.function.Supplier;

/// An object whose document is edited.
///
/// @param kind what stands in front of its name in messages, for example `Network`
/// @param present its name
public record EditedObject(
        String kind, String present, Supplier<String> document, Documents.Taker taker)
        implements DocumentEdit.Subject {
    @Override
    public String read() {
        return document.get();
    }

    @Override
    public String define(String xml, boolean validated) {
        return kind + " " + taker.take(xml, validated);
    }

    @Override
    public String name() {
        return kind + " " + present;
    }
}
