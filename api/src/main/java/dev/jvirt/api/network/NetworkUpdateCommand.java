package dev.jvirt.api.network;

/// What to do with a part of a network (`virNetworkUpdateCommand`).
public enum NetworkUpdateCommand {
    /// `VIR_NETWORK_UPDATE_COMMAND_NONE` (0), since 0.10.2.
    NONE(0),
    /// `VIR_NETWORK_UPDATE_COMMAND_MODIFY` (1), since 0.10.2.
    MODIFY(1),
    /// `VIR_NETWORK_UPDATE_COMMAND_DELETE` (2), since 0.10.2.
    DELETE(2),
    /// `VIR_NETWORK_UPDATE_COMMAND_ADD_LAST` (3), since 0.10.2.
    ADD_LAST(3),
    /// `VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST` (4), since 0.10.2.
    ADD_FIRST(4);

    private final int code;

    NetworkUpdateCommand(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#NONE] if a newer peer sends one that is not
    /// known here.
    public static NetworkUpdateCommand of(int code) {
        for (NetworkUpdateCommand value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return NONE;
    }
}
