package dev.jvirt.qemu.completion;

import dev.jvirt.qemu.validation.HostLimits;
import java.util.Optional;

/// Those settings of the driver that change what a definition says.
///
/// @param libraryFolder where the driver keeps sockets and other files of running domains
/// @param channelFolder where the sockets of channels are made
/// @param nvramFolder where firmware variables are kept
/// @param securityModel the security driver of a label that names none
/// @param hostAudio which guests may use the audio of the host
/// @param limits what is refused on this host
public record DefinitionSettings(
        String libraryFolder,
        String channelFolder,
        String nvramFolder,
        String securityModel,
        HostAudio hostAudio,
        HostLimits limits) {
    /// Which guests may use the audio of the host, and what the environment says about it.
    ///
    /// @param withVnc whether guests with a VNC display may
    /// @param withoutGraphics whether guests without a display may
    /// @param qemuDriver value of `QEMU_AUDIO_DRV`
    /// @param sdlDriver value of `SDL_AUDIODRIVER`
    public record HostAudio(
            boolean withVnc,
            boolean withoutGraphics,
            Optional<String> qemuDriver,
            Optional<String> sdlDriver) {
        /// None may.
        public static final HostAudio NONE =
                new HostAudio(false, false, Optional.empty(), Optional.empty());
    }

    /// The defaults of a system daemon whose state is in that folder.
    ///
    /// @param state such as `/var/lib/libvirt/qemu`
    public static DefinitionSettings of(String state) {
        return new DefinitionSettings(
                state,
                state + "/channel/target",
                state + "/nvram",
                "none",
                HostAudio.NONE,
                HostLimits.DEFAULT);
    }

    /// The same with another folder for firmware variables.
    public DefinitionSettings withNvramFolder(String value) {
        return new DefinitionSettings(
                libraryFolder, channelFolder, value, securityModel, hostAudio, limits);
    }

    /// The same with other rules about audio.
    public DefinitionSettings withHostAudio(HostAudio value) {
        return new DefinitionSettings(
                libraryFolder, channelFolder, nvramFolder, securityModel, value, limits);
    }

    /// The same with other limits.
    public DefinitionSettings withLimits(HostLimits value) {
        return new DefinitionSettings(
                libraryFolder, channelFolder, nvramFolder, securityModel, hostAudio, value);
    }
}
