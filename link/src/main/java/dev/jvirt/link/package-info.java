/// What is done to the product's classes between compiling and linking.
///
/// [LinkTypes] is the program: it opens the jars of the product as [ModuleJars] and has
/// [TypeSwitches] rewrite their classes.
@NullMarked
package dev.jvirt.link;

import org.jspecify.annotations.NullMarked;
