package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Audio;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.xml.Word;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The audio backend of a guest that names none: that of its display, or silence.
final class AudioChoice {
    private final DefinitionSettings.HostAudio host;

    /// @param host what the driver's settings and its environment say
    private AudioChoice(DefinitionSettings.HostAudio host) {
        this.host = host;
    }

    static DomainDefinition add(DomainDefinition definition, DefinitionSettings settings) {
        if (definition.devices().first(Audio.class).isPresent()) {
            return definition;
        }
        return new AudioChoice(settings.hostAudio())
                .choose(definition.devices().graphics())
                .map(audio -> definition.withDevices(definition.devices().with(audio)))
                .orElse(definition);
    }

    /// The last display that can play decides.
    private Optional<Audio> choose(List<Graphics> displays) {
        if (displays.isEmpty()) {
            return host.withoutGraphics() ? ofHost() : silence();
        }
        Optional<Audio> audio = Optional.empty();
        for (Graphics display : displays) {
            audio =
                    switch (display) {
                        case Graphics.Vnc _ -> host.withVnc() ? ofHost() : silence();
                        case Graphics.Sdl _ -> ofHost();
                        case Graphics.Spice _ -> Optional.of(new Audio(1, Audio.Type.SPICE));
                        case Graphics.Dbus _,
                                Graphics.Rdp _,
                                Graphics.Desktop _,
                                Graphics.EglHeadless _ ->
                                audio;
                    };
        }
        return audio;
    }

    private static Optional<Audio> silence() {
        return Optional.of(new Audio(1, Audio.Type.NONE));
    }

    private Optional<Audio> ofHost() {
        return host.qemuDriver().map(this::ofHost);
    }

    private Audio ofHost(String driver) {
        var type =
                driver.equals("pa")
                        ? Audio.Type.PULSEAUDIO
                        : Word.find(Audio.Type.class, driver)
                                .orElseThrow(
                                        () ->
                                                new LibvirtException(
                                                        CONFIG_UNSUPPORTED,
                                                        "Unknown QEMU_AUDIO_DRV setting %s"
                                                                .formatted(driver)));
        if (type != Audio.Type.SDL || host.sdlDriver().isEmpty()) {
            return new Audio(1, type);
        }
        var option = new Audio.Option("driver", host.sdlDriver().get());
        return new Audio(
                1, type, OptionalInt.empty(), List.of(option), Optional.empty(), Optional.empty());
    }
}
