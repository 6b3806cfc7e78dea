package dev.jvirt.rpc;

/// Who is at the other end of a unix socket, as the kernel says.
///
/// @param pid the process that connected
/// @param uid its user
/// @param gid its group
public record PeerCredentials(int pid, int uid, int gid) {}
