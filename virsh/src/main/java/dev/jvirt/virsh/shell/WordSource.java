package dev.jvirt.virsh.shell;

/// Where the words of a command come from.
sealed interface WordSource permits LineWords, ArgumentWords {
    /// The next piece; [Token.Kind#END] again and again once there is no more.
    ///
    /// @throws CommandFailure if the line is malformed
    Token next();
}
