package dev.jvirt.rpc.client;

import java.util.List;

/// A result that came with descriptors.
///
/// @param reply the result of the call
/// @param descriptors in the order in which they were sent; they belong to the caller
public record DescriptorReply<R>(R reply, List<Integer> descriptors) {}
