package dev.jvirt.qemu.block;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageAuthentication;
import dev.jvirt.documents.domain.StorageEncryption;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonNumber;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where QEMU finds an image in the network.
///
/// @param network the location
/// @param image the image that is there
/// @param names the names of the objects that the node refers to
record NetworkLocation(NetworkStorage network, StorageSource image, ObjectNames names) {
    private static final int GLUSTER_LOG_LEVEL = 4;

    JsonObject.Builder properties() {
        return switch (network.protocol()) {
            case NBD -> nbd();
            case RBD -> rbd();
            case SHEEPDOG -> sheepdog();
            case GLUSTER -> gluster();
            case ISCSI -> iscsi();
            case HTTP, HTTPS, FTP, FTPS, TFTP -> url();
            case SSH -> ssh();
            case VXHS -> vxhs();
            case NFS -> nfs();
        };
    }

    private JsonObject.Builder driver() {
        return JsonObject.builder().put("driver", network.protocol().word());
    }

    private String name() {
        return network.name().orElse("");
    }

    private NetworkStorage.Host onlyHost() {
        if (network.hosts().size() != 1) {
            throw new LibvirtException(
                    INTERNAL_ERROR,
                    "protocol '%s' accepts only one host".formatted(network.protocol().word()));
        }
        return network.hosts().getFirst();
    }

    private int port(NetworkStorage.Host host) {
        return host.port() == 0 ? network.protocol().port() : host.port();
    }

    private JsonObject place(NetworkStorage.Host host) {
        return JsonObject.builder()
                .put("host", host.name().orElse(""))
                .put("port", Integer.toString(port(host)))
                .build();
    }

    private JsonObject socket(NetworkStorage.Host host) {
        return switch (host.transport()) {
            case TCP -> JsonObject.builder().put("type", "inet").putAll(place(host)).build();
            case UNIX ->
                    JsonObject.builder()
                            .put("type", "unix")
                            .put("path", host.socket().orElse(""))
                            .build();
            case RDMA ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "transport protocol '%s' is not yet supported"
                                    .formatted(host.transport().word()));
        };
    }

    private JsonObject.Builder nbd() {
        var out = driver().put("server", socket(onlyHost()));
        out.putText("export", network.name());
        if (network.tls().enabled().orElse(false)) {
            out.put("tls-creds", names.tls());
            out.putText("tls-hostname", network.tls().hostname());
        }
        return out;
    }

    private JsonObject.Builder rbd() {
        var out = driver().put("pool", network.volume().orElse(""));
        String path = name();
        int slash = path.indexOf('/');
        if (slash > 0) {
            out.put("namespace", path.substring(0, slash));
        }
        out.put("image", path.substring(slash + 1));
        out.putText("snapshot", network.details().snapshot());
        out.putText("conf", network.details().configFile());
        encryption().ifPresent(encrypt -> out.put("encrypt", encrypt));
        if (!network.hosts().isEmpty()) {
            var hosts = new ArrayList<JsonValue>();
            for (NetworkStorage.Host host : network.hosts()) {
                hosts.add(place(host));
            }
            out.put("server", new JsonArray(hosts));
        }
        image.access()
                .authentication()
                .ifPresent(
                        auth -> {
                            out.put("user", auth.username());
                            out.put(
                                    "auth-client-required",
                                    JsonArray.ofStrings(List.of("cephx", "none")));
                            out.put("key-secret", names.authentication());
                        });
        return out;
    }

    /// The library that speaks with the servers can decrypt too.
    private Optional<JsonObject> encryption() {
        return image.access()
                .encryption()
                .filter(e -> e.engine().filter(ImageNodes::isLibrbd).isPresent())
                .map(
                        e ->
                                JsonObject.builder()
                                        .put("format", librbdFormat(e.format()))
                                        .put("key-secret", names.encryption())
                                        .build());
    }

    private static String librbdFormat(StorageEncryption.Format format) {
        return switch (format) {
            case LUKS -> "luks";
            case LUKS2 -> "luks2";
            case LUKS_ANY -> "luks-any";
            case DEFAULT, QCOW ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "encryption format '%s' is not supported by librbd"
                                    .formatted(format.word()));
        };
    }

    private JsonObject.Builder sheepdog() {
        return driver().put("server", socket(onlyHost())).put("vdi", name());
    }

    private JsonObject.Builder gluster() {
        var out = driver().put("volume", network.volume().orElse("")).put("path", name());
        var servers = new ArrayList<JsonValue>();
        for (NetworkStorage.Host host : network.hosts()) {
            servers.add(socket(host));
        }
        return out.put("server", new JsonArray(servers)).put("debug", GLUSTER_LOG_LEVEL);
    }

    /// The name is the target, perhaps with the number of a unit behind it.
    private JsonObject.Builder iscsi() {
        String target = name();
        long unit = 0;
        int slash = target.indexOf('/');
        if (slash >= 0) {
            unit = unit(target.substring(slash + 1));
            target = target.substring(0, slash);
        }
        var host = onlyHost();
        String address = host.name().orElse("");
        String portal = address.contains(":") ? '[' + address + ']' : address;
        var out = driver().put("portal", portal + ':' + port(host)).put("target", target);
        out.put("lun", unit).put("transport", "tcp");
        addLogin("user", out);
        return out.putText("initiator-name", network.details().initiator());
    }

    private static long unit(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new LibvirtException(
                    INTERNAL_ERROR, "failed to parse target for lunID '%s'".formatted(text), e);
        }
    }

    private void addLogin(String userKey, JsonObject.Builder out) {
        Optional<StorageAuthentication> login = image.access().authentication();
        login.ifPresent(
                auth ->
                        out.put(userKey, auth.username())
                                .put("password-secret", names.authentication()));
    }

    private JsonObject.Builder url() {
        var details = network.details();
        var host = onlyHost();
        String path = name().startsWith("/") ? name() : '/' + name();
        String address = host.name().orElse("");
        String url =
                "%s://%s:%d%s%s"
                        .formatted(
                                network.protocol().word(),
                                address.contains(":") ? '[' + address + ']' : address,
                                port(host),
                                path,
                                network.query().map(q -> '?' + q).orElse(""));
        var out = driver().put("url", url);
        addLogin("username", out);
        out.putBoolean("sslverify", details.sslVerify());
        if (!details.cookies().isEmpty()) {
            out.put("cookie-secret", names.cookies());
        }
        putPositive("readahead", details.readahead(), out);
        putPositive("timeout", details.timeout(), out);
        return out;
    }

    private static void putPositive(String key, OptionalLong value, JsonObject.Builder out) {
        value.ifPresent(number -> out.put(key, JsonNumber.ofUnsigned(number)));
    }

    private JsonObject.Builder ssh() {
        var out = driver().put("path", name());
        out.put("server", place(onlyHost()));
        image.access().authentication().ifPresent(auth -> out.put("user", auth.username()));
        return out;
    }

    private JsonObject.Builder vxhs() {
        var out = driver();
        if (network.tls().enabled().orElse(false)) {
            out.put("tls-creds", names.tls());
        }
        return out.put("vdisk-id", name()).put("server", place(onlyHost()));
    }

    private JsonObject.Builder nfs() {
        var server = JsonObject.builder().put("host", onlyHost().name().orElse(""));
        var out = driver().put("server", server.put("type", "inet").build());
        out.put("path", name());
        network.details()
                .identity()
                .ifPresent(
                        identity -> {
                            identity.user().ifPresent(user -> out.put("user", number(user)));
                            identity.group().ifPresent(group -> out.put("group", number(group)));
                        });
        return out;
    }

    /// Names of users have become numbers before; a plus sign marks what must be a number.
    private static JsonValue number(String id) {
        String digits = id.startsWith("+") ? id.substring(1) : id;
        return digits.chars().allMatch(Character::isDigit)
                ? new JsonNumber(digits)
                : new JsonString(digits);
    }
}
