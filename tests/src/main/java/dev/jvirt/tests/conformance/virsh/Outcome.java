package dev.jvirt.tests.conformance.virsh;

/// What a program printed, and how it ended.
///
/// @param merged both streams in the order in which they were written
record Outcome(int status, String out, String err, String merged) {}
