package org.libvirt;

/// The library as a whole: its version and its event loop.
///
/// Listeners are called by the thread that is in [#runEventLoop()] or [#processEvent()], and only
/// after [#initEventLoop()] can there be any.
public final class Library {
    /// The release of libvirt whose API this is.
    static final long VERSION = 9_000_000;

    static final EventLoop EVENTS = new EventLoop();

    private Library() {}

    /// The version of libvirt's API, as major * 1,000,000 + minor * 1,000 + release
    /// (`virGetVersion`).
    public static long getVersion() throws LibvirtException {
        return VERSION;
    }

    /// Allows listeners, whose events the program will then fetch
    /// (`virEventRegisterDefaultImpl`).
    public static void initEventLoop() throws LibvirtException {
        EVENTS.initialise();
    }

    /// Waits for one event and calls its listener (`virEventRunDefaultImpl`). Returns without one
    /// when the loop is stopped; an interrupt does not end the waiting, as it does not in C.
    public static void processEvent() throws LibvirtException {
        EVENTS.runOnce();
    }

    /// Waits for events and calls their listeners until somebody calls [#stopEventLoop()].
    public static void runEventLoop() throws LibvirtException, InterruptedException {
        EVENTS.run();
    }

    /// Ends [#runEventLoop()].
    public static void stopEventLoop() throws LibvirtException {
        EVENTS.stop();
    }
}
