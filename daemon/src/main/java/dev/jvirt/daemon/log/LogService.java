package dev.jvirt.daemon.log;

/// Gives [System#getLogger] the daemon's log.
public final class LogService extends System.LoggerFinder {

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new LogSource(name);
    }
}
