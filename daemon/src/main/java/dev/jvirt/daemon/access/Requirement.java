package dev.jvirt.daemon.access;

/// One permission that a call needs, always or under a condition.
record Requirement(Permission permission, Condition condition) {

    /// When a permission is needed.
    sealed interface Condition {
        /// Whether it is needed by a call with these arguments.
        ///
        /// @param parameter the one that the rule names
        boolean holds(int flags, int parameter);

        /// Every call needs it.
        record Always() implements Condition {
            @Override
            public boolean holds(int flags, int parameter) {
                return true;
            }
        }

        /// A call with all these flags needs it.
        record AllSet(int wanted) implements Condition {
            @Override
            public boolean holds(int flags, int parameter) {
                return (flags & wanted) == wanted;
            }
        }

        /// A call with none of these flags needs it.
        record NoneSet(int unwanted) implements Condition {
            @Override
            public boolean holds(int flags, int parameter) {
                return (flags & unwanted) == 0;
            }
        }

        /// A call with that parameter needs it.
        record Parameter(int wanted) implements Condition {
            @Override
            public boolean holds(int flags, int parameter) {
                return parameter == wanted;
            }
        }
    }

    /// What an annotation says: `object:permission`, and flags, `A|B` or `!A|B`, or the name and
    /// the value of a parameter.
    static Requirement of(String annotation) {
        String[] parts = annotation.split(":", -1);
        Permission permission = Permission.of(parts[0] + ":" + parts[1]);
        if (parts.length > 3) {
            return new Requirement(
                    permission, new Condition.Parameter(FlagNames.value(parts[parts.length - 1])));
        }
        if (parts.length < 3) {
            return new Requirement(permission, new Condition.Always());
        }
        return new Requirement(
                permission,
                parts[2].startsWith("!")
                        ? new Condition.NoneSet(flags(parts[2].substring(1)))
                        : new Condition.AllSet(flags(parts[2])));
    }

    private static int flags(String names) {
        int flags = 0;
        for (String name : names.split("\\|")) {
            flags |= FlagNames.value(name);
        }
        return flags;
    }
}
