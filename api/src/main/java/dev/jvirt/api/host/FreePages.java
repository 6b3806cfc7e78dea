package dev.jvirt.api.host;

/// How many pages of one size are free in one place.
///
/// @param cell the NUMA node, -1 for the host as a whole
/// @param size of a page, in KiB
/// @param count without sign
public record FreePages(int cell, int size, long count) {}
