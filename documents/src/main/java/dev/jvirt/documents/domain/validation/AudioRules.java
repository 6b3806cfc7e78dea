package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Audio;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.GraphicsListen;
import java.util.List;
import java.util.OptionalInt;

/// Rules of audio backends, of those who refer to them, and of displays.
final class AudioRules {
    private AudioRules() {}

    static void check(Audio audio, DomainDefinition definition) {
        int same = 0;
        for (Audio other : definition.devices().of(Audio.class)) {
            same += other.id() == audio.id() ? 1 : 0;
        }
        when(same > 1, XML_ERROR, "audio ID %d is used multiple times", audio.id());
    }

    static void check(OptionalInt audioId, DomainDefinition definition) {
        if (audioId.isEmpty()) {
            return;
        }
        boolean found = false;
        for (Audio audio : definition.devices().of(Audio.class)) {
            found |= audio.id() == audioId.getAsInt();
        }
        when(!found, XML_ERROR, "no audio device with ID %d", audioId.getAsInt());
    }

    static void check(Graphics graphics, DomainDefinition definition) {
        switch (graphics) {
            case Graphics.Vnc vnc -> {
                check(vnc.listens());
                check(vnc.audioId(), definition);
            }
            case Graphics.Spice spice -> check(spice.listens());
            case Graphics.Rdp rdp -> check(rdp.listens());
            case Graphics.Dbus dbus ->
                    when(
                            dbus.peerToPeer() && dbus.address().isPresent(),
                            XML_ERROR,
                            "D-Bus p2p with an address is not supported");
            case Graphics.Sdl _, Graphics.Desktop _, Graphics.EglHeadless _ -> {}
        }
    }

    private static void check(List<GraphicsListen> listens) {
        for (GraphicsListen listen : listens) {
            when(
                    listen.type() == GraphicsListen.Type.NETWORK && listen.network().isEmpty(),
                    XML_ERROR,
                    "'network' attribute is required for listen type 'network'");
        }
    }
}
