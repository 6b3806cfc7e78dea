/// The definition of a network.
///
/// [NetworkDefinition] is the root, with one record for each element; parsing and formatting of an
/// element stand together. Parsing fills in what libvirt fills in, and refuses what cannot be a
/// network whatever runs it. Addresses are numbers ([InternetAddress]), written in one way only.
@NullMarked
package dev.jvirt.documents.network;

import org.jspecify.annotations.NullMarked;
