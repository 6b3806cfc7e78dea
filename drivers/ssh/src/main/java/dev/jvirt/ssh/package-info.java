/// Ssh inside the client, by Apache MINA SSHD: what the transports libssh and libssh2 need.
///
/// [MinaDialer] is what the remote driver finds. It reads the
/// [SshRequest][dev.jvirt.remote.SshRequest] as an [SshPlan], connects, has [HostKeys] judge the
/// server's key and [Login] prove who the user is, and hands over the far program's input and
/// output as an [SshTransport]. The library works on threads of its own, yet whoever opened the
/// connection is asked on the thread that opens it: [Desk] carries the questions over. The two
/// libraries of the names speak to users in two ways; [Dialect] knows both.
@NullMarked
package dev.jvirt.ssh;

import org.jspecify.annotations.NullMarked;
