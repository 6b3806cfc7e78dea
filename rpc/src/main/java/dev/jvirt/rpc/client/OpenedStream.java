package dev.jvirt.rpc.client;

/// What a call that opens a stream gives.
///
/// @param stream the stream
/// @param reply the result of the call
public record OpenedStream<R>(ClientStream stream, R reply) {}
