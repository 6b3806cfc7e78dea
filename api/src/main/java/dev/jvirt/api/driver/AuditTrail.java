package dev.jvirt.api.driver;

/// Where drivers note what auditors may ask for later: which guest ran when, with which resources.
@FunctionalInterface
public interface AuditTrail {
    /// Nobody will ask.
    AuditTrail NONE = (kind, success, text) -> {};

    /// What a record is about.
    enum Kind {
        /// A guest starts or stops.
        CONTROL,
        /// A guest gets or loses something.
        RESOURCE,
        /// By which labels the host knows a guest.
        MACHINE_ID
    }

    /// Adds a record. What cannot be added is lost: a guest does not wait for it.
    ///
    /// @param success whether that worked which it tells
    /// @param text fields and values as the audit daemon of Linux reads them
    void add(Kind kind, boolean success, String text);
}
