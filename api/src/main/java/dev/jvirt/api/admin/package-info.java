/// The administration of a daemon (libvirt's admin API): its servers, their clients and limits, and
/// what it logs.
///
/// ```java
/// try (var admin = AdminConnection.open("libvirtd:///system")) {
///     for (AdminClient client : admin.server("libvirtd").clients()) {
///         System.out.println(client.id() + " since " + client.connectedSince());
///     }
/// }
/// ```
@NullMarked
package dev.jvirt.api.admin;

import org.jspecify.annotations.NullMarked;
