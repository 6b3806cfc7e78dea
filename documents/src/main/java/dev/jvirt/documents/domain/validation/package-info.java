/// Checks what the elements of a domain definition say together, for every driver.
///
/// [DomainValidation] is the entrance; it checks each device and then the whole, in libvirt's
/// order, so that of several mistakes the same one is reported. What only a driver forbids is
/// checked by a [DriverValidation].
@NullMarked
package dev.jvirt.documents.domain.validation;

import org.jspecify.annotations.NullMarked;
