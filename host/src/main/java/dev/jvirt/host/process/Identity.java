package dev.jvirt.host.process;

import java.util.List;

/// Who a program runs as.
///
/// @param user its user
/// @param group its group
/// @param groups its further groups
public record Identity(int user, int group, List<Integer> groups) {
    public Identity {
        groups = List.copyOf(groups);
    }
}
