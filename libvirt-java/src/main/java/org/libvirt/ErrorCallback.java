package org.libvirt;

/// Was called by the C library with each error. Its method, and the methods that take one, need
/// types of JNA and are left out: every error reaches the caller of the method that failed.
public class ErrorCallback {}
