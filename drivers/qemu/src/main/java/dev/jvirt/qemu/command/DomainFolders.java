package dev.jvirt.qemu.command;

/// Where the files of one domain are.
///
/// @param lib its private folder: home of QEMU, master key, sockets
/// @param channels the folder of its channels' sockets
/// @param memory the folder in which memory of the source `file` is kept
/// @param dbus the folder of D-Bus sockets
public record DomainFolders(String lib, String channels, String memory, String dbus) {
    /// The file with the key to all secrets that QEMU is given.
    public String masterKey() {
        return lib + "/master-key.aes";
    }
}
