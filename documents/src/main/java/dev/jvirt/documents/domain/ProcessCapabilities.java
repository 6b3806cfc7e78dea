package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `<capabilities>`: which privileges of the host's kernel a container keeps.
public record ProcessCapabilities(Optional<Policy> policy, Map<Name, Boolean> switches) {
    /// What becomes of capabilities that are not mentioned.
    public enum Policy implements Word {
        ALLOW,
        DENY
    }

    /// The kernel's capabilities.
    public enum Name implements Word {
        AUDIT_CONTROL,
        AUDIT_WRITE,
        BLOCK_SUSPEND,
        CHOWN,
        DAC_OVERRIDE,
        DAC_READ_SEARCH,
        FOWNER,
        FSETID,
        IPC_LOCK,
        IPC_OWNER,
        KILL,
        LEASE,
        LINUX_IMMUTABLE,
        MAC_ADMIN,
        MAC_OVERRIDE,
        MKNOD,
        NET_ADMIN,
        NET_BIND_SERVICE,
        NET_BROADCAST,
        NET_RAW,
        SETGID,
        SETFCAP,
        SETPCAP,
        SETUID,
        SYS_ADMIN,
        SYS_BOOT,
        SYS_CHROOT,
        SYS_MODULE,
        SYS_NICE,
        SYS_PACCT,
        SYS_PTRACE,
        SYS_RAWIO,
        SYS_RESOURCE,
        SYS_TIME,
        SYS_TTY_CONFIG,
        SYSLOG,
        WAKE_ALARM;

        @Override
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Capabilities with their own copy.
    public ProcessCapabilities {
        var copy = new EnumMap<Name, Boolean>(Name.class);
        copy.putAll(switches);
        switches = Collections.unmodifiableMap(copy);
    }

    static ProcessCapabilities parse(Element element) {
        var switches = new EnumMap<Name, Boolean>(Name.class);
        for (Element child : element.children()) {
            var name =
                    Word.find(Name.class, child.name())
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    CONFIG_UNSUPPORTED,
                                                    "unexpected capability feature '%s'"
                                                            .formatted(child.name())));
            switches.put(name, child.onOff("state").orElse(true));
        }
        return new ProcessCapabilities(element.choice("policy", Policy.class, "default"), switches);
    }

    void format(XmlWriter out) {
        if (policy.isEmpty() && switches.isEmpty()) {
            return;
        }
        out.start("capabilities").attribute("policy", policy.map(Word::word).orElse("default"));
        for (var entry : switches.entrySet()) {
            out.start(entry.getKey().word())
                    .attribute("state", entry.getValue() ? "on" : "off")
                    .end();
        }
        out.end();
    }
}
