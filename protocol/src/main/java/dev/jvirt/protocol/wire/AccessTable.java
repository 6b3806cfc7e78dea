package dev.jvirt.protocol.wire;

import dev.jvirt.rpc.xdr.XdrReader;
import java.util.List;

/// What the access manager is asked about the calls of one interface.
public interface AccessTable {
    /// The permissions that a call needs, as [Procedure#acl] says; none if no call has the number.
    List<String> acl(int number);

    /// The permission by which the result of a call is filtered, as [Procedure#filter] says.
    String filter(int number);

    /// Reads the arguments of a call.
    AccessedCall read(int number, XdrReader args);
}
