package dev.jvirt.tests.conformance.qemu.argv;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.SecretReference;
import dev.jvirt.documents.domain.StorageAuthentication;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.qemu.block.PoolVolume;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.tests.conformance.Corpus;
import java.util.List;
import java.util.Optional;

/// The storage pools of the host that the corpus assumes.
final class CorpusPools {
    private CorpusPools() {}

    static PoolVolume volume(
            JsonObject environment, Corpus corpus, StorageLocation.Volume.Reference volume) {
        var pools = environment.object("storagePools").orElseThrow();
        if (pools.string("inactivePoolName").filter(volume.pool()::equals).isPresent()) {
            throw new LibvirtException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "storage pool '%s' containing volume '%s' is not active"
                            .formatted(volume.pool(), volume.volume()));
        }
        int plus = volume.volume().indexOf('+');
        String type = plus < 0 ? "block" : volume.volume().substring(0, plus);
        String path = "/some/%s/device/%s".formatted(type, volume.volume().substring(plus + 1));
        var source = pool(pools, corpus, volume.pool());
        return new PoolVolume(
                source.required("type"),
                type,
                path,
                hosts(source),
                source.descend("source", "device").flatMap(d -> d.attribute("path")),
                source.descend("source", "auth").map(CorpusPools::authentication));
    }

    private static Element pool(JsonObject pools, Corpus corpus, String name) {
        List<String> files = pools.array("definitions").map(JsonArray::strings).orElseThrow();
        for (String file : files) {
            if (file.endsWith('/' + name + ".xml")) {
                return XmlParser.parse(corpus.read(file), "(storage_pool_definition)");
            }
        }
        throw new LibvirtException(
                ErrorCode.NO_STORAGE_POOL,
                "no storage pool with matching name '%s'".formatted(name));
    }

    private static List<NetworkStorage.Host> hosts(Element pool) {
        return pool.child("source").map(s -> s.children("host")).orElse(List.of()).stream()
                .map(
                        host ->
                                new NetworkStorage.Host(
                                        host.attribute("name"),
                                        host.unsigned("port").orElse(0),
                                        NetworkStorage.Transport.TCP,
                                        Optional.empty()))
                .toList();
    }

    private static StorageAuthentication authentication(Element auth) {
        var secret = auth.child("secret");
        return new StorageAuthentication(
                auth.required("username"),
                auth.choice("type", StorageAuthentication.Type.class),
                new SecretReference(
                        Optional.of("iscsi"),
                        secret.flatMap(s -> s.attribute("uuid")).flatMap(Uuids::parse),
                        secret.flatMap(s -> s.attribute("usage"))));
    }
}
