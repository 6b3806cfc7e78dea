package dev.jvirt.protocol.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component whose value nobody but the two ends may see: recordings hide it.
///
/// What it has of structure stays, so that the message can be decoded: counts, lengths and which
/// optional parts are there. Every value in it is hidden.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Secret {}
