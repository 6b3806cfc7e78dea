package dev.jvirt.documents.domain;

/// For whom a document is written.
///
/// @param secure with passwords
/// @param inactive without what exists only while the domain runs
/// @param migratable as an older libvirt on another host can read it
/// @param status for the run-time status file, which keeps more than anyone is shown
public record FormatFlags(boolean secure, boolean inactive, boolean migratable, boolean status) {
    /// The live document without secrets.
    public static final FormatFlags LIVE = new FormatFlags(false, false, false, false);

    /// The persistent document without secrets.
    public static final FormatFlags INACTIVE = new FormatFlags(false, true, false, false);

    /// The persistent document with secrets, as it is kept on disk.
    public static final FormatFlags CONFIG = new FormatFlags(true, true, false, false);

    /// The live document with all there is, for the status file.
    public static final FormatFlags STATUS = new FormatFlags(true, false, false, true);

    FormatFlags asInactive() {
        return new FormatFlags(secure, true, migratable, status);
    }
}
