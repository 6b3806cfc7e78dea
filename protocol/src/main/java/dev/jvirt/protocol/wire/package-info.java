/// The vocabulary of wire definitions: a message is a record, its components in wire order.
///
/// ```java
/// @Wire(Program.REMOTE) public interface DomainCalls {
///     /// virDomainCreateXML
///     @Procedure(number = 10, acl = {"domain:write", "domain:start"})
///     record DomainCreateXml(String xmlDesc, int flags) {
///         public record Reply(RemoteDomain domain) {}
///     }
/// }
/// ```
///
/// What a component may be: `int` (also libvirt's unsigned and enum words), `long`, `double`,
/// `byte`, `short`, [String], [java.util.UUID], [Opaque], a record or sealed interface with
/// [Struct], and of these `Optional<T>` and a [Max] `List<T>`. From each record the build derives a
/// codec, from each interface the client's stub (`DomainCallsClient`), the server's handler
/// interface (`DomainCallsHandler`) and the switch between numbers and methods
/// (`DomainCallsDispatch`); events have a sender in place of the stub.
@NullMarked
package dev.jvirt.protocol.wire;

import org.jspecify.annotations.NullMarked;
