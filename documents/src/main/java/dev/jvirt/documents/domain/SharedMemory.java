package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<shmem>`: memory that several guests share.
///
/// @param size in bytes
/// @param server socket of the ivshmem server; present without path if a driver chooses it
public record SharedMemory(
        String name,
        Optional<Role> role,
        Model model,
        OptionalLong size,
        Optional<Server> server,
        Optional<Msi> msi,
        DeviceInfo info)
        implements GuestDevice {
    /// The device.
    public enum Model implements Word {
        IVSHMEM,
        IVSHMEM_PLAIN,
        IVSHMEM_DOORBELL
    }

    /// Whether the memory moves with the guest.
    public enum Role implements Word {
        MASTER,
        PEER
    }

    /// `<server>`.
    public record Server(Optional<String> path) {}

    /// `<msi>`.
    public record Msi(OptionalInt vectors, Optional<Boolean> ioEventFd) {}

    @Override
    public SharedMemory withInfo(DeviceInfo value) {
        return new SharedMemory(name, role, model, size, server, msi, value);
    }

    /// The same with another size.
    public SharedMemory withSize(OptionalLong value) {
        return new SharedMemory(name, role, model, value, server, msi, info);
    }

    /// The same with another server.
    public SharedMemory withServer(Optional<Server> value) {
        return new SharedMemory(name, role, model, size, value, msi, info);
    }

    /// The same with other interrupts.
    public SharedMemory withMsi(Optional<Msi> value) {
        return new SharedMemory(name, role, model, size, server, value, info);
    }

    static SharedMemory parse(Element element, ParseFlags flags) {
        var model =
                element.child("model")
                        .flatMap(m -> m.choice("type", Model.class))
                        .orElse(Model.IVSHMEM);
        String name =
                element.attribute("name")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "shmem element must contain 'name' attribute"));
        var server = element.child("server");
        var msi = element.child("msi");
        if (msi.isPresent() && server.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "msi option is only supported with a server");
        }
        return new SharedMemory(
                name,
                model == Model.IVSHMEM ? Optional.empty() : element.choice("role", Role.class),
                model,
                Scaled.child(element, "size", 1).positive(),
                server.map(s -> new Server(s.attribute("path").map(Paths::sanitize))),
                msi.map(m -> new Msi(zeroless(m.unsigned("vectors", 0)), m.onOff("ioeventfd"))),
                DeviceInfo.parse(element, flags));
    }

    private static OptionalInt zeroless(OptionalInt number) {
        return number.orElse(0) == 0 ? OptionalInt.empty() : number;
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("shmem").attribute("name", name).word("role", role);
        out.start("model").attribute("type", model).end();
        size.ifPresent(s -> out.size("size", "M", s >> 20));
        server.ifPresent(s -> out.start("server").attribute("path", s.path()).end());
        msi.ifPresent(
                m ->
                        out.start("msi")
                                .attribute("vectors", m.vectors())
                                .onOff("ioeventfd", m.ioEventFd())
                                .end());
        info.format(out);
        out.end();
    }
}
