package dev.jvirt.api.network;

/// A change of one part of a network.
///
/// @param command libvirt's number of a [NetworkUpdateCommand]; kept as it came so that drivers can
/// refuse unknown ones
/// @param section libvirt's number of a [NetworkUpdateSection]; kept likewise
/// @param parentIndex which of several elements holds the part, from 0 on, for example which
/// `<ip>`; -1 if there is only one or any will do
/// @param xml the element of the part
public record NetworkChange(int command, int section, int parentIndex, String xml) {

    /// A change by name.
    public static NetworkChange of(
            NetworkUpdateCommand command,
            NetworkUpdateSection section,
            int parentIndex,
            String xml) {
        return new NetworkChange(command.code(), section.code(), parentIndex, xml);
    }
}
