package dev.jvirt.protocol.wire;

import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a record as the arguments of a call; its nested record `Reply` is the result. Without
/// components, or without `Reply`, nothing travels that way.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Procedure {
    /// The number in the header of its messages.
    int number();

    /// The permissions that the access manager is asked for, as `object:permission`; a third part
    /// restricts one to flags (`A|B`: all are set, `!A|B`: none is).
    String[] acl() default {};

    /// The permission by which the objects of a list, or of an event subscription, are filtered.
    String filter() default "";

    /// Whether libvirt keeps threads free for it. HIGH never waits for a guest.
    Priority priority() default Priority.LOW;

    /// Where our server runs it: ON_READER only if it never waits.
    Execution runs() default Execution.ON_THREAD;

    /// Whether it is answered before the client has authenticated.
    boolean exempt() default false;

    /// The stream that it opens, `read@N` (server to client) or `write@N`: N is its place among the
    /// arguments of the C function.
    String stream() default "";

    /// The flag that allows holes in the stream.
    String sparse() default "";

    /// The descriptors that travel beside the message: `c2s`, `s2c` or `both`, and how many.
    String descriptors() default "";
}
