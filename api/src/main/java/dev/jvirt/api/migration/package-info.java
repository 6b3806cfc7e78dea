/// How a client leads a domain from one host to another.
///
/// Read [LedMigration] first: it asks both sides what they can do, and chooses a protocol.
/// [FirstProtocol], [SecondProtocol] and [ThirdProtocol] have the steps in order, and what is done
/// when one fails; [UnledMigration] is the single step when the source leads by itself. Arguments
/// were checked before; nothing here knows a connection.
@NullMarked
package dev.jvirt.api.migration;

import org.jspecify.annotations.NullMarked;
