package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Audio;
import dev.jvirt.documents.domain.Sound;
import dev.jvirt.qemu.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What plays and records on the host, and sound cards.
final class AudioArguments {
    private AudioArguments() {}

    static void addBackends(DomainScope scope, Arguments out) {
        for (Audio audio : scope.definition().devices().of(Audio.class)) {
            out.add("-audiodev", backend(audio).text());
            if (audio.type() == Audio.Type.SDL) {
                audio.option("driver").ifPresent(d -> out.environment("SDL_AUDIODRIVER", d));
            }
        }
    }

    private static JsonObject backend(Audio audio) {
        var properties = JsonObject.builder().put("id", id(audio.id()));
        properties.put("driver", driver(audio.type()));
        properties.putNumber("timer-period", audio.timerPeriod());
        switch (audio.type()) {
            case OSS -> {
                flag(audio.options(), "tryMMap", "try-mmap", properties);
                flag(audio.options(), "exclusive", "exclusive", properties);
                number(audio.options(), "dspPolicy", "dsp-policy", properties);
            }
            case PULSEAUDIO -> properties.putText("server", audio.option("serverName"));
            case FILE -> properties.putText("path", audio.option("path"));
            case NONE, ALSA, COREAUDIO, JACK, SDL, SPICE, DBUS -> {}
        }
        audio.input().ifPresent(in -> putStream("in", audio.type(), in, properties));
        audio.output().ifPresent(out -> putStream("out", audio.type(), out, properties));
        return properties.build();
    }

    static String id(int audio) {
        return "audio" + audio;
    }

    /// The name of the backend that plays a device; the first one if the device does not say.
    static Optional<String> idOf(DomainScope scope, OptionalInt audio) {
        if (audio.isPresent()) {
            return Optional.of(id(audio.getAsInt()));
        }
        return scope.definition().devices().first(Audio.class).map(first -> id(first.id()));
    }

    private static String driver(Audio.Type type) {
        return switch (type) {
            case PULSEAUDIO -> "pa";
            case FILE -> "wav";
            default -> type.word();
        };
    }

    private static void putStream(
            String name, Audio.Type type, Audio.Stream stream, JsonObject.Builder out) {
        var properties = JsonObject.builder();
        properties.putBoolean("mixing-engine", stream.mixingEngine());
        properties.putBoolean("fixed-settings", stream.fixedSettings());
        properties.putNumber("voices", stream.voices());
        properties.putNumber("buffer-length", stream.bufferLength());
        properties.putNumber("frequency", stream.frequency());
        properties.putNumber("channels", stream.channels());
        stream.format().ifPresent(format -> properties.put("format", format.word()));
        addOptions(type, stream, properties);
        if (!properties.isEmpty()) {
            out.put(name, properties.build());
        }
    }

    private static void addOptions(Audio.Type type, Audio.Stream stream, JsonObject.Builder out) {
        switch (type) {
            case ALSA -> out.putText("dev", stream.option("dev"));
            case COREAUDIO, SDL -> number(stream.options(), "bufferCount", "buffer-count", out);
            case JACK -> {
                out.putText("server-name", stream.option("serverName"));
                out.putText("client-name", stream.option("clientName"));
                out.putText("connect-ports", stream.option("connectPorts"));
                flag(stream.options(), "exactName", "exact-name", out);
            }
            case OSS -> {
                out.putText("dev", stream.option("dev"));
                number(stream.options(), "bufferCount", "buffer-count", out);
                flag(stream.options(), "tryPoll", "try-poll", out);
            }
            case PULSEAUDIO -> {
                out.putText("name", stream.option("name"));
                out.putText("stream-name", stream.option("streamName"));
                number(stream.options(), "latency", "latency", out);
            }
            case NONE, SPICE, FILE, DBUS -> {}
        }
    }

    private static void number(
            List<Audio.Option> options, String name, String key, JsonObject.Builder out) {
        for (Audio.Option option : options) {
            if (option.name().equals(name)) {
                out.put(key, Long.parseLong(option.value()));
            }
        }
    }

    private static void flag(
            List<Audio.Option> options, String name, String key, JsonObject.Builder out) {
        for (Audio.Option option : options) {
            if (option.name().equals(name)) {
                out.put(key, option.value().equals("yes"));
            }
        }
    }

    static void addCards(DomainScope scope, Arguments out) {
        for (Sound sound : scope.definition().devices().of(Sound.class)) {
            addCard(scope, sound, out);
        }
    }

    private static void addCard(DomainScope scope, Sound sound, Arguments out) {
        if (sound.model() == Sound.Model.PCSPK) {
            out.add("-soundhw", "pcspk");
            return;
        }
        String alias = DomainScope.alias(sound);
        var card = JsonObject.builder().put("driver", driver(sound.model())).put("id", alias);
        boolean codecs = sound.model() == Sound.Model.ICH6 || sound.model() == Sound.Model.ICH9;
        if (!codecs) {
            putAudio(scope, sound, card);
        }
        DeviceAddresses.add(scope, sound.info(), card);
        out.device(card);
        if (codecs) {
            addCodecs(scope, sound, alias, out);
        }
    }

    private static void putAudio(DomainScope scope, Sound sound, JsonObject.Builder out) {
        out.putText("audiodev", idOf(scope, sound.audioId()));
    }

    private static String driver(Sound.Model model) {
        return switch (model) {
            case SB16 -> "sb16";
            case ES1370 -> "ES1370";
            case AC97 -> "AC97";
            case ICH6 -> "intel-hda";
            case ICH9 -> "ich9-intel-hda";
            case USB -> "usb-audio";
            case PCSPK -> "pcspk";
            case ICH7 -> "ich7";
        };
    }

    private static void addCodecs(DomainScope scope, Sound sound, String alias, Arguments out) {
        List<Sound.Codec> codecs =
                sound.codecs().isEmpty() ? List.of(Sound.Codec.DUPLEX) : sound.codecs();
        for (int i = 0; i < codecs.size(); i++) {
            var codec = JsonObject.builder().put("driver", "hda-" + codecs.get(i).word());
            codec.put("id", alias + "-codec" + i).put("bus", alias + ".0").put("cad", i);
            putAudio(scope, sound, codec);
            out.device(codec);
        }
    }
}
