package dev.jvirt.documents.domain;

/// What is taken from a document.
///
/// @param inactive drop what exists only while the domain runs
/// @param status read also what only the status file has
/// @param userAliases keep aliases that begin with `ua-` even if inactive
public record ParseFlags(boolean inactive, boolean status, boolean userAliases) {
    /// A persistent definition.
    public static final ParseFlags INACTIVE = new ParseFlags(true, false, true);

    /// A live definition.
    public static final ParseFlags LIVE = new ParseFlags(false, false, true);

    /// A definition in the status file.
    public static final ParseFlags STATUS = new ParseFlags(false, true, true);
}
