package dev.jvirt.virsh.shell;

import java.util.ArrayList;
import java.util.List;

/// A command: its row in the table.
public final class Command {
    private final String name;
    private final String summary;
    private final String description;
    private final List<Option> options;
    private final boolean connected;
    private final Handler handler;

    private Command(Builder builder, Handler handler) {
        name = builder.name;
        summary = builder.summary;
        description = builder.description;
        options = List.copyOf(builder.options);
        connected = builder.connected;
        this.handler = handler;
    }

    /// Begins a row.
    ///
    /// @param summary its line in the list of commands
    public static Builder command(String name, String summary) {
        return new Builder(name, summary);
    }

    /// What is typed to run it.
    public String name() {
        return name;
    }

    /// Its line in the list of commands.
    public String summary() {
        return summary;
    }

    /// More about it for its own help page; may be empty.
    public String description() {
        return description;
    }

    /// Its options in the order in which words without a name are given to them.
    public List<Option> options() {
        return options;
    }

    /// Whether it needs a connection.
    public boolean connected() {
        return connected;
    }

    /// Runs it.
    void run(Words words) {
        handler.run(words);
    }

    /// A row in the making.
    public static final class Builder {
        private final String name;
        private final String summary;
        private final List<Option> options = new ArrayList<>();
        private String description = "";
        private boolean connected = true;

        private Builder(String name, String summary) {
            this.name = name;
            this.summary = summary;
        }

        /// Adds a paragraph to the help page.
        public Builder description(String text) {
            description = text;
            return this;
        }

        /// Adds an option.
        public Builder option(Option option) {
            options.add(option);
            return this;
        }

        /// Adds an option that is there or not.
        public Builder flag(String option, String help) {
            return option(Option.flag(option, help));
        }

        /// Adds an option with a text.
        public Builder string(String option, String help) {
            return option(Option.string(option, help));
        }

        /// Says that it works without a connection.
        public Builder offline() {
            connected = false;
            return this;
        }

        /// Completes the row.
        public Command run(Handler handler) {
            return new Command(this, handler);
        }
    }
}
