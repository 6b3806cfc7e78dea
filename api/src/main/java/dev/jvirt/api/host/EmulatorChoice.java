package dev.jvirt.api.host;

import java.util.Optional;

/// For which guests something is asked; what is left out, the hypervisor chooses.
///
/// @param emulator the path of the emulator
/// @param architecture for example `x86_64`
/// @param machine for example `q35`
/// @param virtType for example `kvm`
public record EmulatorChoice(
        Optional<String> emulator,
        Optional<String> architecture,
        Optional<String> machine,
        Optional<String> virtType) {
    /// All is left to the hypervisor.
    public static EmulatorChoice any() {
        return new EmulatorChoice(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
