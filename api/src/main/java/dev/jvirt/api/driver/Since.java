package dev.jvirt.api.driver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The release of libvirt in which an operation appeared (in the driver table) or a driver began to
/// support it (on the driver's method).
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Since {
    /// The release, for example `0.9.13`.
    String value();
}
