package dev.jvirt.qemu.command;

/// Where the files of one domain are.
///
/// @param shortName the domain's number and the beginning of its name: `3-web`
/// @param lib its private folder: home of QEMU, master key, sockets
/// @param channels the folder of its channels' sockets
/// @param memory the folder in which its memory of the source `file` is kept
/// @param firmwareVariables the file for the variables of its firmware
/// @param tpmSocket where its software TPM listens
/// @param dbusSocket where its D-Bus listens
public record DomainFolders(
        String shortName,
        String lib,
        String channels,
        String memory,
        String firmwareVariables,
        String tpmSocket,
        String dbusSocket) {
    /// The file with the key to all secrets that QEMU is given.
    public String masterKey() {
        return lib + "/master-key.aes";
    }

    /// The folder of the domain below a mount of huge pages.
    public String hugePages(String mount) {
        return "%s/libvirt/qemu/%s".formatted(mount, shortName);
    }
}
