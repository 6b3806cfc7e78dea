package org.libvirt;

/// Has nothing to do: errors reach the caller of a method without it. The class is there for
/// programs that name it.
public class ErrorHandler {}
