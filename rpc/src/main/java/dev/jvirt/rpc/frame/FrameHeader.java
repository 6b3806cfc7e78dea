package dev.jvirt.rpc.frame;

/// What stands before every payload, in wire order (`virNetMessageHeader`).
///
/// @param program which program the message belongs to
/// @param version the program's version
/// @param procedure which call or event
/// @param type one of [MessageType], or anything else a peer makes up
/// @param serial which call a reply answers
/// @param status one of [MessageStatus], or anything else a peer makes up
public record FrameHeader(
        int program, int version, int procedure, int type, int serial, int status) {

    /// The header of a message that belongs to the same call.
    public FrameHeader with(int otherType, int otherStatus) {
        return new FrameHeader(program, version, procedure, otherType, serial, otherStatus);
    }

    /// Whether both belong to the same call.
    public boolean isSameCall(FrameHeader other) {
        return serial == other.serial
                && program == other.program
                && version == other.version
                && procedure == other.procedure;
    }
}
