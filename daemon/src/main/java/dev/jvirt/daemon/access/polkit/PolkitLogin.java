package dev.jvirt.daemon.access.polkit;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.ClientIdentity;
import java.util.Map;
import java.util.OptionalLong;

/// The login of clients of unix sockets: polkit knows their processes, and asks for passwords.
public final class PolkitLogin {
    static final String MANAGE = "org.libvirt.unix.manage";
    static final String MONITOR = "org.libvirt.unix.monitor";

    private final PolkitAuthority authority;

    public PolkitLogin(PolkitAuthority authority) {
        this.authority = authority;
    }

    /// Lets a client in.
    ///
    /// @param readOnly whether it may only look
    /// @throws LibvirtException if it may not come in
    public void require(ClientIdentity client, boolean readOnly) {
        OptionalLong process = client.processId();
        OptionalLong started = client.processTime();
        OptionalLong user = client.userId();
        if (process.isEmpty() || started.isEmpty() || user.isEmpty()) {
            throw new LibvirtException(
                    ErrorDomain.RPC, ErrorCode.AUTH_FAILED, "authentication failed");
        }
        authority.check(
                new PolkitSubject(process.getAsLong(), started.getAsLong(), user.getAsLong()),
                readOnly ? MONITOR : MANAGE,
                Map.of(),
                true);
    }
}
