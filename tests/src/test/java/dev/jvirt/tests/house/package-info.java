/// The rules of the house, checked: what may use what, how code looks, and that our numbers are
/// libvirt's.
///
/// [Rooms] reads the table of `ARCHITECTURE.md`, [Sources] the files of the repository.
@NullMarked
package dev.jvirt.tests.house;

import org.jspecify.annotations.NullMarked;
