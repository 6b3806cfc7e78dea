/// The driver table: what drivers are asked ([ConnectDriver], [DomainDriver], ...) and how one is
/// found ([DriverTable]).
///
/// A connection is opened by walking the table: each driver answers with a [DriverSession],
/// declines, or throws an error that ends the search. Drivers that keep state in the daemon are
/// [StateDriver]s besides.
@NullMarked
package dev.jvirt.api.driver;

import org.jspecify.annotations.NullMarked;
