package dev.jvirt.virsh.device;

import dev.jvirt.api.Secret;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretLifecycleType;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.EventCommand;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `secret-event`.
record SecretEvents(Hypervisor hypervisor) {
    Command event() {
        return new EventCommand(hypervisor, List.of("lifecycle", "value-changed"))
                .of(
                        "secret-event",
                        "wait for events of secrets",
                        Option.string("secret", "only of the secret of this UUID")
                                .completedBy(new NamedSecrets(hypervisor).uuids()),
                        this::subscribe);
    }

    private Subscription subscribe(int kind, Words words, Consumer<String> printer) {
        Optional<Secret> secret =
                words.has("secret")
                        ? Optional.of(new NamedSecrets(hypervisor).find(words))
                        : Optional.empty();
        Class<? extends SecretEvent> type =
                kind == 0 ? SecretEvent.Lifecycle.class : SecretEvent.ValueChanged.class;
        return hypervisor
                .connection()
                .events()
                .onSecret(type, secret, event -> printer.accept(text(event)));
    }

    private static String text(SecretEvent event) {
        String uuid = event.secret().uuid().toString();
        return switch (event) {
            case SecretEvent.Lifecycle lifecycle ->
                    "event 'lifecycle' for secret " + uuid + ": " + text(lifecycle.type());
            case SecretEvent.ValueChanged _ -> "event 'value-changed' for secret " + uuid;
        };
    }

    private static String text(SecretLifecycleType type) {
        return switch (type) {
            case DEFINED -> "Defined";
            case UNDEFINED -> "Undefined";
            case UNKNOWN -> "unknown";
        };
    }
}
