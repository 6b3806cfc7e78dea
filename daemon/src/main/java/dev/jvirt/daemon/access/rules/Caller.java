package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.host.Users;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Whom rules speak of: all names that one client goes by.
///
/// @param users the name and the number of its user
/// @param groups the names and the numbers of all groups of its user
/// @param saslUser the name that it logged in with
/// @param certificate the distinguished name in its certificate
public record Caller(
        Set<String> users,
        Set<String> groups,
        Optional<String> saslUser,
        Optional<String> certificate) {

    public Caller {
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
    }

    /// A client, with what the system's databases say of its user.
    ///
    /// @throws IOException if they cannot be asked
    static Caller of(ClientIdentity client) throws IOException {
        var users = new LinkedHashSet<String>();
        var groups = new LinkedHashSet<String>();
        client.userName().ifPresent(users::add);
        client.groupName().ifPresent(groups::add);
        OptionalLong user = client.userId();
        OptionalLong group = client.groupId();
        if (user.isPresent()) {
            addUser((int) user.getAsLong(), users);
        }
        if (group.isPresent()) {
            addGroup((int) group.getAsLong(), groups);
        }
        if (user.isPresent() && group.isPresent()) {
            for (int each : Users.groups((int) user.getAsLong(), (int) group.getAsLong())) {
                addGroup(each, groups);
            }
        }
        return new Caller(users, groups, client.saslUserName(), client.distinguishedName());
    }

    /// A user of this host, with all groups that the system's databases know.
    ///
    /// @return empty if there is no such user
    public static Optional<Caller> user(String name) throws IOException {
        OptionalInt user = Users.id(name);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        var users = new LinkedHashSet<String>();
        var groups = new LinkedHashSet<String>();
        addUser(user.getAsInt(), users);
        OptionalInt group = Users.primaryGroup(user.getAsInt());
        if (group.isPresent()) {
            for (int each : Users.groups(user.getAsInt(), group.getAsInt())) {
                addGroup(each, groups);
            }
        }
        return Optional.of(new Caller(users, groups, Optional.empty(), Optional.empty()));
    }

    /// Somebody who is known by a login or a certificate alone.
    public static Caller remote(Optional<String> saslUser, Optional<String> certificate) {
        return new Caller(Set.of(), Set.of(), saslUser, certificate);
    }

    private static void addUser(int user, Set<String> users) throws IOException {
        users.add(Integer.toUnsignedString(user));
        Users.name(user).ifPresent(users::add);
    }

    private static void addGroup(int group, Set<String> groups) throws IOException {
        groups.add(Integer.toUnsignedString(group));
        Users.groupName(group).ifPresent(groups::add);
    }
}
