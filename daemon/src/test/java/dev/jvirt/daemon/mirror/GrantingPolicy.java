package dev.jvirt.daemon.mirror;

import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.daemon.access.Permission;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Grants what the test says, and notes what it was asked.
final class GrantingPolicy implements AccessPolicy {
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile Set<Permission> granted = Set.of();

    /// A question and who it was about.
    record Question(ClientIdentity client, AccessObject object, Permission permission) {}

    /// Grants these permissions from now on, and no other.
    void grant(Set<Permission> permissions) {
        granted = Set.copyOf(permissions);
        questions.clear();
    }

    /// What was asked since.
    List<Question> questions() {
        return questions;
    }

    @Override
    public boolean allows(ClientIdentity client, AccessObject object, Permission permission) {
        questions.add(new Question(client, object, permission));
        return granted.contains(permission);
    }
}
